// redis-cli's own commands, which it does not send to a server: help, quit, connect, clear, :set. Case is ignored, as in redis-cli.
// Source: repl and cliSetPreferences in redis-cli.c, 7.0.

import {nodeForPort, portOf, type Roster} from '../cluster/node.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import {message} from '../text/messages.ts'
import type {Line} from './line.ts'
import {isHere} from './parse-cluster-tool.ts'
import {rejected} from './requests.ts'

/** Returns undefined for a command to a server; `clear` and `connect` with unexpected arguments are sent too. */
export function parseBuiltin(words: readonly Bytes[], roster: Roster): Line | undefined {
  const [first = ''] = words
  const rest = words.slice(1)
  const name = textOf(first)
  // A command may have a million words: only those of a line of redis-cli's own are decoded.
  const argumentsOf = () => rest.map(textOf)
  switch (name.toLowerCase()) {
    case 'quit':
    case 'exit':
      return {is: 'ui', request: {ui: 'quit'}}
    case 'help':
    case '?':
      return {is: 'help', topic: argumentsOf()}
    case 'clear':
      return rest.length === 0 ? {is: 'ui', request: {ui: 'clear'}} : undefined
    case 'connect':
      return rest.length === 2 ? connectTo(argumentsOf(), roster) : undefined
    case 'restart':
      return rejected(message('line.restart', {port: portOf('6381', roster)}))
    default:
      return name.startsWith(':') ? setPreference(name, argumentsOf()) : undefined
  }
}

function connectTo([host = '', port = '']: readonly string[], roster: Roster): Line {
  if (!isHere(host)) return rejected(message('shell.host', {host}))
  const node = nodeForPort(port, roster)
  if (!node) return rejected(message('shell.stranger', {typed: port}))
  return {is: 'use', node, became: message('shell.became', {line: `/use ${portOf(node, roster)}`})}
}

function setPreference(name: string, [preference, ...more]: readonly string[]): Line {
  if (name.toLowerCase() !== ':set' || preference === undefined)
    return rejected(message('line.noInternal', {typed: name}))
  const [, off, what] = /^(no)?(hints|raw)$/i.exec(preference) ?? []
  if (more.length > 0 || what === undefined)
    return rejected(message('line.noPreference', {typed: preference}))
  return {is: 'feedback', what: what.toLowerCase() === 'raw' ? 'raw' : 'hints', on: off === undefined}
}
