// Slots on whose owner the nodes disagree: for a moment until gossip has settled it, or for good after a CLUSTER SETSLOT on one node only.

import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import {portOfLine} from './cluster-view.ts'
import {countSlots, hasSlot, rangesOfSlots, slotCount, slotsOfRanges} from './hash-slot.ts'
import type {Answered, Snapshot} from './snapshot.ts'

/** `claims`: ports of the nodes that say they serve the slots. `named`: the owner in the view of the nodes `by`; absent for no owner. */
export type Dispute = Readonly<{
  slots: readonly string[]
  claims: readonly number[]
  views: readonly Readonly<{named?: number; by: readonly number[]}>[]
}>

/** Empty while all views are the same, and of slots whose named owner does not answer: nobody contradicts there. */
export function disputes(snapshot: Snapshot): readonly Dispute[] {
  const readings = snapshot.nodes.filter(reading => reading.is === 'answered')
  const views = readings.filter(({cluster}) => cluster).map(reading => viewOf(reading, snapshot))
  const bySight = Map.groupBy(disputedSlots(views), slot =>
    views.map(view => portIn(view, slot) ?? '-').join(' '),
  )
  return [...bySight.values()].map(slots => disputeOf(slots, views))
}

type View = Readonly<{port: number; owners: readonly Readonly<{port: number; slots: readonly string[]}>[]}>

function viewOf({port, cluster}: Answered, snapshot: Snapshot): View {
  const lines = cluster?.nodes.filter(({slots}) => slots.length > 0) ?? []
  return {port, owners: lines.map(line => ({port: portOfLine(line, snapshot), slots: line.slots}))}
}

function portIn({owners}: View, slot: number): number | undefined {
  return owners.find(({slots}) => hasSlot(slots, slot))?.port
}

/** Compares whole views first: a healthy cluster has one. */
function disputedSlots(views: readonly View[]): readonly number[] {
  const different = new Map(views.map(view => [JSON.stringify(view.owners), view]))
  if (different.size < 2) return []
  const [first, ...others] = [...different.values()].map(ownerTable)
  return (first ?? []).flatMap((owner, slot) => (others.some(other => other[slot] !== owner) ? [slot] : []))
}

/** The owner's port by slot. */
function ownerTable({owners}: View): readonly number[] {
  const table = new Array<number>(slotCount).fill(0)
  for (const {port, slots} of owners) for (const slot of slotsOfRanges(slots)) table[slot] = port
  return table
}

function disputeOf(slots: readonly number[], views: readonly View[]): Dispute {
  const [slot = 0] = slots
  const byName = Map.groupBy(views, view => portIn(view, slot))
  return {
    slots: rangesOfSlots(slots),
    claims: views.filter(view => portIn(view, slot) === view.port).map(({port}) => port),
    views: [...byName].map(([named, by]) => ({
      ...(named !== undefined && {named}),
      by: by.map(({port}) => port),
    })),
  }
}

/** `1 disputed slot that nobody serves: 12182 (owner: 6379 according to 6381; 6381 according to 6379, 6380)`. */
export function disputeWords({slots, claims, views}: Dispute): Message {
  const all = views.map(({named, by}) =>
    message(named === undefined ? 'slots.namesNone' : 'slots.names', {
      nodes: listed(by),
      owner: named ?? '',
    }),
  )
  const [first, ...rest] = all
  const values = {
    slots: slots.join(' '),
    count: countSlots(slots),
    claims: listed(claims),
    views: first ? rest.reduce((one, other) => message('effects.and', {one, other}), first) : '',
  }
  if (claims.length === 0) return message('slots.disputed.nobody', values)
  return message(claims.length > 1 ? 'slots.disputed.both' : 'slots.disputed.late', values)
}
