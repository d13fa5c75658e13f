// Readings made by hand, for situations that are clearer in two fields than in a whole recording. The recordings are in ../recorded.

import {type NodeName, nominalRoster, portOf, sixNodes} from '../../../src/model/cluster/node.ts'
import type {Fields} from '../../../src/model/cluster/parse-info.ts'
import type {Answered, Reading, Silent, Snapshot} from '../../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../../src/model/lesson/evidence.ts'
import type {Goal} from '../../../src/model/lesson/lesson.ts'
import {translate} from '../../../src/model/text/messages.ts'

export const history = '450d7533f96deb195967d0a748b62a70a99a8d34'
const none = '0'.repeat(40)

type More = Partial<Omit<Answered, 'is' | 'name' | 'replication'>>

export function answered(name: NodeName, replication: Fields, more: More = {}): Answered {
  return {
    is: 'answered',
    name,
    port: Number(name),
    process: {is: 'running', pid: Number(name)},
    runId: `run-of-${name}`,
    replication: {master_replid: history, master_replid2: none, ...replication},
    keys: 0,
    stats: {},
    calls: {},
    errors: {},
    slotKeys: {},
    ...more,
  }
}

/** `attached`: replica's port -> its state. */
export function master(
  name: NodeName,
  offset = 0,
  attached: Readonly<Record<string, string>> = {},
  more: More = {},
): Answered {
  const lines = Object.entries(attached).map(
    ([port, state], i) =>
      [`slave${i}`, `ip=127.0.0.1,port=${port},state=${state},offset=${offset},lag=0`] as const,
  )
  const fields = {
    role: 'master',
    connected_slaves: String(lines.length),
    ...Object.fromEntries(lines),
    master_repl_offset: String(offset),
  }
  return answered(name, fields, more)
}

type ClusterMore = More &
  Readonly<{moving?: readonly string[]; sees?: Readonly<Record<string, readonly string[]>>}>

/** A master of a cluster with its own line, and lines about the nodes that it `sees`, by name with their slots. Ids are the names with zeros. */
export function clusterMaster(
  name: NodeName,
  slots: readonly string[],
  {moving = [], sees = {}, ...more}: ClusterMore = {},
): Answered {
  const line = (node: string, flags: readonly string[], slots: readonly string[]) => ({
    id: node.padEnd(40, '0'),
    port: Number(node),
    flags,
    epoch: 1,
    link: 'connected',
    slots,
    moving: [],
  })
  const others = Object.entries(sees).map(([node, slots]) => line(node, ['master'], slots))
  const own = {...line(name, ['myself', 'master'], slots), moving}
  return master(name, 0, {}, {...more, cluster: {info: {}, nodes: [own, ...others]}})
}

export function replica(
  name: NodeName,
  masterPort: number,
  {link = 'up', offset = 0, ...more}: More & {link?: string; offset?: number} = {},
): Answered {
  const fields = {
    role: 'slave',
    master_host: '127.0.0.1',
    master_port: String(masterPort),
    master_link_status: link,
    slave_repl_offset: String(offset),
    master_repl_offset: String(offset),
  }
  return answered(name, fields, more)
}

export function silent(name: NodeName, because: Silent['because'], lastSaid?: Fields): Silent {
  const alive = because === 'paused' ? 'paused' : 'running'
  const is = because === 'notRunning' ? 'killed' : alive
  return {
    is: 'silent',
    name,
    port: Number(name),
    process: {is},
    because,
    since: 1000,
    ...(lastSaid && {lastSaid}),
  }
}

/** The node is late since `since`, and this was its last answer. */
export function late({name, replication, runId, keys, stats, cluster}: Answered, since = 1000): Silent {
  const last = {runId, keys, stats, ...(cluster && {cluster})}
  return {...silent(name, 'noAnswer', replication), since, last}
}

/** These readings, those of spares last, and the rest of the six as masters that nobody follows. */
export function snapshotOf(readings: readonly Reading[], more: Partial<Snapshot> = {}): Snapshot {
  const roster = more.roster ?? nominalRoster
  const given = new Map(readings.map(reading => [reading.name, reading]))
  const nodes = sixNodes.map(name => ({...(given.get(name) ?? master(name)), port: portOf(name, roster)}))
  const spares = readings.filter(({name}) => !sixNodes.some(one => one === name))
  return {at: 5000, stage: 'standalone', roster, nodes: [...nodes, ...spares], ...more}
}

export function evidenceOf(
  now: Snapshot,
  start = now,
  done: Evidence['outcomes'] = [],
  logs: Evidence['logs'] = [],
): Evidence {
  return {now, start, outcomes: done, logs, hints: 0}
}

/** `met`, or what the verdict of the goal says in English. */
export function answer(goal: Goal, evidence: Evidence): string {
  const verdict = goal(evidence)
  return verdict.is === 'met' ? 'met' : translate('en', verdict.because)
}

/** Like `answer`, with the kind of verdict in front: `lost: …`. */
export function fullAnswer(goal: Goal, evidence: Evidence): string {
  const {is} = goal(evidence)
  return is === 'met' ? is : `${is}: ${answer(goal, evidence)}`
}
