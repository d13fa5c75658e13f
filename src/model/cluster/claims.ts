// What single nodes report about the owner of a slot. Until gossip has settled it, or after a CLUSTER SETSLOT on one node only, their reports differ.

import {nodeOfId} from './cluster-view.ts'
import {hasSlot} from './hash-slot.ts'
import type {NodeName} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import type {Redirect} from './redirect.ts'
import {type Answered, answeredOf, ownLine, type Snapshot, slotsOf} from './snapshot.ts'

/** The node that `reading` names as the owner of `slot`; undefined if it knows none. */
export function namedOwner({cluster}: Answered, slot: number): ClusterLine | undefined {
  return cluster?.nodes.find(({slots}) => hasSlot(slots, slot))
}

/** The nodes that report the slot as their own: one in a healthy cluster. */
export function claimants(snapshot: Snapshot, slot: number): readonly Answered[] {
  return answering(snapshot).filter(reading => hasSlot(slotsOf(reading), slot))
}

/** Whether another node reports slots of `reading` as its own too: two masters for the same slots. */
export function isContested(reading: Answered, snapshot: Snapshot): boolean {
  const mine = slotsOf(reading)
  return answering(snapshot).some(other => {
    const theirs = slotsOf(other)
    // Two ranges overlap if and only if one begins within the other.
    const begins = (slots: readonly string[]) => slots.map(range => Number(range.split('-')[0]))
    const isIn = (slots: readonly string[], ranges: readonly string[]) =>
      begins(slots).some(slot => hasSlot(ranges, slot))
    return other.name !== reading.name && (isIn(mine, theirs) || isIn(theirs, mine))
  })
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

/**
 * The lab's node that a redirect of `from` means by an announced port or host name: the view of `from` has it as the slot's owner, or as the target
 * of its move.
 */
export function announcedNode(
  {is, slot, port}: Redirect,
  from: NodeName,
  now: Snapshot | undefined,
): NodeName | undefined {
  const reading = now && answeredOf(now, from)
  if (!reading) return undefined
  const bracket = ownLine(reading)?.moving.find(one => one.startsWith(`[${slot}->-`))
  const id = is === 'MOVED' ? namedOwner(reading, slot)?.id : /(\w+)\]$/.exec(bracket ?? '')?.[1]
  const line = reading.cluster?.nodes.find(one => one.id === id)
  // A line with another port is older than the redirect.
  return line?.port === port ? nodeOfId(line.id, now) : undefined
}

function answering({nodes}: Snapshot): readonly Answered[] {
  return nodes.filter(reading => reading.is === 'answered')
}
