// The effects of a line: the difference between two snapshots, without what was already going on.

import {upstreamOf} from '../cluster/cluster-view.ts'
import {type NodeName, namesOf, portOf, type Roster} from '../cluster/node.ts'
import {pingBytes} from '../cluster/replication-ids.ts'
import {
  type Answered,
  answeredOf,
  asLastHeard,
  awaitsAnswer,
  linkIsUp,
  offsetOf,
  readingOf,
  roleOf,
  type Snapshot,
} from '../cluster/snapshot.ts'
import {whatChanged} from '../cluster/what-changed.ts'
import {type Action, errorOf, type Outcome} from '../commands/action.ts'
import {type CommandTable, commandInfo} from '../commands/command-table.ts'
import type {Entry, HeldUp, LineEffect, LinkingLine} from '../state/lab-state.ts'
import {outcomesOf} from '../state/transcript.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {fullSyncReason} from '../timeline/describe.ts'
import {downKinds, type EventKind, type TimelineEntry, upKinds} from '../timeline/entry.ts'
import {failoversOf} from '../timeline/failover.ts'

/** What the line may have changed; undefined for a line that only read, or failed. */
export function effectOf(entry: Entry, commandTable: CommandTable, roster: Roster): LineEffect | undefined {
  const outcomes = outcomesOf(entry).filter(wasCarriedOut)
  const changing = outcomes.map(outcome => ({outcome, changes: changesOf(outcome.action, commandTable)}))
  const wrote = changing.flatMap(({outcome, changes}) =>
    changes === 'data' ? [outcome.action.node, ...targetOf(outcome.action, roster)] : [],
  )
  const orders = changing.filter(({changes}) => changes === 'nodes')
  if (wrote.length === 0 && orders.length === 0) return undefined
  return {
    wrote: [...new Set(wrote)],
    ordered: orders.length > 0,
    to: [...new Set(orders.map(({outcome}) => outcome.action.node))],
    began: Math.min(...outcomes.map(({at}) => at)),
    over: Math.max(...outcomes.map(({at, ms}) => at + ms)),
  }
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
  /** Whether a replica is still behind, its link not up yet, or a node late, so that its new state is not known yet. */
  pending: boolean
}>

/** What else is known about the time in which the line had its effects. */
export type EffectContext = Readonly<{
  timeline: readonly TimelineEntry[]
  /** The last time at which the lab itself was held up: readings after it were taken late. */
  heldUp?: HeldUp | undefined
}>

/** ms; a node that is silent for longer counts as one that does not respond, which may be an effect of the line. */
const patience = 2000

export function effectsOf(
  effect: LineEffect,
  before: Snapshot,
  now: Snapshot,
  context: EffectContext = {timeline: []},
): Effects {
  const {wrote, ordered} = effect
  const heard = asLastHeard(before, now)
  const changed = ordered ? ordersOf(effect, heard, now, context) : []
  const written = wrote.map(node => writtenOn(node, heard, now))
  const concerned = now.nodes.filter(({name}) => ordered || wrote.includes(name))
  const isLinking = ordered && linking(heard, now).length > 0
  return {
    sentences: [...changed, ...written.flatMap(({sentences}) => sentences)],
    pending:
      written.some(({pending}) => pending) || isLinking || awaitsAnswer({...now, nodes: concerned}, patience),
  }
}

/** Effects of a line that gave orders to nodes. After the lab was held up, only of those nodes: what befell the others has other causes. */
function ordersOf(
  effect: LineEffect,
  before: Snapshot,
  now: Snapshot,
  {timeline, heldUp}: EffectContext,
): readonly Message[] {
  const syncs = syncsSince(effect.began, timeline)
  const all = [
    ...changesApartFromLinks(effect, before, now, {timeline, syncs}),
    ...links(effect, before, now, {timeline, syncs}),
  ]
  if (!heldUp || heldUp.at + heldUp.ms < before.at) return all
  const own = effect.to.map(node => portOf(node, now.roster))
  const seconds = (heldUp.ms / 1000).toFixed(1)
  return [
    ...all.filter(({values}) => own.includes(Number(values?.['node']))),
    message('effects.heldUp', {seconds}),
  ]
}

type Syncs = Readonly<{timeline: readonly TimelineEntry[]; syncs: readonly TimelineEntry[]}>

/** Synchronizations that the replicas' logs report since the line began. */
function syncsSince(began: number, timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return timeline.filter(
    ({kind, at, from: [best]}) =>
      (kind === 'fullSync' || kind === 'partialSync') && at >= began && best !== 'poll',
  )
}

/** Says about one node that it stopped or came back. */
const processKeys: readonly string[] = [
  'what-changed.notRunning',
  'what-changed.noAnswer',
  'what-changed.refused',
  'what-changed.paused',
  'what-changed.back',
  'what-changed.started',
  'what-changed.responds',
]
const syncKeys: readonly string[] = ['what-changed.sync_full', 'what-changed.sync_partial_ok']

/** Says that a node became a master or a replica. */
const roleKeys: readonly string[] = [
  'what-changed.master',
  'what-changed.master.slots',
  'what-changed.replica',
]

/** ms by which a reading may show a failover late. */
const late = 2000

/** Whether the node changed its role in a failover that had begun before the line, which was not sent to it. */
function isUnderWay(
  node: NodeName | undefined,
  {began, to}: Pick<LineEffect, 'began' | 'to'>,
  timeline: readonly TimelineEntry[],
): boolean {
  if (node === undefined || to.includes(node)) return false
  return failoversOf(timeline).some(
    ({begin, end, promoted, owner}) =>
      begin.at < began && (end?.at ?? began) >= began - late && (promoted === node || owner === node),
  )
}

/** Changes of roles, slots and processes. Key counts only of masters that were not written to: the others are reported elsewhere. */
function changesApartFromLinks(
  {wrote, began, to}: LineEffect,
  before: Snapshot,
  now: Snapshot,
  {timeline, syncs}: Syncs,
): readonly Message[] {
  const reportedElsewhere = [
    ...replicasIn(now).map(({port}) => port),
    ...wrote.map(node => portOf(node, now.roster)),
  ]
  const nodeNamed = (port: unknown) => now.nodes.find(node => node.port === port)?.name
  return whatChanged(before, now).filter(({key, values}) => {
    const port = values?.['node']
    if (key === 'what-changed.keys') return !reportedElsewhere.includes(Number(port))
    // From outside the lab: neither is the learner's.
    if (key === 'what-changed.foreign') return false
    if (syncKeys.includes(key)) return !syncs.some(({other}) => other === nodeNamed(port))
    if (roleKeys.includes(key)) return !isUnderWay(nodeNamed(port), {began, to}, timeline)
    return !processKeys.includes(key) || !isEarlier(nodeNamed(port), began, timeline)
  })
}

/** Whether the node stopped or came back before the line began, though a reading showed it only afterwards. */
function isEarlier(node: NodeName | undefined, began: number, timeline: readonly TimelineEntry[]): boolean {
  const kinds: readonly EventKind[] = [...downKinds, ...upKinds]
  const last = timeline.findLast(one => one.node === node && kinds.includes(one.kind))
  return last !== undefined && last.at < began && last.from[0] !== 'poll'
}

/** Links that went up or down. A link to a new master is reported only once it is up, and how: the replica's log has the time. */
function links(effect: LineEffect, before: Snapshot, now: Snapshot, context: Syncs): readonly Message[] {
  return replicasIn(now).flatMap(reading => {
    const upstream = upstreamOf(reading, now)
    const values = {node: reading.port, master: upstream?.port ?? 0}
    const isUp = linkIsUp(reading)
    const touched = effect.to.some(node => node === reading.name || node === upstream?.node)
    // It was on its way before the line: an earlier one had ordered it.
    if (isUp && !touched && wasLinking(reading, before, now)) return []
    const sync = context.syncs.findLast(
      ({node, other}) => node === reading.name && (other === undefined || other === upstream?.node),
    )
    if (isUp && sync) return [linkUp(values, sync, effect, context.timeline, now.roster)]
    if (wasLinked(reading, before, now) || (isUp && wasPaused(before, reading)))
      return isUp ? [] : [message('effects.linkDown', values)]
    return isUp ? [message('effects.linkUp', values)] : []
  })
}

function linkUp(
  values: Readonly<{node: number; master: number}>,
  sync: TimelineEntry,
  {began, lines = 1}: LineEffect & Readonly<{lines?: number}>,
  timeline: readonly TimelineEntry[],
  roster: Roster,
): Message {
  const how = howSynced(sync, timeline, roster)
  // With several lines there is no one moment to count from; a copy that is not loaded yet has no end.
  const end = sync.until ?? (sync.kind === 'partialSync' ? sync.at : undefined)
  return lines > 1 || end === undefined
    ? message('effects.linked', {...values, how})
    : message('effects.linked.after', {...values, how, ms: Math.round(end - began)})
}

const withBytes = {
  'effects.fullSync': 'effects.fullSync.bytes',
  'effects.partialSync': 'effects.partialSync.bytes',
} as const

/** `full resynchronization, an RDB of 172 bytes (its history is not that of 6379)`. */
function howSynced(sync: TimelineEntry, timeline: readonly TimelineEntry[], roster: Roster): Message {
  const kind = sync.kind === 'fullSync' ? 'effects.fullSync' : 'effects.partialSync'
  const bytes = sync.values['bytes']
  const how = bytes === undefined ? message(kind) : message(withBytes[kind], {bytes})
  const why = sync.kind === 'fullSync' ? fullSyncReason(sync, timeline, roster) : undefined
  return why ? message('effects.because', {how, why}) : how
}

/** Whether it had a working link to the same master before. */
function wasLinked(reading: Answered, before: Snapshot, now: Snapshot): boolean {
  const was = answeredOf(before, reading.name)
  return was !== undefined && linkIsUp(was) && masterAt(was, before) === masterAt(reading, now)
}

/** The port of its master. */
function masterAt(reading: Answered, now: Snapshot): number | undefined {
  return upstreamOf(reading, now)?.port
}

/** Whether it was paused: such a process keeps its connections, and its log tells if one broke all the same. */
function wasPaused(before: Snapshot, {name}: Answered): boolean {
  const was = readingOf(before, name)
  return was?.is === 'silent' && was.because === 'paused'
}

function replicasIn(snapshot: Snapshot): readonly Answered[] {
  return snapshot.nodes.flatMap(reading =>
    reading.is === 'answered' && roleOf(reading) === 'replica' ? [reading] : [],
  )
}

/** Whether its link to the same master was down though both answered. */
function wasLinking(reading: Answered, before: Snapshot, now: Snapshot): boolean {
  const was = answeredOf(before, reading.name)
  const master = masterAt(reading, now)
  return was !== undefined && masterAt(was, before) === master && !linkIsUp(was) && answersAt(before, master)
}

/** What is said of links that took longer than the line was watched; `nodes` are still not linked. */
export function lateLinks(
  {nodes, before, ...effect}: LinkingLine,
  now: Snapshot,
  timeline: readonly TimelineEntry[],
): Readonly<{sentences: readonly Message[]; nodes: readonly NodeName[]}> {
  const up = replicasIn(now).filter(reading => nodes.includes(reading.name) && linkIsUp(reading))
  const ports = up.map(({port}) => port)
  const syncs = syncsSince(effect.began, timeline)
  const to = [...effect.to, ...nodes]
  const sentences = links({...effect, to}, before, now, {timeline, syncs}).filter(({values}) =>
    ports.includes(Number(values?.['node'])),
  )
  const linked = up.map(({name}) => name)
  return {sentences, nodes: nodes.filter(node => !linked.includes(node))}
}

/** The replicas whose link is still to come up: the master is new, or one of the two was down. */
export function linking(before: Snapshot, now: Snapshot): readonly NodeName[] {
  const isLinking = (reading: Answered) => {
    const was = answeredOf(before, reading.name)
    const master = masterAt(reading, now)
    if (linkIsUp(reading)) return false
    if (!was || masterAt(was, before) !== master) return true
    return answersAt(now, master) && (linkIsUp(was) || !answersAt(before, master))
  }
  return replicasIn(now)
    .filter(isLinking)
    .map(({name}) => name)
}

function answersAt({nodes}: Snapshot, port: number | undefined): boolean {
  return nodes.some(reading => reading.is === 'answered' && reading.port === port)
}

function writtenOn(node: NodeName, before: Snapshot, now: Snapshot): Effects {
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
  const followers = replicasIn(now).filter(reading => receivesFrom(reading, is, now))
  const behind = followers.filter(reading => offsetOf(reading) < to)
  const caughtUp = followers.filter(reading => !behind.includes(reading))
  const replicas = portsOf(caughtUp)
  return {
    sentences: [
      written,
      ...(caughtUp.length > 0 ? [message('effects.followed', {replicas})] : []),
      ...behind.map(reading =>
        message('effects.behind', {node: reading.port, bytes: to - offsetOf(reading)}),
      ),
    ],
    pending: behind.length > 0,
  }
}

/** Whether the replica receives this master's stream: offsets compare only within one replication history. */
function receivesFrom(replica: Answered, master: Answered, now: Snapshot): boolean {
  return (
    masterAt(replica, now) === master.port &&
    linkIsUp(replica) &&
    replica.replication['master_replid'] === master.replication['master_replid']
  )
}

function portsOf(readings: readonly Answered[]) {
  return listed(readings.map(({port}) => port))
}

/** ms between the PINGs that a master adds to the replication stream, even without writes (default of repl-ping-replica-period). */
const pingEvery = 10_000

/** Whether the offset grew by PINGs alone: no write is as short as a PING. */
function isOnlyPings(bytes: number, ms: number): boolean {
  return bytes % pingBytes === 0 && bytes / pingBytes <= 1 + Math.floor(ms / pingEvery)
}
