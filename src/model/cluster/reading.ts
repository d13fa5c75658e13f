// Construction of a node's reading from the texts of its replies.

import type {NodeName} from './node.ts'
import {type Fields, infoSection, parseClusterNodes, parseFields, parsePairs} from './parse-info.ts'
import type {Answered} from './snapshot.ts'

/** INFO sections that a reading needs. Requesting several at once works since Redis 7.0. */
export const infoSections = [
  'server',
  'replication',
  'persistence',
  'stats',
  'keyspace',
  'commandstats',
  'errorstats',
] as const

export type Texts = Readonly<{
  node: NodeName
  port: number
  /** Text of INFO with at least `infoSections`. */
  info: string
  clusterInfo?: string
  clusterNodes?: string
  /** Replies to CLUSTER COUNTKEYSINSLOT by slot. */
  slotKeys?: Readonly<Record<number, number>>
  /** How often the lab itself has sent these to this process so far. */
  own: OwnCalls
  /** How often this process has answered NOAUTH to the lab itself. */
  refused?: number
}>

/** Calls of the lab by command name, for commands that the learner sends too: they are subtracted from what the node counted. */
export type OwnCalls = Readonly<Record<'info' | 'cluster|nodes', number>>

export function readAnswer({
  node,
  port,
  info,
  clusterInfo,
  clusterNodes,
  slotKeys = {},
  own,
  refused = 0,
}: Texts): Answered {
  const server = infoSection(info, 'Server')
  const counted = keysIn(infoSection(info, 'Keyspace'))
  return {
    is: 'answered',
    name: node,
    port,
    // A process that answers is running, whatever the keeper last knew of it.
    process: {is: 'running', pid: Number(server['process_id'])},
    runId: server['run_id'] ?? '',
    replication: infoSection(info, 'Replication'),
    ...counted,
    ...(rewrites(infoSection(info, 'Persistence')) && {rewritesAof: true}),
    stats: countStats(infoSection(info, 'Stats')),
    calls: countCalls(infoSection(info, 'Commandstats'), own),
    errors: countErrors(infoSection(info, 'Errorstats'), refused),
    slotKeys,
    ...(clusterInfo === undefined || clusterNodes === undefined
      ? {}
      : {cluster: {info: withoutTraffic(parseFields(clusterInfo)), nodes: parseClusterNodes(clusterNodes)}}),
  }
}

function rewrites(persistence: Fields): boolean {
  return ['aof_rewrite_in_progress', 'aof_rewrite_scheduled'].some(field => persistence[field] === '1')
}

/** `db0:keys=3,expires=1,avg_ttl=0` */
function keysIn(keyspace: Fields): Pick<Answered, 'keys' | 'expires'> {
  const [keys = 0, expires = 0] = ['keys', 'expires'].map(name =>
    Object.values(keyspace).reduce((sum, line) => sum + Number(parsePairs(line)[name] ?? 0), 0),
  )
  return {keys, ...(expires > 0 && {expires})}
}

const countedStats = ['sync_full', 'sync_partial_ok', 'sync_partial_err', 'keyspace_hits', 'keyspace_misses']

function countStats(stats: Fields): Record<string, number> {
  return Object.fromEntries(countedStats.map(name => [name, Number(stats[name] ?? 0)]))
}

/** Commands sent by the lab's polling and by other nodes: they say nothing about the learner. */
const background = ['cluster|info', 'cluster|countkeysinslot', 'replconf', 'ping', 'psync']

/** Turns `cmdstat_config|set:calls=3,…` into `{'config|set': 3}`. */
function countCalls(commands: Fields, own: OwnCalls): Record<string, number> {
  const calls: Record<string, number> = {}
  // Sort the entries: Redis prints them in hash table order, which changes when the table grows.
  for (const [field, value] of Object.entries(commands).sort()) {
    const name = field.replace('cmdstat_', '')
    if (!background.includes(name)) calls[name] = Number(parsePairs(value)['calls'] ?? 0)
  }
  for (const [name, sent] of Object.entries(own)) if (calls[name] !== undefined) calls[name] -= sent
  return calls
}

/** Turns `errorstat_MOVED:count=3` into `{MOVED: 3}`. https://redis.io/docs/latest/commands/info/ */
function countErrors(errors: Fields, refused: number): Record<string, number> {
  const own: Readonly<Record<string, number>> = {NOAUTH: refused}
  return Object.fromEntries(
    Object.entries(errors)
      .sort()
      .map(
        ([field, value]) =>
          [field.replace('errorstat_', ''), Number(parsePairs(value)['count'] ?? 0)] as const,
      )
      .map(([name, count]) => [name, Math.max(0, count - (own[name] ?? 0))] as const)
      .filter(([, count]) => count > 0),
  )
}

/** Drops the counters of gossip messages, which change all the time. */
function withoutTraffic(info: Fields): Fields {
  return Object.fromEntries(
    Object.entries(info).filter(([field]) => !field.startsWith('cluster_stats_messages')),
  )
}
