// Slot map of the cluster in one node's view: owners, missing slots, and slots being migrated.

import {type Message, message} from '../text/messages.ts'
import {countSlots, hasSlot, slotCount} from './hash-slot.ts'
import {portOf} from './node.ts'
import {type Answered, answeredOf, ownLine, type Snapshot} from './snapshot.ts'

/** `keys` is absent if the owner does not answer. It keeps its slots until another node takes them over. */
export type Owner = Readonly<{port: number; ranges: readonly string[]; count: number; keys?: number}>

/** A slot being migrated, read from the brackets `[3443->-id]` and `[3443-<-id]` of the nodes' own lines. */
export type Moving = Readonly<{slot: number; from: number; to: number}>

export type SlotMap = Readonly<{
  /** Port of the node whose view this is. */
  port: number
  owners: readonly Owner[]
  /** Number of slots that nobody serves. */
  missing: number
  moving: readonly Moving[]
}>

/** Undefined if `node` does not answer, or runs without cluster mode. */
export function slotMapOf(snapshot: Snapshot, node: Answered['name']): SlotMap | undefined {
  const cluster = answeredOf(snapshot, node)?.cluster
  if (!cluster) return undefined
  const owners = cluster.nodes
    .filter(({slots}) => slots.length > 0)
    .map(({port, slots}) => ({port, ranges: slots, count: countSlots(slots), ...keysAt(snapshot, port)}))
  const missing = slotCount - owners.reduce((sum, {count}) => sum + count, 0)
  return {port: portOf(node, snapshot.roster), owners, missing, moving: movingIn(snapshot)}
}

function keysAt(snapshot: Snapshot, port: number): Pick<Owner, 'keys'> {
  const reading = snapshot.nodes.find(one => one.port === port)
  return reading?.is === 'answered' ? {keys: reading.keys} : {}
}

/** Collects the migrating and importing brackets; only the two nodes involved have them. Both brackets of a slot make one move. */
function movingIn(snapshot: Snapshot): readonly Moving[] {
  const moves = snapshot.nodes.flatMap(reading => {
    if (reading.is !== 'answered') return []
    const lines = reading.cluster?.nodes ?? []
    return (ownLine(reading)?.moving ?? []).flatMap((bracket): readonly Moving[] => {
      const [, slot, arrow, id] = /^\[(\d+)(->-|-<-)(\w+)\]$/.exec(bracket) ?? []
      const other = lines.find(line => line.id === id)?.port
      if (slot === undefined || other === undefined) return []
      const [from, to] = arrow === '->-' ? [reading.port, other] : [other, reading.port]
      return [{slot: Number(slot), from, to}]
    })
  })
  return [...new Map(moves.map(move => [JSON.stringify(move), move])).values()]
}

/** Describes an owner: its slots and number of keys, or that it does not answer. */
export function ownerWords({port, ranges, count, keys}: Owner): Message {
  const values = {port, slots: ranges.join(' '), count}
  return keys === undefined ? message('slots.ownerSilent', values) : message('slots.owner', {...values, keys})
}

/** Finds the owner of `slot` in this view. */
export function ownerOf({owners}: SlotMap, slot: number): Owner | undefined {
  return owners.find(({ranges}) => hasSlot(ranges, slot))
}
