// The text of a Sentinel's sentinel.conf. Pure. The learner may read the file, so it is commented. Sentinel itself rewrites it at every change.

import {dataNodes, type NodeName, portOf, type Roster, sentinelsOf} from '../../model/cluster/node.ts'
import {masterName} from '../../model/cluster/sentinel-view.ts'
import type {NodeIds} from './nodes-conf.ts'

export type SentinelConfig = Readonly<{
  node: NodeName
  roster: Roster
  /** The run folder, which contains the Sentinel's own folder. */
  folder: string
  /** Ids of the Sentinels, 40 hex digits each. */
  ids: NodeIds
}>

/** ms. A master that gives no valid reply for this long is down in a Sentinel's eyes; Redis's default is 30000. */
export const downAfter = 2000
/** ms. A failover that takes longer is given up; the next is tried after twice this time. Redis's default is 180000. */
export const failoverTimeout = 6000
export const quorum = 2

/**
 * Names the replicas and the other Sentinels, so that nobody has to wait until they find each other: two seconds, by the messages that each publishes
 * in the channel `__sentinel__:hello` of the nodes.
 */
export function sentinelConfOf({node, roster, folder, ids}: SentinelConfig): string {
  const own = `${folder}/${node}`
  const others = sentinelsOf(roster).filter(({name}) => name !== node)
  const [master = '6379', ...replicas] = watchedNodes(roster)
  return `${[
    '# Only this computer can reach this Sentinel.',
    `port ${portOf(node, roster)}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    '',
    '# Everything it writes is in its own folder, which the lab removes when it ends.',
    `dir "${own}"`,
    `logfile "${own}/redis.log"`,
    '',
    '# ps shows which lab a Sentinel belongs to; the lab only signals processes with this title.',
    'proc-title-template "{title} {listen-addr} {server-mode} {config-file}"',
    '',
    '# The master, by the name that clients ask for, and how many Sentinels must see it as down.',
    `sentinel monitor ${masterName} 127.0.0.1 ${portOf(master, roster)} ${quorum}`,
    `sentinel down-after-milliseconds ${masterName} ${downAfter}`,
    `sentinel failover-timeout ${masterName} ${failoverTimeout}`,
    `sentinel parallel-syncs ${masterName} 1`,
    '',
    '# What a Sentinel finds out by itself within seconds, and keeps here.',
    `sentinel myid ${ids[node]}`,
    ...replicas.map(name => `sentinel known-replica ${masterName} 127.0.0.1 ${portOf(name, roster)}`),
    ...others.map(({name, port}) => `sentinel known-sentinel ${masterName} 127.0.0.1 ${port} ${ids[name]}`),
  ].join('\n')}\n`
}

/** 6380 takes over from 6379, and 6379 from 6380: so a lesson can say what will happen. */
export function priorityOf(node: NodeName): number {
  if (node === '6379') return 100
  return node === '6380' ? 50 : 200
}

/** The master that the Sentinels watch from the start, then its replicas. */
export function watchedNodes(roster: Roster): readonly NodeName[] {
  return dataNodes(roster)
    .filter(({fromStart}) => fromStart)
    .map(({name}) => name)
}
