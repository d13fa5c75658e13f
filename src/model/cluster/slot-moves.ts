// Slots that changed their owner between two snapshots, apart from failovers, and slots that were opened or closed.

import {nodeOfId} from './cluster-view.ts'
import {hasSlot, rangesOfSlots, slotsOfRanges} from './hash-slot.ts'
import type {NodeName} from './node.ts'
import {type Answered, answeredOf, ownLine, roleOf, type Snapshot, slotsOf} from './snapshot.ts'

/**
 * `moved`: `node` serves slots that were `other`'s. `given`: `node` names `other` as the owner of slots that were its own, and `other` does not serve
 * them yet. `assigned`, `unassigned`: nobody else served them, or serves them now.
 */
export type SlotChange = Readonly<{
  is: 'moved' | 'given' | 'assigned' | 'unassigned' | 'migrating' | 'importing' | 'closed'
  node: NodeName
  other?: NodeName
  /** The port of a node that is not in the roster. */
  otherPort?: number
  slots: readonly string[]
}>

/** Reads what each node says of its own slots: what the others say of it comes later, by gossip. */
export function slotChanges(before: Snapshot, now: Snapshot): readonly SlotChange[] {
  const changed = pairsOf(before, now).filter(({was, is}) => slotsOf(was).join() !== slotsOf(is).join())
  return [
    ...changed.flatMap(pair => gains(pair, before)),
    ...changed.flatMap(pair => losses(pair, now)),
    ...pairsOf(before, now).flatMap(pair => openings(pair, now)),
  ]
}

type Pair = Readonly<{was: Answered; is: Answered}>

function pairsOf(before: Snapshot, now: Snapshot): readonly Pair[] {
  return now.nodes.flatMap(is => {
    const was = answeredOf(before, is.name)
    return was && is.is === 'answered' && is.cluster && was !== is ? [{was, is}] : []
  })
}

/** A promoted replica gained its slots by a failover, which is told elsewhere. */
function gains({was, is}: Pair, before: Snapshot): readonly SlotChange[] {
  if (roleOf(was) !== 'master') return []
  const gained = slotsOfRanges(slotsOf(is)).filter(slot => !hasSlot(slotsOf(was), slot))
  const byOwner = Map.groupBy(gained, slot => ownerBefore(slot, is.name, before))
  return [...byOwner].map(([other, slots]) => ({
    is: other ? 'moved' : 'assigned',
    node: is.name,
    ...(other && {other}),
    slots: rangesOfSlots(slots),
  }))
}

/** The slot's owner in any view but `node`: its own word counts most, because it gives a slot away before the others hear of it. */
function ownerBefore(slot: number, node: NodeName, before: Snapshot): NodeName | undefined {
  const claims = before.nodes.find(
    reading => reading.is === 'answered' && reading.name !== node && hasSlot(slotsOf(reading), slot),
  )
  if (claims) return claims.name
  const lines = before.nodes.flatMap(reading => (reading.is === 'answered' ? viewedOwners(reading) : []))
  const owners = lines.filter(line => hasSlot(line.slots, slot)).map(({id}) => nodeOfId(id, before))
  return owners.find(owner => owner !== undefined && owner !== node)
}

function viewedOwners({cluster}: Answered) {
  return cluster?.nodes.filter(({slots}) => slots.length > 0) ?? []
}

/** An old master that became a replica lost its slots by a failover, or gave the last of them away: that is told from the other side. */
function losses({was, is}: Pair, now: Snapshot): readonly SlotChange[] {
  if (roleOf(is) !== 'master') return []
  const others = now.nodes.filter(reading => reading.is === 'answered' && reading.name !== is.name)
  const served = others.flatMap(reading => (reading.is === 'answered' ? slotsOf(reading) : []))
  const lost = slotsOfRanges(slotsOf(was)).filter(
    slot => !hasSlot(slotsOf(is), slot) && !hasSlot(served, slot),
  )
  const owners = viewedOwners(is)
  const byOwner = Map.groupBy(lost, slot => owners.find(({slots}) => hasSlot(slots, slot))?.id)
  return [...byOwner].map(([id, slots]) => {
    return {
      is: id === undefined ? 'unassigned' : 'given',
      node: is.name,
      ...otherOf(id, is, now),
      slots: rangesOfSlots(slots),
    }
  })
}

/** Brackets in the node's own line: `[3443->-id]` migrating, `[3443-<-id]` importing. */
function openings({was, is}: Pair, now: Snapshot): readonly SlotChange[] {
  const [before, after] = [was, is].map(reading => ownLine(reading)?.moving ?? [])
  const opened = (after ?? []).filter(bracket => !before?.includes(bracket)).flatMap(parseBracket)
  const gone = (before ?? []).filter(bracket => !after?.includes(bracket)).flatMap(parseBracket)
  const stayed = gone.filter(({slot, kind}) => hasSlot(slotsOf(is), slot) === (kind === 'migrating'))
  const byPlace = Map.groupBy(opened, ({kind, id}) => `${kind} ${id}`)
  const opens = [...byPlace.values()].flatMap((brackets): readonly SlotChange[] => {
    const [first] = brackets
    return first
      ? [{is: first.kind, node: is.name, ...otherOf(first.id, is, now), slots: rangesIn(brackets)}]
      : []
  })
  return [
    ...opens,
    ...(stayed.length > 0 ? [{is: 'closed' as const, node: is.name, slots: rangesIn(stayed)}] : []),
  ]
}

/** The node with this id in the view of `reading`. */
function otherOf(
  id: string | undefined,
  reading: Answered,
  now: Snapshot,
): Pick<SlotChange, 'other' | 'otherPort'> {
  const other = nodeOfId(id, now)
  const line = reading.cluster?.nodes.find(one => one.id === id)
  if (other) return {other}
  return line ? {otherPort: line.port} : {}
}

type Bracket = Readonly<{slot: number; kind: 'migrating' | 'importing'; id: string}>

function parseBracket(bracket: string): readonly Bracket[] {
  const [, slot, arrow, id = ''] = /^\[(\d+)-([<>])-(\w+)\]$/.exec(bracket) ?? []
  return slot === undefined ? [] : [{slot: Number(slot), kind: arrow === '>' ? 'migrating' : 'importing', id}]
}

function rangesIn(brackets: readonly Bracket[]): readonly string[] {
  return rangesOfSlots(brackets.map(({slot}) => slot))
}
