// Snapshot of all nodes at one moment: a reading for each node that answered, a reason for each that did not.

import {hasSlot} from './hash-slot.ts'
import type {Links} from './links.ts'
import {type Base, type NodeName, type Roster, rosterAt, sentinelRosterAt} from './node.ts'
import {type ClusterLine, type Fields, parsePairs} from './parse-info.ts'
import type {SentinelView} from './sentinel-view.ts'

/** Which nodes are started, and how they are connected. */
export const stages = ['cluster', 'standalone', 'bare', 'sentinel'] as const
export type Stage = (typeof stages)[number]

/** True if the nodes of the stage run in cluster mode. */
export function isClustered(stage: Stage): boolean {
  return stage === 'cluster' || stage === 'bare'
}

/** The nodes of a stage on the ports from `base` on. Stages with Sentinels have no wires. */
export function rosterOf(stage: Stage, base: Base, spares: readonly NodeName[] = [], wired = false): Roster {
  return stage === 'sentinel' ? sentinelRosterAt(base, spares) : rosterAt(base, spares, wired)
}

/** State of a node's process as the keeper knows it. `killed`: by SIGKILL; `stopped`: by an orderly shutdown; `exited`: on its own. */
export type ProcessState = Readonly<{
  is: 'running' | 'paused' | 'killed' | 'stopped' | 'exited' | 'absent'
  pid?: number
  /** When the keeper saw the process end, ms since the epoch. */
  endedAt?: number
}>

/** True if a process exists; a paused one counts. */
export function isAlive({is}: ProcessState): boolean {
  return is === 'running' || is === 'paused'
}

type Common = Readonly<{name: NodeName; port: number; process: ProcessState}>

/** A node that answered. */
export type Answered = Common &
  Readonly<{
    is: 'answered'
    runId: string
    /** All fields of INFO replication, in the order printed. */
    replication: Fields
    /** Number of keys in all databases. */
    keys: number
    /** How many of them have a time to live; absent for none. */
    expires?: number
    /** It writes a new append-only file, or will once another child process has ended (INFO persistence); absent if not. */
    rewritesAof?: true
    /** INFO stats: `sync_full`, `sync_partial_ok`, `sync_partial_err`, `keyspace_hits`, `keyspace_misses`. */
    stats: Readonly<Record<string, number>>
    /** Calls by command name (INFO commandstats), without the lab's own polling. */
    calls: Readonly<Record<string, number>>
    /** Error replies by their first word (INFO errorstats): `MOVED`, `READONLY`. */
    errors: Readonly<Record<string, number>>
    /** Number of keys by slot, for the slots whose keys are counted. */
    slotKeys: Readonly<Record<number, number>>
    /** Absent if the node runs without cluster mode. */
    cluster?: ClusterView
  }>

/** The cluster in one node's view. */
export type ClusterView = Readonly<{info: Fields; nodes: readonly ClusterLine[]}>

/** A Sentinel that answered. */
export type SentinelReading = Common & Readonly<{is: 'sentinel'; runId: string; view: SentinelView}>

/** A node that did not answer, with the reason, and since when (ms since the epoch). */
export type Silent = Common &
  Readonly<{
    is: 'silent'
    /**
     * `notStarted`: a spare that was never started. `locked`: the node requires a password, or denies the lab's commands. `busy`: a script is
     * running, so no other client is served.
     */
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
    /**
     * More of its last answer: the process, the number of keys, and the ids of the node and its master in the cluster. Older recordings have no `stats` and
     * no `cluster`.
     */
    last?: Pick<Answered, 'runId' | 'keys' | 'expires' | 'cluster'> &
      Readonly<{stats?: Answered['stats']; id?: string; masterId?: string}>
  }>

export type Reading = Answered | SentinelReading | Silent

/** True if the node runs and may still answer by itself; a paused node and one that asks for a password do not. */
function isLate(reading: Reading): reading is Silent {
  return reading.is === 'silent' && reading.because !== 'locked' && reading.process.is === 'running'
}

/** True if a node that runs has not answered, unless it has been silent for `patience` ms or more. */
export function awaitsAnswer({nodes, at}: Snapshot, patience: number): boolean {
  return nodes.some(reading => isLate(reading) && at - reading.since < patience)
}

/** Readings of all nodes, made between `at` (ms since the epoch) and `at + took`. */
export type Snapshot = Readonly<{
  at: number
  took?: number
  stage: Stage
  roster: Roster
  /** What was cut or slow when the reading began; absent if nothing was. */
  links?: Links
  nodes: readonly Reading[]
}>

export function readingOf(snapshot: Snapshot, node: string): Reading | undefined {
  return snapshot.nodes.find(reading => reading.name === node)
}

export function answeredOf(snapshot: Snapshot, node: string): Answered | undefined {
  const reading = readingOf(snapshot, node)
  return reading?.is === 'answered' ? reading : undefined
}

export function sentinelOf(snapshot: Snapshot, node: string): SentinelReading | undefined {
  const reading = readingOf(snapshot, node)
  return reading?.is === 'sentinel' ? reading : undefined
}

/** The Sentinels that answered. */
export function sentinelsIn({nodes}: Snapshot): readonly SentinelReading[] {
  return nodes.filter(reading => reading.is === 'sentinel')
}

/** All nodes but the spares that were never started. */
export function startedNodes(snapshot: Snapshot): readonly Reading[] {
  return snapshot.nodes.filter(({process}) => process.is !== 'absent')
}

/** The fields of INFO replication: those of now or, of a silent node, the last. Undefined for a Sentinel, and if it never answered. */
export function lastFields(reading: Reading): Fields | undefined {
  if (reading.is === 'answered') return reading.replication
  return reading.is === 'silent' ? reading.lastSaid : undefined
}

/**
 * Replaces each node that was late in `before` by its last answer, if the same process answers now: a comparison then shows what changed during the silence.
 * Its counts of calls and errors are left empty.
 */
export function asLastHeard(before: Snapshot, now: Snapshot): Snapshot {
  return {...before, nodes: before.nodes.map(was => lastAnswer(was, readingOf(now, was.name)) ?? was)}
}

function lastAnswer(was: Reading, is: Reading | undefined): Answered | undefined {
  if (!isLate(was) || is?.is !== 'answered' || was.last?.runId !== is.runId) return undefined
  const {lastSaid: replication, last} = was
  const {stats, id: _id, masterId: _masterId, ...kept} = last
  if (!replication || !stats) return undefined
  const {name, port, process} = was
  return {
    is: 'answered',
    name,
    port,
    process,
    replication,
    ...kept,
    stats,
    calls: {},
    errors: {},
    slotKeys: {},
  }
}

export type Role = 'master' | 'replica'

/** INFO prints `slave`; the lab calls it replica. `primary`, if a server prints it, counts as master. */
export function roleOf(reading: Answered): Role {
  return roleIn(reading.replication)
}

export function roleIn({role}: Fields): Role {
  return role === 'master' || role === 'primary' ? 'master' : 'replica'
}

/** Port of the master that the replica names; undefined for a master. */
export function masterPortOf(reading: Answered): number | undefined {
  return roleOf(reading) === 'replica' ? Number(reading.replication['master_port']) : undefined
}

export function linkIsUp(reading: Answered): boolean {
  return reading.replication['master_link_status'] === 'up'
}

/** Replication offset in bytes: written by a master, applied by a replica. */
export function offsetOf(reading: Answered): number {
  return offsetIn(reading.replication)
}

/** Like `offsetOf`, from the fields of INFO replication. */
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

/** The line about the node itself in its own CLUSTER NODES; undefined outside a cluster. */
export function ownLine({cluster}: Answered): ClusterLine | undefined {
  return cluster?.nodes.find(({flags}) => flags.includes('myself'))
}

/** Slots that the node serves in its own view: `0-5460`; empty for a replica or outside a cluster. */
export function slotsOf(reading: Answered): readonly string[] {
  return ownLine(reading)?.slots ?? []
}

/** Finds the first node that claims `slot`; during a migration or failover two nodes may claim it. */
export function ownerOfSlot(snapshot: Snapshot, slot: number): Answered | undefined {
  return snapshot.nodes.find(
    (reading): reading is Answered => reading.is === 'answered' && hasSlot(slotsOf(reading), slot),
  )
}
