// What a half-typed line may become: lab commands, nodes, Redis's commands. Pure; the command names come from the running server.

import {labCommands, usageOf} from './lab-command.ts'
import {type Base, nodeNames, portOf} from './node.ts'
import type {MessageKey} from './text.ts'

/** `text` is the whole line it becomes; `shown` what a menu lists. */
export type Candidate = Readonly<{text: string; shown: string; help?: MessageKey}>

export type Known = Readonly<{base: Base; commands: readonly string[]}>

export function complete(typed: string, known: Known): readonly Candidate[] {
  if (typed.startsWith('/')) return completeLabCommand(typed, known.base)
  const address = /^(@\S+\s+)(.*)$/.exec(typed)
  if (address) return completeCommand(address[1] ?? '', address[2] ?? '', known)
  if (typed.startsWith('@'))
    return completeNode('@', typed.slice(1), known.base, ['all', 'masters', 'replicas'], ' ')
  return completeCommand('', typed, known)
}

function completeLabCommand(typed: string, base: Base): readonly Candidate[] {
  const [, name = '', gap = '', argument = ''] = /^\/(\S*)(\s*)(.*)$/.exec(typed) ?? []
  const matching = labCommands.filter(command => command.name.startsWith(name.toLowerCase()))
  if (gap === '') {
    return matching.map(command => ({
      text: `/${command.name}${/^(none|\[.*)$/.test(command.takes) ? '' : ' '}`,
      shown: usageOf(command),
      help: command.help,
    }))
  }
  const takes = labCommands.find(command => command.name === name.toLowerCase())?.takes ?? 'none'
  if (takes === 'node' || takes.startsWith('PORT')) return completeNode(`/${name} `, argument, base, [], '')
  const [, choice] = /^\[?(\w+(?:\|\w+)+)\]?$/.exec(takes) ?? []
  return choice ? completeWord(`/${name} `, argument, choice.split('|'), '') : []
}

function completeNode(
  before: string,
  typed: string,
  base: Base,
  more: readonly string[],
  after: string,
): readonly Candidate[] {
  return completeWord(before, typed, [...nodeNames.map(name => String(portOf(name, base))), ...more], after)
}

function completeWord(
  before: string,
  typed: string,
  words: readonly string[],
  after: string,
): readonly Candidate[] {
  return words
    .filter(one => one.startsWith(typed))
    .map(one => ({text: `${before}${one}${after}`, shown: one}))
}

/** As redis-cli does: the whole line against the names, two-word names too, letters of either case. Further on, the ports of the nodes. */
function completeCommand(before: string, typed: string, {base, commands}: Known): readonly Candidate[] {
  if (typed.trim() === '') return []
  const wanted = typed.toUpperCase()
  const names = commands.filter(name => name.startsWith(wanted) && name !== wanted)
  if (names.length > 0) return names.map(name => ({text: `${before}${name}`, shown: name}))
  const [, words = '', port = ''] = /^(.* )(\d+)$/.exec(typed) ?? []
  return port === '' ? [] : completeNode(`${before}${words}`, port, base, [], '')
}
