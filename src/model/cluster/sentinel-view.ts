// What one Sentinel knows of the master that it watches: parsed from its replies to SENTINEL MASTER, REPLICAS and SENTINELS.

import type {Fields} from './parse-info.ts'

/** The name under which the Sentinels of the lab watch their master. */
export const masterName = 'mymaster'

/** A node or another Sentinel in a Sentinel's view, without the fields that count milliseconds. `flags`: s_down, o_down, master, slave, disconnected … */
export type WatchedNode = Readonly<{port: number; flags: readonly string[]}>

export type WatchedMaster = WatchedNode &
  Readonly<{
    /** How many Sentinels must see the master as down before a failover is tried. */
    quorum: number
    /** Of the failover that made it the master. */
    epoch: number
    /** Step of the failover that this Sentinel leads: `select_slave`, `wait_promotion`; absent if it leads none. */
    failover?: string
  }>

export type WatchedSentinel = WatchedNode &
  Readonly<{
    id: string
    /** Whom it told this Sentinel it voted for, and in which epoch. */
    votedFor?: string
    votedEpoch?: number
  }>

export type SentinelView = Readonly<{
  /** The Sentinel's own id. */
  id: string
  /** Absent if it watches no master of this name. */
  master?: WatchedMaster
  replicas: readonly WatchedNode[]
  sentinels: readonly WatchedSentinel[]
}>

/** The view as fields, in the words of the Sentinel's own replies. */
export function fieldsOfView({master, replicas, sentinels}: SentinelView): Fields {
  const flagged = ({port, flags}: WatchedNode) => `port=${port},flags=${flags.join('|')}`
  const vote = ({votedFor, votedEpoch}: WatchedSentinel) =>
    votedFor === undefined ? '' : `,voted-leader=${votedFor},voted-leader-epoch=${votedEpoch}`
  return {
    ...(master && {[masterName]: `${flagged(master)},quorum=${master.quorum},config-epoch=${master.epoch}`}),
    ...Object.fromEntries(replicas.map((one, i) => [`replica${i}`, flagged(one)])),
    ...Object.fromEntries(sentinels.map((one, i) => [`sentinel${i}`, flagged(one) + vote(one)])),
  }
}

/** A list of names and values, as RESP2 sends a map; `undefined`: the Sentinel answered with an error. */
export type SentinelReplies = Readonly<{
  id: string
  master: readonly string[] | undefined
  replicas: readonly (readonly string[])[] | undefined
  sentinels: readonly (readonly string[])[] | undefined
}>

/** Sorts by port: a Sentinel lists nodes in the order of a hash table. */
export function readSentinelView({id, master, replicas = [], sentinels = []}: SentinelReplies): SentinelView {
  const byPort = (one: WatchedNode, other: WatchedNode) => one.port - other.port
  return {
    id,
    ...(master && {master: masterIn(fieldsOf(master))}),
    replicas: replicas.map(words => nodeIn(fieldsOf(words))).sort(byPort),
    sentinels: sentinels.map(words => sentinelIn(fieldsOf(words))).sort(byPort),
  }
}

function fieldsOf(words: readonly string[]): Fields {
  return Object.fromEntries(words.flatMap((name, i) => (i % 2 === 0 ? [[name, words[i + 1] ?? '']] : [])))
}

function nodeIn({port, flags = ''}: Fields): WatchedNode {
  return {port: Number(port), flags: flags.split(',').filter(flag => flag !== '')}
}

function masterIn(fields: Fields): WatchedMaster {
  const {quorum, 'config-epoch': epoch, 'failover-state': failover} = fields
  return {
    ...nodeIn(fields),
    quorum: Number(quorum),
    epoch: Number(epoch),
    ...(failover !== undefined && {failover}),
  }
}

/** `?` stands for a vote that this Sentinel has not heard of. */
function sentinelIn(fields: Fields): WatchedSentinel {
  const {runid = '', 'voted-leader': votedFor = '?', 'voted-leader-epoch': votedEpoch} = fields
  const vote = votedFor === '?' ? {} : {votedFor, votedEpoch: Number(votedEpoch)}
  return {...nodeIn(fields), id: runid, ...vote}
}
