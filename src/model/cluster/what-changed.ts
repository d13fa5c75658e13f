// Differences between two snapshots as sentences, shown after a passed step and kept in reports.

import {type Message, message} from '../text/messages.ts'
import {upstreamOf} from './cluster-view.ts'
import {type DataLoss, dataLosses} from './data-loss.ts'
import {countSlots, hasSlot, slotsOfRanges} from './hash-slot.ts'
import {nodeAt, portOf, type Roster} from './node.ts'
import {type SlotChange, slotChanges} from './slot-moves.ts'
import {
  type Answered,
  answeredOf,
  attachedReplicas,
  type Reading,
  roleOf,
  type SentinelReading,
  type Snapshot,
  slotsOf,
} from './snapshot.ts'
import {newlyStranded, strandedWords} from './stranded-keys.ts'

/** Changes node by node; empty if nothing worth mentioning changed. */
export function whatChanged(before: Snapshot, now: Snapshot): readonly Message[] {
  const losses = dataLosses(before, now)
  const moves = slotChanges(before, now)
  return [
    ...now.nodes.flatMap((reading, i) => {
      const was = before.nodes[i]
      if (!was) return []
      const loss = losses.find(({node}) => node === reading.name)
      const keys = loss ? [lossWords(loss, now.roster)] : data(was, reading)
      return [...between(was, reading, before, now), ...keys]
    }),
    ...moves.flatMap(move => slotWords(move, now)),
    ...newlyStranded(before, now).map(strandedWords),
  ]
}

/** Changes over a whole step: a node that runs again, or at last, may have got another role since, so its role is that of now. */
export function stepChanges(start: Snapshot, end: Snapshot): readonly Message[] {
  return whatChanged(start, end).map(change => {
    if (change.key === 'what-changed.back') return {...change, key: 'what-changed.runsAgain'}
    return change.key === 'what-changed.started' ? {...change, key: 'what-changed.runsNow'} : change
  })
}

/** `6379 lost data: keys 3 → 0`, and why. */
export function lossWords({node, was, now, why, master, hadExpiring}: DataLoss, roster: Roster): Message {
  const key = why === 'restart' || !master ? 'timeline.dataLost' : copyKey(now)
  const loss = message(key, {node: portOf(node, roster), was, now, ...(master && {other: master.port})})
  return hadExpiring ? message('timeline.dataLost.lasting', {loss}) : loss
}

function copyKey(now: number) {
  return now === 0 ? 'timeline.dataLost.emptyMaster' : 'timeline.dataLost.copy'
}

/** `1000 slots moved from 6379 to 6380: 0-999`. Nothing of slots that were only opened or closed: only the view of slots has them. */
function slotWords({is, node, other, slots}: SlotChange, now: Snapshot): readonly Message[] {
  const {roster} = now
  const reading = answeredOf(now, node)
  const values = {node: portOf(node, roster), slots: slots.join(' '), count: countSlots(slots)}
  switch (is) {
    case 'moved':
      return other ? [message('timeline.moved', {...values, other: portOf(other, roster)})] : []
    case 'assigned':
    case 'unassigned':
      return [message(`timeline.${is}`, values)]
    case 'given':
      return reading
        ? [message('what-changed.slots', {...values, slots: slotsOf(reading).join(' ') || '-'})]
        : []
    default:
      return []
  }
}

function between(was: Reading, is: Reading, before: Snapshot, now: Snapshot): readonly Message[] {
  const node = is.port
  if (was.is !== 'silent' && is.is === 'silent') return [message(`what-changed.${is.because}`, {node})]
  if (is.is === 'silent') return []
  if (is.is === 'sentinel') return sentinelChange(was, is)
  if (was.is !== 'answered') {
    return [message(backKey(was, is), {node, role: roleSaid(is, now)})]
  }
  return [...roleChange(was, is, before, now), ...syncs(was, is, now.roster)]
}

/** A spare runs for the first time, and a process that was only silent went nowhere. */
function backKey(was: Reading, {runId}: Answered | SentinelReading) {
  if (was.is !== 'silent') return 'what-changed.back'
  if (was.because === 'notStarted') return 'what-changed.started'
  return was.because === 'paused' || was.last?.runId === runId ? 'what-changed.responds' : 'what-changed.back'
}

/** It is back, or it names another master. */
function sentinelChange(was: Reading, is: SentinelReading): readonly Message[] {
  const {port: node, view} = is
  const {master} = view
  if (was.is === 'silent') return [message(backKey(was, is), {node, role: message('what-changed.aSentinel')})]
  const isOther = was.is === 'sentinel' && was.view.master?.port !== master?.port
  return isOther && master ? [message('what-changed.names', {node, master: master.port})] : []
}

function roleSaid(reading: Answered, now: Snapshot): Message {
  const upstream = upstreamOf(reading, now)
  return upstream
    ? message('what-changed.aReplica', {master: upstream.port})
    : message('what-changed.aMaster')
}

function roleChange(was: Answered, now: Answered, before: Snapshot, at: Snapshot): readonly Message[] {
  const node = now.port
  const slots = slotsOf(now).join(' ')
  const becameMaster = roleOf(was) !== 'master' && roleOf(now) === 'master'
  if (becameMaster && slots !== '') {
    const epoch = now.cluster?.info['cluster_my_epoch'] ?? '-'
    return [message('what-changed.master.slots', {node, slots, epoch})]
  }
  if (becameMaster) return [message('what-changed.master', {node})]
  const master = upstreamOf(now, at)
  if (!master || upstreamOf(was, before)?.port === master.port) return []
  const values = {node, master: master.port}
  return [
    message(
      gaveItsLastSlots(was, master.node, before, at) ? 'what-changed.follows' : 'what-changed.replica',
      values,
    ),
  ]
}

/** Whether a master's last slots moved to a node that was a master and has others too: not a failover, which takes over exactly these. */
function gaveItsLastSlots(was: Answered, to: string | undefined, before: Snapshot, now: Snapshot): boolean {
  const [old, owner] = to === undefined ? [] : [answeredOf(before, to), answeredOf(now, to)]
  const slots = slotsOfRanges(slotsOf(was))
  if (!old || !owner || slots.length === 0 || roleOf(old) !== 'master') return false
  const hasMore = countSlots(slotsOf(owner)) > slots.length
  return hasMore && slots.every(slot => hasSlot(slotsOf(owner), slot))
}

/** Synchronizations of the lab's own nodes; a replica from elsewhere is named, and its own are not counted. */
function syncs(was: Answered, now: Answered, roster: Roster): readonly Message[] {
  const sameProcess = was.runId === now.runId
  const strangers = foreignReplicas(was, now, roster)
  const counted = (['sync_full', 'sync_partial_ok'] as const).flatMap(stat => {
    const count = (now.stats[stat] ?? 0) - (sameProcess ? (was.stats[stat] ?? 0) : 0)
    const own = stat === 'sync_full' ? count - strangers.length : count
    return own > 0 ? [message(`what-changed.${stat}`, {node: now.port, count: own})] : []
  })
  const named = strangers.map(port => message('what-changed.foreign', {node: now.port, port}))
  return [...counted, ...named]
}

/** Ports of the replicas outside the roster that connected between two readings of a master. */
export function foreignReplicas(was: Answered, now: Answered, roster: Roster): readonly number[] {
  const known = attachedReplicas(was).map(({port}) => port)
  return attachedReplicas(now)
    .map(({port}) => port)
    .filter(port => nodeAt(port, roster) === undefined && !known.includes(port))
}

function data(was: Reading, now: Reading): readonly Message[] {
  if (was.is !== 'answered' || now.is !== 'answered' || now.keys === was.keys) return []
  return [message('what-changed.keys', {node: now.port, was: was.keys, now: now.keys})]
}
