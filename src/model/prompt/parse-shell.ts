// The parser of shell lines typed at the prompt: redis-cli, kill, redis-server. Each becomes a line of the lab, or is rejected with what to type.

import {type NodeName, nodeForPort, portOf, type Roster} from '../cluster/node.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {ProcessVerb} from '../commands/action.ts'
import {type Bytes, textOf} from '../protocol/bytes.ts'
import {message} from '../text/messages.ts'
import {type Rejected, rejected} from './requests.ts'

export type ShellLine =
  /** `redis-cli -p 6480`; `following`: with -c. */
  | Readonly<{is: 'use'; node: NodeName; following: boolean}>
  | Readonly<{is: 'command'; node: NodeName; words: readonly Bytes[]; following: boolean}>
  | Readonly<{is: 'verb'; verb: ProcessVerb; nodes: readonly NodeName[]}>
  /** Arguments for the real redis-cli: `--cluster check 127.0.0.1:6379`. */
  | Readonly<{is: 'tool'; words: readonly string[]}>
  | Rejected

/** The nodes' ports, and their processes at the last reading. */
export type ShellContext = Readonly<{roster: Roster; snapshot?: Snapshot | undefined}>

type Reader = (words: readonly Bytes[], context: ShellContext) => ShellLine

const readers: Readonly<Record<string, Reader>> = {
  'redis-cli': readCli,
  'redis-server': readServer,
  kill: readKill,
}

/** Returns undefined if it is not a shell line. */
export function parseShellLine(words: readonly Bytes[], context: ShellContext): ShellLine | undefined {
  const [program = '', ...rest] = words
  return Object.hasOwn(readers, program) ? readers[program]?.(rest, context) : undefined
}

/** redis-cli's default without -p. */
const usualPort = '6379'

function readCli(words: readonly Bytes[], {roster}: ShellContext): ShellLine {
  let [port, following] = [usualPort, false]
  for (let at = 0; at < words.length; at++) {
    const option = textOf(words[at] ?? '')
    const value = textOf(words[at + 1] ?? '')
    if (!option.startsWith('-'))
      return toNode(port, roster, node => ({is: 'command', node, words: words.slice(at), following}))
    if (option === '--cluster') return readCluster(words.slice(at + 1).map(textOf), roster)
    if (option === '-c') following = true
    else if (option === '-p') port = value
    else if (option !== '-h') return rejected(message('shell.option', {option, port: portOf('6379', roster)}))
    else if (!isHere(value)) return rejected(message('shell.host', {host: value}))
    if (option !== '-c') at += 1
  }
  return toNode(port, roster, node => ({is: 'use', node, following}))
}

/** Whether the host is this computer, where all nodes run. */
export function isHere(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host)
}

/** Allows only subcommands that read: the others prompt for answers, which cannot be typed here, or change the lesson's cluster. */
function readCluster([command = '', address = '', ...more]: readonly string[], roster: Roster): ShellLine {
  const usage = rejected(message('shell.cluster', {port: portOf('6379', roster)}))
  if (command === 'create') return rejected(message('shell.create'))
  if (!['check', 'info'].includes(command) || more.length > 0) return usage
  const [host = '', port = ''] = address.split(':')
  if (!isHere(host)) return usage
  return toNode(port, roster, node => ({
    is: 'tool',
    words: ['--cluster', command, `127.0.0.1:${portOf(node, roster)}`],
  }))
}

/** Reads `redis-server 6381/redis.conf`, with or without a path before it. */
function readServer(words: readonly Bytes[], {roster}: ShellContext): ShellLine {
  const [, port] = /(?:^|\/)(\d+)\/redis\.conf$/.exec(textOf(words[0] ?? '')) ?? []
  if (port === undefined || words.length > 1)
    return rejected(message('shell.server', {port: portOf('6379', roster)}))
  return toNode(port, roster, node => ({is: 'verb', verb: 'start', nodes: [node]}))
}

/** Includes only the numbers that mean the same signal on every system. */
const signals: Readonly<Record<string, ProcessVerb>> = {
  '9': 'kill',
  KILL: 'kill',
  '15': 'stop',
  TERM: 'stop',
  STOP: 'pause',
  CONT: 'resume',
}

function readKill(words: readonly Bytes[], {roster, snapshot}: ShellContext): ShellLine {
  const typed = words.map(textOf)
  const [first = ''] = typed
  const named = first === '-s' ? typed[1] : /^-(.+)$/.exec(first)?.[1]
  const signalWords = first === '-s' ? 2 : Number(named !== undefined)
  const targets = typed.slice(signalWords)
  const verb = signals[(named ?? 'TERM').toUpperCase().replace(/^SIG/, '')]
  if (!verb) return rejected(message('shell.signal', {signal: named ?? ''}))
  if (targets.length === 0) return rejected(message('shell.kill', {port: portOf('6381', roster)}))
  const nodes = targets.map(target => nodeForPort(target, roster) ?? nodeWithPid(Number(target), snapshot))
  const stranger = targets[nodes.indexOf(undefined)]
  if (stranger !== undefined) return rejected(message('shell.stranger', {typed: stranger}))
  return {is: 'verb', verb, nodes: nodes.filter(node => node !== undefined)}
}

function nodeWithPid(pid: number, snapshot: Snapshot | undefined): NodeName | undefined {
  return snapshot?.nodes.find(({process}) => process.pid === pid)?.name
}

function toNode(port: string, roster: Roster, lineFor: (node: NodeName) => ShellLine): ShellLine {
  const node = nodeForPort(port, roster)
  return node ? lineFor(node) : rejected(message('shell.stranger', {typed: port}))
}
