// The text of a node's redis.conf. Pure; the learner may read the file.

import {type NodeName, portOf, type Roster} from '../../model/cluster/node.ts'

export type NodeConfig = Readonly<{
  node: NodeName
  roster: Roster
  /** The run folder; the node's own folder is inside. */
  folder: string
  /** Cluster mode with this cluster-node-timeout (ms), or none. */
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
    '# Everything it writes is in its own folder, which goes when the lab ends.',
    `dir "${own}"`,
    `logfile "${own}/redis.log"`,
    '',
    '# The append-only file keeps its data when it is killed and started again.',
    'appendonly yes',
    'save ""',
    '',
    '# A new replica is served at once (Redis itself waits 5 s for more replicas to come).',
    'repl-diskless-sync no',
    '',
    '# DEBUG commands, from this computer only.',
    'enable-debug-command local',
    '',
    '# ps shows which lab a node belongs to; the lab signals no process without this.',
    'proc-title-template "{title} {listen-addr} {server-mode} {config-file}"',
    ...(clusterTimeout === undefined ? [] : clusterLines(clusterTimeout)),
  ].join('\n')}\n`
}

function clusterLines(timeout: number): readonly string[] {
  return [
    '',
    '# Part of a Redis Cluster; after this many ms without an answer a node is suspected (fail?).',
    'cluster-enabled yes',
    'cluster-config-file nodes.conf',
    `cluster-node-timeout ${timeout}`,
  ]
}
