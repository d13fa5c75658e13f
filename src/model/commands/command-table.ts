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
  /** Where keys may be that the three numbers do not tell: behind a count or a keyword. */
  places?: readonly KeyPlace[]
  /** `data`: keys; `nodes`: roles, configuration or processes. Absent for commands that only read. */
  changes?: 'data' | 'nodes'
  /** Redis flags it as one that only reads keys. */
  reads?: true
  /** It may block for data; closing the connection ends the wait. */
  blocks?: true
}>

/**
 * A place of keys, from one of COMMAND's key specifications. It begins at the word `at`, or behind the word `keyword`, searched from the index `from`
 * (negative: backwards, from the end). `count`: the first word is the number of keys that follow; else the keys go up to `last`, counted from the
 * first (negative: from the end of the line), of which only one part in `limit` are keys.
 * https://redis.io/docs/latest/develop/reference/key-specs/
 */
export type KeyPlace = Readonly<
  ({at: number} | {keyword: string; from: number}) &
    ({count: true} | {last: number; step: number; limit: number})
>

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

function named([name, arity, flags, first, last, step, ...rest]: CommandRow): [string, CommandInfo] {
  const places = flags.includes('movablekeys') ? placesOf(name, rest[2]) : []
  const shown = name.replace('|', ' ').toUpperCase()
  const writes = flags.includes('write') || unflaggedWriters.includes(shown)
  const administers = flags.includes('admin') ? 'nodes' : undefined
  const changes = writes ? 'data' : administers
  return [
    shown,
    {
      arity,
      ...(first > 0 && {keys: [first, last, step]}),
      ...(places.length > 0 && {places}),
      ...(changes && {changes}),
      ...(flags.includes('readonly') && {reads: true as const}),
      ...(flags.includes('blocking') && {blocks: true as const}),
    },
  ]
}

/** SORT's specification leaves out STORE, which may stand anywhere behind the key. */
const unspecified: Readonly<Record<string, readonly KeyPlace[]>> = {
  sort: [{keyword: 'STORE', from: 2, last: 0, step: 1, limit: 0}],
}

/** @param specs the ninth element of the command's row, as lists of alternating names and values */
function placesOf(name: string, specs: unknown): readonly KeyPlace[] {
  const places = listOf(specs).flatMap((one): readonly KeyPlace[] => {
    const {begin_search: begin, find_keys: find} = pairsOf(one)
    const [start, extent] = [pairsOf(begin), pairsOf(find)]
    const {index, keyword, startfrom} = pairsOf(start['spec'])
    const {lastkey = 0, keystep = 1, limit = 0} = pairsOf(extent['spec'])
    const begins =
      start['type'] === 'keyword' ? {keyword: String(keyword), from: Number(startfrom)} : {at: Number(index)}
    if (start['type'] === 'unknown' || extent['type'] === 'unknown') return []
    if (extent['type'] === 'keynum') return [{...begins, count: true}]
    return [{...begins, last: Number(lastkey), step: Number(keystep), limit: Number(limit)}]
  })
  return [...places, ...(unspecified[name] ?? [])]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function pairsOf(value: unknown): Readonly<Record<string, unknown>> {
  const list = listOf(value)
  return Object.fromEntries(list.flatMap((name, i) => (i % 2 === 0 ? [[String(name), list[i + 1]]] : [])))
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

/** Commands without keys that only read. */
const keylessReaders = [
  ...[
    'PING',
    'ECHO',
    'INFO',
    'ROLE',
    'TIME',
    'READONLY',
    'READWRITE',
    'ASKING',
    'CLUSTER NODES',
    'CLUSTER INFO',
  ],
  ...[
    'CLUSTER SLOTS',
    'CLUSTER SHARDS',
    'CLUSTER MYID',
    'CLUSTER KEYSLOT',
    'CLUSTER COUNTKEYSINSLOT',
    'CONFIG GET',
  ],
  ...['CLUSTER GETKEYSINSLOT', 'CLUSTER LINKS', 'CLUSTER REPLICAS'],
]

/** Whether the command changes nothing on a node: neither data nor settings. */
export function onlyReads(commandTable: CommandTable, action: Action): boolean {
  const {name = '', info} = commandInfo(commandTable, action) ?? {}
  return info?.reads === true || keylessReaders.includes(name)
}

/** The action's keys, if COMMAND says where they are. */
export function keysOf(commandTable: CommandTable, action: Action): readonly Bytes[] {
  const {keys, places} = commandInfo(commandTable, action)?.info ?? {}
  if (action.do !== 'command') return []
  if (places) return places.flatMap(place => keysAt(place, action.words)).filter(key => key !== '')
  const [first, last, step] = keys ?? [0, 0, 1]
  if (first === 0) return []
  const end = last < 0 ? action.words.length + last : last
  return action.words.filter((_, at) => at >= first && at <= end && (at - first) % Math.max(1, step) === 0)
}

function keysAt(place: KeyPlace, words: readonly Bytes[]): readonly Bytes[] {
  const first = 'at' in place ? place.at : behindKeyword(place, words)
  if (first === undefined) return []
  if ('count' in place) {
    const count = Number(words[first])
    return Number.isInteger(count) && count > 0 ? words.slice(first + 1, first + 1 + count) : []
  }
  const {last, step, limit} = place
  const rest = words.length - first
  const end = limit > 1 ? first + Math.floor(rest / limit) + last : words.length + last
  const until = last < 0 ? end : first + last
  return words.filter((_, at) => at >= first && at <= until && (at - first) % Math.max(1, step) === 0)
}

/** The index behind the keyword; undefined if it is not in the line. */
function behindKeyword(
  {keyword, from}: Extract<KeyPlace, {keyword: string}>,
  words: readonly Bytes[],
): number | undefined {
  const isIt = (word: Bytes) => word.toUpperCase() === keyword
  const at =
    from < 0
      ? words.slice(0, words.length + from + 1).findLastIndex(isIt)
      : words.findIndex((word, i) => i >= from && isIt(word))
  return at < 0 ? undefined : at + 1
}
