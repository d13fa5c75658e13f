// The text of a node's redis.conf. Pure. The learner may read the file, so it is commented.

import {busPortOf, isWired, type NodeName, ownPortOf, portOf, type Roster} from '../../model/cluster/node.ts'
import {labUserLine} from './lab-user.ts'

export type NodeConfig = Readonly<{
  node: NodeName
  roster: Roster
  /** The run folder, which contains the node's own folder. */
  folder: string
  /** cluster-node-timeout in ms; without it, cluster mode is off. */
  clusterTimeout?: number
  /** Of a node that Sentinels watch: the master that it replicates from its start, if any, and whether it is promoted before others. */
  watched?: Readonly<{master?: NodeName; priority: number}>
}>

export function redisConfOf({node, roster, folder, clusterTimeout, watched}: NodeConfig): string {
  const clustered = clusterTimeout !== undefined
  const own = `${folder}/${node}`
  return `${[
    '# Only this computer can reach this node.',
    `port ${ownPortOf(node, roster)}`,
    'bind 127.0.0.1',
    'protected-mode yes',
    '',
    '# The lab is a user of its own here: it reads the node also when others need a password.',
    labUserLine,
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
    ...(clustered ? clusterLines(clusterTimeout) : []),
    ...(isWired(roster) ? announcing(node, roster, clustered) : []),
    ...(watched ? watchedLines(watched, roster) : []),
  ].join('\n')}\n`
}

function watchedLines(
  {master, priority}: NonNullable<NodeConfig['watched']>,
  roster: Roster,
): readonly string[] {
  return [
    '',
    '# Sentinel promotes the replica with the lowest number, and never one with 0. By default all have 100.',
    `replica-priority ${priority}`,
    ...(master === undefined
      ? []
      : [
          '',
          '# Its master. Sentinel has this file rewritten at every failover.',
          `replicaof 127.0.0.1 ${portOf(master, roster)}`,
        ]),
  ]
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

/** The announced ports are those that the wires listen on, so all callers come through them. */
function announcing(node: NodeName, roster: Roster, clustered: boolean): readonly string[] {
  const port = portOf(node, roster)
  const cluster = [
    'cluster-announce-ip 127.0.0.1',
    `cluster-announce-port ${port}`,
    `cluster-announce-bus-port ${busPortOf(node, roster)}`,
  ]
  return [
    '',
    "# The lab's wires, which can be cut, listen on the ports that this node announces, and connect to its own.",
    'replica-announce-ip 127.0.0.1',
    `replica-announce-port ${port}`,
    ...(clustered ? cluster : []),
  ]
}
