// The parsed reply of COMMAND: each command's arity, where its keys are, and what it changes.

import type {Bytes} from '../protocol/bytes.ts'
import {type Action, commandOf} from './action.ts'

/** One command in COMMAND's reply; the tenth element lists its subcommands. https://redis.io/docs/latest/commands/command/ */
export type CommandRow = readonly [
  name: string,
  arity: number,
  flags: readonly string[],
  firstKey: number,
  lastKey: number,
  step: number,
  ...rest: readonly unknown[],
]

export type CommandInfo = Readonly<{
  /** The number of words including the name; if negative, the minimum. */
  arity: number
  /** Index of the first and the last key word (negative: from the end), and the step between keys; absent without keys. */
  keys?: readonly [first: number, last: number, step: number]
  /** `data`: keys; `nodes`: roles, configuration or processes. Absent for commands that only read. */
  changes?: 'data' | 'nodes'
  /** It may block for data; closing the connection ends the wait. */
  blocks?: true
}>

/** Commands by name in upper case; subcommands have two words: `CONFIG SET`. */
export type CommandTable = Readonly<Record<string, CommandInfo>>

/** Commands that may write although their flags do not say so; WAIT adds REPLCONF GETACK to the replication stream. */
const unflaggedWriters = ['EVAL', 'EVALSHA', 'EXEC', 'FCALL', 'PUBLISH', 'WAIT']

export function commandTableOf(rows: readonly CommandRow[]): CommandTable {
  return Object.fromEntries(rows.flatMap(row => [row, ...subcommandsOf(row)].map(named)))
}

function subcommandsOf(row: CommandRow): readonly CommandRow[] {
  return (row[9] as readonly CommandRow[] | undefined) ?? []
}

function named([name, arity, flags, first, last, step]: CommandRow): [string, CommandInfo] {
  const shown = name.replace('|', ' ').toUpperCase()
  const writes = flags.includes('write') || unflaggedWriters.includes(shown)
  const administers = flags.includes('admin') ? 'nodes' : undefined
  const changes = writes ? 'data' : administers
  return [
    shown,
    {
      arity,
      ...(first > 0 && {keys: [first, last, step]}),
      ...(changes && {changes}),
      ...(flags.includes('blocking') && {blocks: true as const}),
    },
  ]
}

/** The command's name in the table and its entry; a subcommand's entry if there is one. */
export function commandInfo(
  commandTable: CommandTable,
  action: Action,
): Readonly<{name: string; info: CommandInfo}> | undefined {
  const [first = '', second = ''] = commandOf(action)
  const name = [`${first} ${second}`, first].find(one => commandTable[one])
  const info = name === undefined ? undefined : commandTable[name]
  return name !== undefined && info ? {name, info} : undefined
}

/** The action's keys, if COMMAND says where they are (it does not for EVAL, MIGRATE … KEYS and a few more). */
export function keysOf(commandTable: CommandTable, action: Action): readonly Bytes[] {
  const [first, last, step] = commandInfo(commandTable, action)?.info.keys ?? [0, 0, 1]
  if (action.do !== 'command' || first === 0) return []
  const end = last < 0 ? action.words.length + last : last
  return action.words.filter((_, at) => at >= first && at <= end && (at - first) % Math.max(1, step) === 0)
}
