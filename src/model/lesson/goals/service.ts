// Goals of incidents: that the cluster is whole again, whichever way it was brought there.

import {slotCount, slotOf} from '../../cluster/hash-slot.ts'
import type {ClusterLine} from '../../cluster/parse-info.ts'
import {
  type Answered,
  attachedReplicas,
  linkIsUp,
  masterPortOf,
  ownerOfSlot,
  ownLine,
  roleOf,
  slotsOf,
  startedNodes,
} from '../../cluster/snapshot.ts'
import {bytesOf} from '../../protocol/bytes.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet, type Verdict} from '../verdict.ts'
import {aboutNode, answering, everyAnswering, nodeOf} from './about-node.ts'
import {everyoneSaysOk} from './cluster.ts'
import {hasNoSlotOpen} from './members.ts'

/** Every started node answers, reports ok, serves or sees every slot, knows every other node, marks none `fail`, and none is unknown to it; no slot is open. */
export const clusterIsWhole: Goal = evidence => {
  const started = startedNodes(evidence.now)
  const ids = answering(evidence.now).flatMap(reading => ownLine(reading)?.id ?? [])
  return all([
    ...started.map(reading => aboutNode(evidence, reading.name, () => met)),
    everyoneSaysOk(evidence),
    everyAnswering(evidence, reading =>
      all([allSlotsOk(reading), knows(reading, ids), hasNoSlotOpen(reading)]),
    ),
    sameOwners(answering(evidence.now)),
  ])
}

function allSlotsOk(reading: Answered): Verdict {
  const actual = Number(reading.cluster?.info['cluster_slots_ok'] ?? 0)
  return actual === slotCount
    ? met
    : notYet(message('goals.slotsNotOk', {...nodeOf(reading), actual, wanted: slotCount}))
}

/** Flags of a node that is not a full member: suspected or failed, without an address, or still being introduced. */
const doubtful = ['fail?', 'fail', 'noaddr', 'handshake']

function knows(reading: Answered, ids: readonly string[]): Verdict {
  const lines = reading.cluster?.nodes ?? []
  const odd = lines.find(({id, flags}) => !ids.includes(id) || flags.some(flag => doubtful.includes(flag)))
  if (odd)
    return notYet(message('goals.oddNode', {...nodeOf(reading), other: odd.port, flags: odd.flags.join(',')}))
  const actual = lines.length
  return actual === ids.length
    ? met
    : notYet(message('goals.knowsFew', {...nodeOf(reading), actual, wanted: ids.length}))
}

/** Each node names the same owner for every slot. */
function sameOwners([first, ...others]: readonly Answered[]): Verdict {
  if (!first) return notYet(message('goals.nobodyAnswers'))
  const other = others.find(reading => ownersIn(reading) !== ownersIn(first))
  return other ? notYet(message('goals.ownersDiffer', {...nodeOf(first), other: other.port})) : met
}

function ownersIn({cluster}: Answered): string {
  const owners = cluster?.nodes.filter(({slots}) => slots.length > 0) ?? []
  return JSON.stringify(owners.map(({id, slots}) => [id, ...slots]).sort())
}

/**
 * Every master answers, has slots, and a replica of its own that is online there and known as such to all; no node is left over, or kept from
 * taking over.
 */
export const everyMasterHasReplica: Goal = evidence => {
  const readings = answering(evidence.now)
  return all([
    ...ownersOf(readings).map(owner => answers(evidence, owner)),
    ...readings.filter(reading => slotsOf(reading).length > 0).map(master => hasReplica(master, readings)),
    ...readings.map(reading => hasPart(reading)),
    ...readings.flatMap(reading => reading.cluster?.nodes.map(one => mayTakeOver(reading, one)) ?? []),
  ])
}

/** Ports of the nodes that serve slots, as the others see them: one that is down, too. */
function ownersOf(readings: readonly Answered[]): readonly number[] {
  const lines = readings.flatMap(({cluster}) => cluster?.nodes ?? [])
  return [...new Set(lines.filter(({slots}) => slots.length > 0).map(({port}) => port))]
}

function answers(evidence: Evidence, port: number): Verdict {
  const reading = evidence.now.nodes.find(one => one.port === port)
  return reading ? aboutNode(evidence, reading.name, () => met) : met
}

function hasReplica(master: Answered, readings: readonly Answered[]): Verdict {
  const id = ownLine(master)?.id
  const online = attachedReplicas(master).filter(({state}) => state === 'online')
  const copies = readings.filter(
    one => masterPortOf(one) === master.port && linkIsUp(one) && online.some(({port}) => port === one.port),
  )
  const isKnown = (copy: Answered) =>
    readings.every(({cluster}) =>
      cluster?.nodes.some(one => one.id === ownLine(copy)?.id && one.masterId === id),
    )
  return copies.some(isKnown) ? met : notYet(message('goals.noKnownReplica', nodeOf(master)))
}

function hasPart(reading: Answered): Verdict {
  return roleOf(reading) === 'replica' || slotsOf(reading).length > 0
    ? met
    : notYet(message('goals.idle', nodeOf(reading)))
}

function mayTakeOver(reading: Answered, {flags, port}: ClusterLine): Verdict {
  return flags.includes('nofailover')
    ? notYet(message('goals.noFailover', {...nodeOf(reading), other: port}))
    : met
}

/** The client at work has had no trouble for `ms`. */
export function clientsServed(ms: number): Goal {
  return ({now, servedSince}) =>
    servedSince !== undefined && now.at - servedSince >= ms
      ? met
      : notYet(message('goals.clientsWait', {seconds: ms / 1000}))
}

/** The owner of the key's slot holds at least `count` keys of it. The step must list the key in `countKeys`. */
export function slotHolds(key: string, count: number): Goal {
  const slot = slotOf(bytesOf(key))
  return ({now}) => {
    const owner = ownerOfSlot(now, slot)
    if (!owner) return notYet(message('goals.noOwner', {slot}))
    const actual = owner.slotKeys[slot] ?? 0
    return actual >= count
      ? met
      : notYet(message('goals.slotHolds', {...nodeOf(owner), slot, actual, wanted: count}))
  }
}

/** Every started node answers, and every replica has as many keys as its master. */
export const copiesAreComplete: Goal = evidence => {
  const {now} = evidence
  return all([
    ...startedNodes(now).map(reading => aboutNode(evidence, reading.name, () => met)),
    ...answering(now).flatMap(reading => {
      const master = answering(now).find(({port}) => port === masterPortOf(reading))
      if (!master || master.keys === reading.keys) return []
      const values = {...nodeOf(reading), actual: reading.keys, master: master.port, wanted: master.keys}
      return [notYet(message('goals.copyDiffers', values))]
    }),
  ])
}
