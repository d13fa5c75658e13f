// What six nodes said at one moment. There is no cluster truth, only six opinions, and silence is one of them.

import {hasSlot} from './hash-slot.ts'
import type {NodeName, Roster} from './node.ts'
import {type ClusterLine, type Fields, parsePairs} from './parse-info.ts'

/** Which nodes stand, and how they are joined. */
export const stages = ['cluster', 'standalone', 'bare'] as const
export type Stage = (typeof stages)[number]

/** What the keeper knows of a node's process. `killed` by SIGKILL, `stopped` by an orderly end, `exited` by itself. */
export type ProcessState = Readonly<{
  is: 'running' | 'paused' | 'killed' | 'stopped' | 'exited' | 'absent'
  pid?: number
}>

/** There is a process; a paused one counts. */
export function isAlive({is}: ProcessState): boolean {
  return is === 'running' || is === 'paused'
}

type Common = Readonly<{name: NodeName; port: number; process: ProcessState}>

/** A node that answered. */
export type Answered = Common &
  Readonly<{
    is: 'answered'
    runId: string
    /** INFO replication, every field, in the order printed. */
    replication: Fields
    /** Keys in all databases. */
    keys: number
    /** INFO stats: `sync_full`, `sync_partial_ok`, `sync_partial_err`, `keyspace_hits`, `keyspace_misses`. */
    stats: Readonly<Record<string, number>>
    /** Calls by command name (INFO commandstats), the lab's own polling taken off. */
    calls: Readonly<Record<string, number>>
    /** Error replies by their first word (INFO errorstats): `MOVED`, `READONLY`. */
    errors: Readonly<Record<string, number>>
    /** Slot -> how many keys of it the node holds, for the slots that were asked for. */
    slotKeys: Readonly<Record<number, number>>
    /** Absent where the node runs without cluster mode. */
    cluster?: ClusterView
  }>

/** The cluster as one node sees it. */
export type ClusterView = Readonly<{info: Fields; nodes: readonly ClusterLine[]}>

/** A node that did not answer, why, and since when (ms since the epoch). */
export type Silent = Common &
  Readonly<{
    is: 'silent'
    /** `notStarted`: a spare that nobody has started yet; `locked`: it asks the lab for a password, or forbids it to ask; `busy`: a script runs there, and nobody else is served. */
    because:
      | 'notRunning'
      | 'notStarted'
      | 'paused'
      | 'refused'
      | 'noAnswer'
      | 'loading'
      | 'locked'
      | 'busy'
      | 'stranger'
    since: number
    lastSaid?: Fields
  }>

export type Reading = Answered | Silent

/** The readings of all nodes at one moment (ms since the epoch): of some time within the next `took` ms. */
export type Snapshot = Readonly<{
  at: number
  took?: number
  stage: Stage
  roster: Roster
  nodes: readonly Reading[]
}>

export function readingOf(snapshot: Snapshot, node: string): Reading | undefined {
  return snapshot.nodes.find(reading => reading.name === node)
}

export function answeredOf(snapshot: Snapshot, node: string): Answered | undefined {
  const reading = readingOf(snapshot, node)
  return reading?.is === 'answered' ? reading : undefined
}

/** All but the spares that nobody has started yet: of these there is nothing to say. */
export function startedNodes(snapshot: Snapshot): readonly Reading[] {
  return snapshot.nodes.filter(({process}) => process.is !== 'absent')
}

export type Role = 'master' | 'replica'

/** INFO says `slave`; we say replica. `primary`, should a server ever print it, is a master. */
export function roleOf(reading: Answered): Role {
  return roleIn(reading.replication)
}

export function roleIn({role}: Fields): Role {
  return role === 'master' || role === 'primary' ? 'master' : 'replica'
}

/** The port of the node's master, as the replica names it; undefined on a master. */
export function masterPortOf(reading: Answered): number | undefined {
  return roleOf(reading) === 'replica' ? Number(reading.replication['master_port']) : undefined
}

export function linkIsUp(reading: Answered): boolean {
  return reading.replication['master_link_status'] === 'up'
}

/** How far the node's history has come: what a master wrote, what a replica applied. In bytes. */
export function offsetOf(reading: Answered): number {
  return offsetIn(reading.replication)
}

/** As `offsetOf`, of INFO replication's fields. */
export function offsetIn(fields: Fields): number {
  const field = roleIn(fields) === 'master' ? 'master_repl_offset' : 'slave_repl_offset'
  return Number(fields[field] ?? 0)
}

/** A master's line about one replica: `slave0:ip=…,port=6380,state=online,offset=…,lag=…`. */
export type AttachedReplica = Readonly<{port: number; state: string; offset: number; lag: number}>

export function attachedReplicas(reading: Answered): readonly AttachedReplica[] {
  return Object.entries(reading.replication)
    .filter(([field]) => /^slave\d+$/.test(field))
    .map(([, value]) => {
      const pairs = parsePairs(value)
      return {
        port: Number(pairs['port']),
        state: pairs['state'] ?? '',
        offset: Number(pairs['offset']),
        lag: Number(pairs['lag']),
      }
    })
}

/** The slots a node serves, in its own view: `0-5460`; empty for a replica or outside a cluster. */
export function slotsOf(reading: Answered): readonly string[] {
  return reading.cluster?.nodes.find(line => line.flags.includes('myself'))?.slots ?? []
}

/** Who says that it serves `slot`; the first who does, while two of them do. */
export function ownerOfSlot(snapshot: Snapshot, slot: number): Answered | undefined {
  return snapshot.nodes.find(
    (reading): reading is Answered => reading.is === 'answered' && hasSlot(slotsOf(reading), slot),
  )
}

/** One node and, under it, those that replicate it: a tree, because a replica may have replicas. */
export type ReplicationTree = Readonly<{reading: Reading; replicas: readonly ReplicationTree[]}>

/**
 * Who replicates whom, as the replicas themselves say; a silent node stands where it was last known to.
 * Nodes of a ring (each the replica of the next) have no head: the first by name is shown as one, so that none is lost.
 */
export function replicationTrees(snapshot: Snapshot): readonly ReplicationTree[] {
  const upstream = new Map(snapshot.nodes.map(reading => [reading.name, upstreamOf(snapshot, reading)]))
  const placed = new Set<NodeName>()
  const family = (reading: Reading): ReplicationTree => {
    placed.add(reading.name)
    const replicas = snapshot.nodes.filter(
      other => upstream.get(other.name) === reading.name && !placed.has(other.name),
    )
    return {reading, replicas: replicas.map(family)}
  }
  const heads = snapshot.nodes.filter(reading => upstream.get(reading.name) === undefined).map(family)
  const ringHeads: ReplicationTree[] = []
  for (const reading of snapshot.nodes) if (!placed.has(reading.name)) ringHeads.push(family(reading))
  return [...heads, ...ringHeads]
}

function upstreamOf(snapshot: Snapshot, reading: Reading): NodeName | undefined {
  const fields = reading.is === 'answered' ? reading.replication : reading.lastSaid
  if (!fields || roleIn(fields) === 'master') return undefined
  const port = Number(fields['master_port'])
  return snapshot.nodes.find(node => node.port === port)?.name
}
