// Timeline entries from two consecutive snapshots: events that no log reports, such as a suspicion or an outside kill, and some that logs do.

import {isSuspected, opinionOf, slotsServedBy} from '../cluster/cluster-view.ts'
import {nodeAt} from '../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  isAlive,
  linkIsUp,
  masterPortOf,
  type Reading,
  roleOf,
  type Silent,
  type Snapshot,
  slotsOf,
} from '../cluster/snapshot.ts'
import {downKinds, type EventKind, type TimelineEntry, upKinds, withEntry} from './entry.ts'

type Entries = readonly TimelineEntry[]
type SeenEvent = Omit<TimelineEntry, 'from' | 'at'> & Readonly<{at?: number}>

/** Adds the events between `before` and `now`. */
export function withSnapshot(entries: Entries, before: Snapshot, now: Snapshot): Entries {
  // An unchanged snapshot shares its list of readings.
  if (before.nodes === now.nodes || before.stage !== now.stage) return entries
  const found = now.nodes.flatMap((reading, i) => {
    const was = before.nodes[i]
    if (!was || was === reading) return []
    return [...processChanges(was, reading, entries, before), ...linkChanges(was, reading, before, now)]
  })
  return found.reduce<Entries>((all, one) => withEntry(all, {at: now.at, from: ['poll'], ...one}), entries)
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
  const {is} = now.process
  const ended = is === 'killed' || is === 'stopped' || is === 'exited'
  const last = lastOfProcess(entries, node)
  if (ended && isAlive(was.process) && now.is === 'silent')
    return [{kind: is, node, at: sinceOf(now, before), values}]
  // A poll that began before a pause may end after it.
  const quiet = now.is === 'silent' && now.because === 'noAnswer' && was.is === 'answered'
  if (quiet && !isDown(last)) return [{kind: 'silent', node, at: sinceOf(now, before), values}]
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
  return [...suspicions(was, now, at), ...followings(was, now, before, at)]
}

function suspicions(was: Reading, now: Answered, at: Snapshot): readonly SeenEvent[] {
  const known = was.is === 'answered' ? was : undefined
  return at.nodes.flatMap(({name: node, port}): readonly SeenEvent[] => {
    const flags = known ? (opinionOf(known, port)?.flags ?? []) : []
    const isNew = isSuspected(opinionOf(now, port)) && !flags.includes('fail?') && !flags.includes('fail')
    const votes = slotsOf(now).length > 0 ? 1 : 0
    return isNew ? [{kind: 'suspected', node, other: now.name, values: {votes}}] : []
  })
}

function followings(was: Reading, now: Answered, before: Snapshot, at: Snapshot): readonly SeenEvent[] {
  const node = now.name
  const [oldPort, port] = [portBefore(was), masterPortOf(now)]
  const other = port === undefined ? undefined : nodeAt(port, at.roster)
  const known = was.is === 'answered' || was.lastSaid !== undefined
  if (known && port !== undefined && port !== oldPort)
    return [{kind: 'follows', node, ...(other && {other}), values: {}}]
  if (was.is !== 'answered') return []
  const lost = port !== undefined && linkIsUp(was) && !linkIsUp(now)
  if (lost) return [{kind: 'linkLost', node, ...(other && {other}), values: {}}]
  if (roleOf(was) === 'master' || roleOf(now) === 'replica') return []
  const slots = slotsOf(now).join(' ')
  if (slots === '') return [{kind: 'promoted', node, values: {}}]
  const owner = before.nodes.find(({name}) => name !== node && slotsServedBy(name, before) === slots)?.name
  const epoch = answeredOf(at, node)?.cluster?.info['cluster_my_epoch'] ?? ''
  return [{kind: 'slots', node, ...(owner && {other: owner}), values: {slots, epoch}}]
}

/** Last known port of the master, also from before a silence. */
function portBefore(was: Reading): number | undefined {
  const fields = was.is === 'answered' ? was.replication : was.lastSaid
  return fields?.['role'] === 'slave' ? Number(fields['master_port']) : undefined
}
