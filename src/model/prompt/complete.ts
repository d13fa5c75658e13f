// Completion of a line: slash commands, addresses, Redis commands.

import {type Roster, sentinelsOf} from '../cluster/node.ts'
import {type Candidate, completeCommand, idChoices} from './complete-command.ts'
import type {CompletionContext} from './known.ts'
import {labCommandOf, labCommands, needsArgument, type SlashCompletion, usageOf} from './slash-commands.ts'

export function complete(typed: string, known: CompletionContext): readonly Candidate[] {
  if (typed.startsWith('/')) return completeLabCommand(typed, known)
  if (/^@\S*$/.test(typed)) return completeWord('@', typed.slice(1), addressesIn(known.roster), ' ')
  const [, before, word] = idOfTool.exec(typed) ?? []
  if (before !== undefined && word !== undefined) return completeId(before, word, known)
  return completeCommand(typed, known)
}

/** A line for the cluster tool up to where it names a node by its id: after these options, or after del-node and an address. */
const idOfTool =
  /^(\s*(?:redis|valkey)-cli\s(?:.*\s)?--cluster\s(?:.*\s)?(?:--cluster-(?:from|to|master-id|weight)|del-node\s+\S+)\s+)(\S*)$/

function completeId(before: string, typed: string, {ids}: CompletionContext): readonly Candidate[] {
  return idChoices(ids)
    .filter(({word, alias = word}) => word !== typed && (word.startsWith(typed) || alias.startsWith(typed)))
    .map(({word, alias: _, ...shown}) => ({shown: word, ...shown, text: `${before}${word}`}))
}

/** Completes the lab's slash commands and their words. */
export function completeLabCommand(typed: string, known: SlashCompletion): readonly Candidate[] {
  const [, name = '', gap = '', further = '', argument = ''] =
    /^\/(\S*)([ \t]*)((?:\S+[ \t]+)*)(\S*)$/.exec(typed) ?? []
  const matching = labCommands.filter(command => command.name.startsWith(name.toLowerCase()))
  if (gap === '') {
    return matching.map(command => ({
      text: `/${command.name}${needsArgument(command) ? ' ' : ''}`,
      shown: usageOf(command),
      help: command.help,
    }))
  }
  const before = further.match(/\S+/g) ?? []
  const words = labCommandOf(name)?.complete(known, before) ?? []
  return completeWord(`/${[name, ...before].join(' ')} `, argument, words, '')
}

function addressesIn(roster: Roster): readonly string[] {
  const sentinels = sentinelsOf(roster).length > 0 ? ['sentinels'] : []
  return [...roster.map(({port}) => String(port)), 'all', 'masters', 'replicas', ...sentinels]
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
