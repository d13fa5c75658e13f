// What Redis itself says of its commands (COMMAND): how many words they take, which of them are keys, and whether they change something.

import type {Bytes} from '../protocol/bytes.ts'
import {type Action, commandOf} from './action.ts'

/** One command in COMMAND's reply: name, arity, flags, first key, last key, step; its subcommands tenth. https://redis.io/docs/latest/commands/command/ */
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
  /** How many words, the name included; a negative one: at least so many. */
  arity: number
  /** Words of the first and the last key, counted from 0 (a negative one from the end), and the step between two; absent without keys. */
  keys?: readonly [first: number, last: number, step: number]
  /** `data`: what nodes hold; `nodes`: who they are and what they do. Absent for what only looks. */
  changes?: 'data' | 'nodes'
  /** It may wait in the node for what is not there yet; whose connection ends waits no longer. */
  blocks?: true
}>

/** By name in upper case; a subcommand after its command: `CONFIG SET`. */
export type CommandTable = Readonly<Record<string, CommandInfo>>

/** They write too, or what they run does, which no flag says; WAIT sends its replicas REPLCONF GETACK through their history. */
const writingUnsaid = ['EVAL', 'EVALSHA', 'EXEC', 'FCALL', 'PUBLISH', 'WAIT']

export function commandTableOf(rows: readonly CommandRow[]): CommandTable {
  return Object.fromEntries(rows.flatMap(row => [row, ...subcommandsOf(row)].map(named)))
}

function subcommandsOf(row: CommandRow): readonly CommandRow[] {
  return (row[9] as readonly CommandRow[] | undefined) ?? []
}

function named([name, arity, flags, first, last, step]: CommandRow): [string, CommandInfo] {
  const shown = name.replace('|', ' ').toUpperCase()
  const writes = flags.includes('write') || writingUnsaid.includes(shown)
  const orders = flags.includes('admin') ? 'nodes' : undefined
  const changes = writes ? 'data' : orders
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

/** The command's name as Redis names it, and what it said of it; a subcommand's where there is one. */
export function commandInfo(
  commandTable: CommandTable,
  action: Action,
): Readonly<{name: string; trait: CommandInfo}> | undefined {
  const [first = '', second = ''] = commandOf(action)
  const name = [`${first} ${second}`, first].find(one => commandTable[one])
  const trait = name === undefined ? undefined : commandTable[name]
  return name !== undefined && trait ? {name, trait} : undefined
}

/** The words of the action that are keys, where COMMAND says which (not of EVAL, MIGRATE … KEYS and a few more). */
export function keysOf(commandTable: CommandTable, action: Action): readonly Bytes[] {
  const [first, last, step] = commandInfo(commandTable, action)?.trait.keys ?? [0, 0, 1]
  if (action.do !== 'command' || first === 0) return []
  const end = last < 0 ? action.words.length + last : last
  return action.words.filter((_, at) => at >= first && at <= end && (at - first) % Math.max(1, step) === 0)
}
