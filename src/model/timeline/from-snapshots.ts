// Timeline entries from two consecutive snapshots: events that no log reports, such as a suspicion or an outside kill, and some that logs do.

import {
  isSuspected,
  lineAbout,
  nodeOfId,
  slotsServedBy,
  type Upstream,
  upstreamOf,
} from '../cluster/cluster-view.ts'
import {dataLosses} from '../cluster/data-loss.ts'
import {foreignPorts} from '../cluster/failure-view.ts'
import {countSlots} from '../cluster/hash-slot.ts'
import {type NodeName, nodeAt} from '../cluster/node.ts'
import type {ClusterLine} from '../cluster/parse-info.ts'
import {slotChanges} from '../cluster/slot-moves.ts'
import {
  type Answered,
  answeredOf,
  asLastHeard,
  isAlive,
  lastFields,
  linkIsUp,
  ownLine,
  type Reading,
  roleOf,
  type Silent,
  type Snapshot,
  slotsOf,
} from '../cluster/snapshot.ts'
import {newlyStranded} from '../cluster/stranded-keys.ts'
import {foreignReplicas} from '../cluster/what-changed.ts'
import {downKinds, type EventKind, type TimelineEntry, upKinds, withEntry, withSlots} from './entry.ts'

type Entries = readonly TimelineEntry[]
type SeenEvent = Omit<TimelineEntry, 'from' | 'at'> & Readonly<Partial<Pick<TimelineEntry, 'from' | 'at'>>>

/** Adds the events between `before` and `now`. */
export function withSnapshot(entries: Entries, before: Snapshot, now: Snapshot): Entries {
  // An unchanged snapshot shares its list of readings.
  if (before.nodes === now.nodes || before.stage !== now.stage) return entries
  const heard = asLastHeard(before, now)
  const found = now.nodes.flatMap((reading, i) => {
    const [was, said] = [before.nodes[i], heard.nodes[i]]
    if (!was || !said || was === reading) return []
    return [...processChanges(was, reading, entries, before), ...linkChanges(said, reading, heard, now)]
  })
  const events = isAllSilent(now)
    ? allSilent(before, now)
    : [...found, ...losses(before, now), ...stranded(before, now)]
  const seen = {at: now.at, from: ['poll']} as const
  const all = events.reduce<Entries>((all, one) => withEntry(all, {...seen, ...one}), entries)
  return slotEvents(heard, now).reduce<Entries>((all, one) => withSlots(all, {...seen, ...one}), all)
}

/** Whether every node that runs gives no answer: then not the nodes are at fault, but the computer. */
function isAllSilent({nodes}: Snapshot): boolean {
  const running = nodes.filter(({process}) => process.is === 'running')
  return running.length > 1 && running.every(isQuiet)
}

function isQuiet(reading: Reading): reading is Silent {
  return reading.is === 'silent' && reading.because === 'noAnswer'
}

function allSilent(before: Snapshot, now: Snapshot): readonly SeenEvent[] {
  const [first] = now.nodes
  return first && !isAllSilent(before) ? [{kind: 'allSilent', node: first.name, values: {}}] : []
}

function losses(before: Snapshot, now: Snapshot): readonly SeenEvent[] {
  return dataLosses(before, now).map(({node, was, now, why, master, hadExpiring}) => ({
    kind: 'dataLost',
    node,
    ...(master?.node && {other: master.node}),
    values: {
      ...{was, now, why, ...(hadExpiring && {expiring: 1})},
      ...(master && !master.node && {otherPort: master.port}),
    },
  }))
}

function stranded(before: Snapshot, now: Snapshot): readonly SeenEvent[] {
  return newlyStranded(before, now).flatMap(({port, ...values}) => {
    const node = nodeAt(port, now.roster)
    return node ? [{kind: 'stranded' as const, node, values}] : []
  })
}

function slotEvents(before: Snapshot, now: Snapshot): readonly SeenEvent[] {
  return slotChanges(before, now).map(({is, node, other, otherPort, slots}) => ({
    kind: is,
    node,
    ...(other && {other}),
    values: {slots: slots.join(' '), count: countSlots(slots), ...(otherPort !== undefined && {otherPort})},
  }))
}

/** Covers processes changed from outside the lab or on their own; the lab reports its own actions itself. */
function processChanges(
  was: Reading,
  now: Reading,
  entries: Entries,
  before: Snapshot,
): readonly SeenEvent[] {
  const node = now.name
  const slots = slotsServedBy(node, before)
  const values = slots === '' ? {} : {slots}
  const {is, endedAt} = now.process
  const ended = is === 'killed' || is === 'stopped' || is === 'exited'
  const last = lastOfProcess(entries, node)
  if (ended && isAlive(was.process) && now.is === 'silent')
    return endedAt === undefined
      ? [{kind: is, node, at: sinceOf(now, before), values}]
      : [{kind: is, node, at: endedAt, values, from: ['keeper']}]
  // A poll that began before a pause may end after it. While no node answered, none was reported.
  const wasHeard = was.is === 'answered' || isAllSilent(before)
  // It answered the poll before: it cannot have been silent for longer.
  if (isQuiet(now) && wasHeard && !isDown(last)) return [{kind: 'silent', node, at: before.at, values}]
  if (now.is === 'answered' && last === 'silent') return [{kind: 'answering', node, values: {}}]
  return []
}

/** Time of the first unanswered poll, even if the process's end was reported only now. */
function sinceOf({since}: Silent, before: Snapshot): number {
  return Math.max(since, before.at)
}

function lastOfProcess(entries: Entries, node: Reading['name']): EventKind | undefined {
  const ofProcess: readonly EventKind[] = [...downKinds, ...upKinds]
  return entries.findLast(one => one.node === node && ofProcess.includes(one.kind))?.kind
}

function isDown(kind: EventKind | undefined): boolean {
  return kind !== undefined && (downKinds as readonly EventKind[]).includes(kind)
}

function linkChanges(was: Reading, now: Reading, before: Snapshot, at: Snapshot): readonly SeenEvent[] {
  if (now.is !== 'answered') return []
  return [
    ...suspicions(was, now, before, at),
    ...(was.is === 'answered' ? [...acquaintances(was, now, before, at), ...strangers(was, now, at)] : []),
    ...followings(was, now, before, at),
    ...(was.is === 'answered' ? epochs(was, now) : []),
  ]
}

function suspicions(was: Reading, now: Answered, before: Snapshot, at: Snapshot): readonly SeenEvent[] {
  const known = was.is === 'answered' ? was : undefined
  const votes = slotsOf(now).length > 0 ? 1 : 0
  const others = [
    ...at.nodes.map(({name: node}) => ({node, values: {votes}})),
    ...foreignPorts(at).map(port => ({node: `${port}` as NodeName, values: {votes, port}})),
  ]
  return others.flatMap(({node, values}): readonly SeenEvent[] => {
    const flags = known ? (lineAbout(node, known, before)?.flags ?? []) : []
    const isNew = isSuspected(lineAbout(node, now, at)) && !flags.includes('fail?') && !flags.includes('fail')
    return isNew ? [{kind: 'suspected', node, other: now.name, values}] : []
  })
}

/** Nodes that `now` came to know or removed; or that it knows no other any more. */
function acquaintances(was: Answered, now: Answered, before: Snapshot, at: Snapshot): readonly SeenEvent[] {
  const [old, others] = [was, now].map(othersIn)
  if (!old || !others) return []
  const isIn = (lines: readonly ClusterLine[], id: string) => lines.some(line => line.id === id)
  const joined = others.filter(({id}) => !isIn(old, id))
  const removed = old.filter(({id}) => !isIn(others, id))
  if (removed.length > 1 && others.length === 0) return [{kind: 'reset', node: now.name, values: {}}]
  return [
    ...joined.map(line => meeting('joined', line, now.name, at)),
    ...removed.map(line => meeting('forgotten', line, now.name, before)),
  ]
}

function othersIn({cluster}: Answered): readonly ClusterLine[] | undefined {
  return cluster?.nodes.filter(({flags}) => !flags.includes('myself') && !flags.includes('handshake'))
}

function meeting(
  kind: 'joined' | 'forgotten',
  {id, port}: ClusterLine,
  other: NodeName,
  at: Snapshot,
): SeenEvent {
  const node = nodeOfId(id, at)
  return node ? {kind, node, other, values: {}} : {kind, node: `${port}` as NodeName, other, values: {port}}
}

function strangers(was: Answered, now: Answered, {roster}: Snapshot): readonly SeenEvent[] {
  return foreignReplicas(was, now, roster).map(otherPort => ({
    kind: 'foreign',
    node: now.name,
    values: {otherPort},
  }))
}

/** A master's config epoch, if it rose without an election: by SETSLOT, BUMPEPOCH, or because two had the same. */
function epochs(was: Answered, now: Answered): readonly SeenEvent[] {
  const [old, epoch] = [was, now].map(reading => ownLine(reading)?.epoch)
  const isMaster = roleOf(was) === 'master' && roleOf(now) === 'master'
  if (!isMaster || epoch === undefined || old === undefined || epoch <= old) return []
  return [{kind: 'epoch', node: now.name, values: {epoch}}]
}

function followings(was: Reading, now: Answered, before: Snapshot, at: Snapshot): readonly SeenEvent[] {
  const node = now.name
  const [old, master] = [upstreamOf(was, before), upstreamOf(now, at)]
  const known = lastFields(was) !== undefined
  if (known && master && master.port !== old?.port) return [{kind: 'follows', node, ...withOther(master)}]
  if (was.is !== 'answered') return []
  if (master && linkIsUp(was) && !linkIsUp(now)) return [{kind: 'linkLost', node, ...withOther(master)}]
  if (roleOf(was) === 'master' || roleOf(now) === 'replica') return []
  const slots = slotsOf(now).join(' ')
  if (slots === '') return [{kind: 'promoted', node, values: {}}]
  const owner = before.nodes.find(({name}) => name !== node && slotsServedBy(name, before) === slots)?.name
  const epoch = answeredOf(at, node)?.cluster?.info['cluster_my_epoch'] ?? ''
  return [{kind: 'slots', node, ...(owner && {other: owner}), values: {slots, epoch}}]
}

function withOther({node, port}: Upstream): Pick<SeenEvent, 'other' | 'values'> {
  return node ? {other: node, values: {}} : {values: {otherPort: port}}
}
