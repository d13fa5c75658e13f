// Differences between two snapshots as sentences, shown after a passed step and kept in reports.

import {type Message, message} from '../text/messages.ts'
import {type Answered, masterPortOf, type Reading, roleOf, type Snapshot, slotsOf} from './snapshot.ts'

/** Changes node by node; empty if nothing worth mentioning changed. */
export function whatChanged(before: Snapshot, now: Snapshot): readonly Message[] {
  return now.nodes.flatMap((reading, i) => {
    const was = before.nodes[i]
    return was ? between(was, reading) : []
  })
}

function between(was: Reading, now: Reading): readonly Message[] {
  const node = now.port
  if (was.is === 'answered' && now.is === 'silent') return [message(`what-changed.${now.because}`, {node})]
  if (now.is !== 'answered') return []
  if (was.is !== 'answered') return [message('what-changed.back', {node, role: roleSaid(now)})]
  return [...roleChange(was, now), ...syncs(was, now), ...data(was, now)]
}

function roleSaid(reading: Answered): Message {
  if (roleOf(reading) === 'master') return message('what-changed.aMaster')
  return message('what-changed.aReplica', {master: masterPortOf(reading) ?? ''})
}

function roleChange(was: Answered, now: Answered): readonly Message[] {
  const node = now.port
  const slots = slotsOf(now).join(' ')
  const becameMaster = roleOf(was) !== 'master' && roleOf(now) === 'master'
  if (becameMaster && slots !== '') {
    const epoch = now.cluster?.info['cluster_my_epoch'] ?? '-'
    return [message('what-changed.master.slots', {node, slots, epoch})]
  }
  if (becameMaster) return [message('what-changed.master', {node})]
  const master = masterPortOf(now)
  if (master !== undefined && masterPortOf(was) !== master)
    return [message('what-changed.replica', {node, master})]
  if (slotsOf(was).join(' ') !== slots) return [message('what-changed.slots', {node, slots: slots || '-'})]
  return []
}

function syncs(was: Answered, now: Answered): readonly Message[] {
  const sameProcess = was.runId === now.runId
  return (['sync_full', 'sync_partial_ok'] as const).flatMap(stat => {
    const count = (now.stats[stat] ?? 0) - (sameProcess ? (was.stats[stat] ?? 0) : 0)
    return count > 0 ? [message(`what-changed.${stat}`, {node: now.port, count})] : []
  })
}

function data(was: Answered, now: Answered): readonly Message[] {
  const keys = now.keys - was.keys
  return keys === 0 ? [] : [message('what-changed.keys', {node: now.port, was: was.keys, now: now.keys})]
}
