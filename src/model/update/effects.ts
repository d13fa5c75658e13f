// The effects of a line: the difference between two snapshots, without what was already going on.

import {type NodeName, namesOf, portOf, type Roster} from '../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  linkIsUp,
  masterPortOf,
  offsetOf,
  roleOf,
  type Snapshot,
} from '../cluster/snapshot.ts'
import {whatChanged} from '../cluster/what-changed.ts'
import {type Action, errorOf, type Outcome} from '../commands/action.ts'
import {type CommandTable, commandInfo} from '../commands/command-table.ts'
import type {Entry, LineEffect} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'

/** What the line may have changed; undefined for a line that only read, or failed. */
export function effectOf(entry: Entry, commandTable: CommandTable, roster: Roster): LineEffect | undefined {
  const outcomes = outcomesOf(entry).filter(wasCarriedOut)
  const changing = outcomes.map(outcome => ({outcome, changes: changesOf(outcome.action, commandTable)}))
  const wrote = changing.flatMap(({outcome, changes}) =>
    changes === 'data' ? [outcome.action.node, ...targetOf(outcome.action, roster)] : [],
  )
  const ordered = changing.some(({changes}) => changes === 'nodes')
  if (wrote.length === 0 && !ordered) return undefined
  return {wrote: [...new Set(wrote)], ordered, over: Math.max(...outcomes.map(({at, ms}) => at + ms))}
}

/** Whether the action was carried out: SHUTDOWN closes the connection without a reply. */
function wasCarriedOut(outcome: Outcome): boolean {
  if (outcome.is === 'failed') return outcome.because.key === 'outcome.closed'
  return errorOf(outcome) === undefined
}

/** Admin commands that change nothing. */
const readOnlyCommands = / (GET|LIST|HELP|INFO|LOG|SLAVES|REPLICAS|COUNT-FAILURE-REPORTS|LINKS|USERS|DOCTOR)$/

function changesOf(action: Action, commandTable: CommandTable): 'data' | 'nodes' | undefined {
  if (action.do !== 'command') return 'nodes'
  const {name = '', info} = commandInfo(commandTable, action) ?? {}
  return readOnlyCommands.test(name) ? undefined : info?.changes
}

/** MIGRATE's target node: it writes there too. */
function targetOf(action: Action, roster: Roster): readonly NodeName[] {
  if (action.do !== 'command' || action.words[0]?.toUpperCase() !== 'MIGRATE') return []
  return namesOf(roster.filter(({port}) => String(port) === action.words[2]))
}

export type Effects = Readonly<{
  sentences: readonly Message[]
  /** Whether a replica is still behind, or its link not up yet. */
  pending: boolean
}>

export function effectsOf({wrote, ordered, over}: LineEffect, before: Snapshot, now: Snapshot): Effects {
  // Takes the upper bound: the reading shows some moment while it was taken.
  const within = Math.max(1, Math.ceil(now.at + (now.took ?? 0) - over))
  const changed = ordered ? [...changesApartFromLinks(before, now, wrote), ...links(before, now, within)] : []
  const written = wrote.map(node => writtenOn(node, before, now, within))
  return {
    sentences: [...changed, ...written.flatMap(({sentences}) => sentences)],
    pending: written.some(({pending}) => pending) || (ordered && isLinking(before, now)),
  }
}

/** Changes of roles, slots, processes and synchronizations. Key counts only of masters that were not written to: the others are reported elsewhere. */
function changesApartFromLinks(
  before: Snapshot,
  now: Snapshot,
  wrote: readonly NodeName[],
): readonly Message[] {
  const reportedElsewhere = [
    ...replicasIn(now).map(({port}) => port),
    ...wrote.map(node => portOf(node, now.roster)),
  ]
  return whatChanged(before, now).filter(
    ({key, values}) => key !== 'what-changed.keys' || !reportedElsewhere.includes(Number(values?.['node'])),
  )
}

/** Links that went up or down. A link to a new master is reported only once it is up. */
function links(before: Snapshot, now: Snapshot, within: number): readonly Message[] {
  return replicasIn(now).flatMap(reading => {
    const values = {node: reading.port, master: masterPortOf(reading) ?? 0}
    if (!wasLinked(before, reading))
      return linkIsUp(reading) ? [message('effects.linkUp', {...values, within})] : []
    return linkIsUp(reading) ? [] : [message('effects.linkDown', values)]
  })
}

/** Whether it had a working link to the same master before. */
function wasLinked(before: Snapshot, reading: Answered): boolean {
  const was = answeredOf(before, reading.name)
  return was !== undefined && masterPortOf(was) === masterPortOf(reading) && linkIsUp(was)
}

function replicasIn(snapshot: Snapshot): readonly Answered[] {
  return snapshot.nodes.flatMap(reading =>
    reading.is === 'answered' && roleOf(reading) === 'replica' ? [reading] : [],
  )
}

/** Whether a replica's link is still to come up: its master is new, or one of the two was down. */
function isLinking(before: Snapshot, now: Snapshot): boolean {
  return replicasIn(now).some(reading => {
    const was = answeredOf(before, reading.name)
    const master = masterPortOf(reading)
    if (linkIsUp(reading)) return false
    if (!was || masterPortOf(was) !== master) return true
    return answersAt(now, master) && (linkIsUp(was) || !answersAt(before, master))
  })
}

function answersAt({nodes}: Snapshot, port: number | undefined): boolean {
  return nodes.some(reading => reading.is === 'answered' && reading.port === port)
}

function writtenOn(node: NodeName, before: Snapshot, now: Snapshot, within: number): Effects {
  const was = answeredOf(before, node)
  const is = answeredOf(now, node)
  if (!was || !is || was.runId !== is.runId) return {sentences: [], pending: false}
  const keys = {was: was.keys, now: is.keys}
  const [from, to] = [offsetOf(was), offsetOf(is)]
  const grew = roleOf(was) === 'master' && roleOf(is) === 'master' && to > from
  if (!grew || isOnlyPings(to - from, now.at - before.at))
    return {
      sentences: keys.was === keys.now ? [] : [message('what-changed.keys', {node: is.port, ...keys})],
      pending: false,
    }
  const offset = {node: is.port, from, to}
  const written =
    keys.was === keys.now ? message('effects.offset', offset) : message('effects.keys', {...offset, ...keys})
  const followers = replicasIn(now).filter(reading => receivesFrom(reading, is))
  const behind = followers.filter(reading => offsetOf(reading) < to)
  const caughtUp = followers.filter(reading => !behind.includes(reading))
  const replicas = portsOf(caughtUp)
  return {
    sentences: [
      written,
      ...(caughtUp.length > 0 ? [message('effects.followed', {replicas, within})] : []),
      ...behind.map(reading =>
        message('effects.behind', {node: reading.port, bytes: to - offsetOf(reading)}),
      ),
    ],
    pending: behind.length > 0,
  }
}

/** Whether the replica receives this master's stream: offsets compare only within one replication history. */
function receivesFrom(replica: Answered, master: Answered): boolean {
  return (
    masterPortOf(replica) === master.port &&
    linkIsUp(replica) &&
    replica.replication['master_replid'] === master.replication['master_replid']
  )
}

function portsOf(readings: readonly Answered[]) {
  return listed(readings.map(({port}) => port))
}

/** A master adds a PING of 14 bytes to the replication stream every 10 s, even without writes (default of repl-ping-replica-period). */
const [pingBytes, pingEvery] = [14, 10_000]

/** Whether the offset grew by PINGs alone: no write is as short as a PING. */
function isOnlyPings(bytes: number, ms: number): boolean {
  return bytes % pingBytes === 0 && bytes / pingBytes <= 1 + Math.floor(ms / pingEvery)
}
