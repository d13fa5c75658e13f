// What single nodes report about the owner of a slot. Until gossip has settled it, or after a CLUSTER SETSLOT on one node only, their reports differ.

import {hasSlot} from './hash-slot.ts'
import type {ClusterLine} from './parse-info.ts'
import {type Answered, ownLine, type Snapshot, slotsOf} from './snapshot.ts'

/** The node that `reading` names as the owner of `slot`; undefined if it knows none. */
export function namedOwner({cluster}: Answered, slot: number): ClusterLine | undefined {
  return cluster?.nodes.find(({slots}) => hasSlot(slots, slot))
}

/** The nodes that report the slot as their own: one in a healthy cluster. */
export function claimants(snapshot: Snapshot, slot: number): readonly Answered[] {
  return answering(snapshot).filter(reading => hasSlot(slotsOf(reading), slot))
}

/** The node that most nodes name as the owner of `slot`, itself not counted; undefined if none names one that answers. */
export function mostNamed(
  snapshot: Snapshot,
  slot: number,
): Readonly<{port: number; id: string}> | undefined {
  const named = answering(snapshot).flatMap(reading => namedOwner(reading, slot)?.id ?? [])
  const votes = (id: string) => named.filter(one => one === id).length
  const [id] = named.toSorted((a, b) => votes(b) - votes(a))
  const port = answering(snapshot).find(reading => ownLine(reading)?.id === id)?.port
  return id === undefined || port === undefined ? undefined : {port, id}
}

function answering({nodes}: Snapshot): readonly Answered[] {
  return nodes.filter(reading => reading.is === 'answered')
}
