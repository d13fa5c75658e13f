// The text of a node's redis.conf. Pure. The learner may read the file, so it is commented.

import {type NodeName, portOf, type Roster} from '../../model/cluster/node.ts'

export type NodeConfig = Readonly<{
  node: NodeName
  roster: Roster
  /** The run folder, which contains the node's own folder. */
  folder: string
  /** cluster-node-timeout in ms; without it, cluster mode is off. */
  clusterTimeout?: number
}>

export function redisConfOf({node, roster, folder, clusterTimeout}: NodeConfig): string {
  const own = `${folder}/${node}`
  return `${[
    '# Only this computer can reach this node.',
    `port ${portOf(node, roster)}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    '',
    '# Everything it writes is in its own folder, which the lab removes when it ends.',
    `dir "${own}"`,
    `logfile "${own}/redis.log"`,
    '',
    '# The append-only file keeps its data when it is killed and restarted.',
    'appendonly yes',
    'save ""',
    '',
    '# Above this, writes are refused (OOM), so that a full lab does not fill this computer. To lift it: CONFIG SET maxmemory 0',
    'maxmemory 10mb',
    '# By default Redis compacts the append-only file from 64 MB on.',
    'auto-aof-rewrite-min-size 4mb',
    'auto-aof-rewrite-percentage 25',
    '',
    '# A new replica is synchronized at once (by default Redis waits 5 s for more replicas).',
    'repl-diskless-sync no',
    '',
    '# DEBUG commands, from this computer only.',
    'enable-debug-command local',
    '',
    '# ps shows which lab a node belongs to; the lab only signals processes with this title.',
    'proc-title-template "{title} {listen-addr} {server-mode} {config-file}"',
    ...(clusterTimeout === undefined ? [] : clusterLines(clusterTimeout)),
  ].join('\n')}\n`
}

function clusterLines(timeout: number): readonly string[] {
  return [
    '',
    '# Part of a Redis Cluster; a node that sends no pong for this many ms is suspected (fail?).',
    'cluster-enabled yes',
    'cluster-config-file nodes.conf',
    `cluster-node-timeout ${timeout}`,
  ]
}
