// What a half-typed line may become. Pure: what is known comes from the running server, the last snapshot and this session's own lines.

import type {Roster} from '../cluster/node.ts'
import {type Candidate, completeCommand} from './complete-command.ts'
import type {CompletionContext} from './known.ts'
import {labCommands, usageOf} from './slash-commands.ts'

export function complete(typed: string, known: CompletionContext): readonly Candidate[] {
  if (typed.startsWith('/')) return completeLabCommand(typed, known.roster)
  if (/^@\S*$/.test(typed))
    return completeNode('@', typed.slice(1), known.roster, ['all', 'masters', 'replicas'], ' ')
  return completeCommand(typed, known)
}

/** The lab's commands that a line may become, and nothing else of it. */
export function completeLabCommand(typed: string, roster: Roster): readonly Candidate[] {
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
  if (takes === 'node' || takes.startsWith('PORT')) return completeNode(`/${name} `, argument, roster, [], '')
  const [, choice] = /^\[?(\w+(?:\|\w+)+)\]?/.exec(takes) ?? []
  return choice ? completeWord(`/${name} `, argument, choice.split('|'), '') : []
}

function completeNode(
  before: string,
  typed: string,
  roster: Roster,
  more: readonly string[],
  after: string,
): readonly Candidate[] {
  return completeWord(before, typed, [...roster.map(({port}) => String(port)), ...more], after)
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
