// The 16384 slots as one node sees them: who owns which, what is on its way, where the key just used belongs, and the way of the last redirect.

import {type Message, message} from '../text/messages.ts'
import {hasSlot, slotCount} from './hash-slot.ts'
import {portOf} from './node.ts'
import {type Answered, answeredOf, type Snapshot} from './snapshot.ts'

/** `keys`: absent where the owner does not answer; its slots are its own until another has taken them over. */
export type Owner = Readonly<{port: number; ranges: readonly string[]; count: number; keys?: number}>

/** `from` is this node or the other, as its brackets say: `[3443->-id]`. */
export type Moving = Readonly<{slot: number; from: number; to: number}>

export type SlotMap = Readonly<{
  /** Whose view it is. */
  port: number
  owners: readonly Owner[]
  /** Slots that nobody serves. */
  missing: number
  moving: readonly Moving[]
}>

/** As `node` sees it; undefined where it does not answer or runs without cluster mode. */
export function slotMapOf(snapshot: Snapshot, node: Answered['name']): SlotMap | undefined {
  const cluster = answeredOf(snapshot, node)?.cluster
  if (!cluster) return undefined
  const owners = cluster.nodes
    .filter(({slots}) => slots.length > 0)
    .map(({port, slots}) => ({port, ranges: slots, count: countIn(slots), ...keysAt(snapshot, port)}))
  const missing = slotCount - owners.reduce((sum, {count}) => sum + count, 0)
  return {port: portOf(node, snapshot.roster), owners, missing, moving: movingIn(snapshot)}
}

function countIn(ranges: readonly string[]): number {
  return ranges.reduce((sum, range) => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return sum + last - first + 1
  }, 0)
}

function keysAt(snapshot: Snapshot, port: number): Pick<Owner, 'keys'> {
  const reading = snapshot.nodes.find(one => one.port === port)
  return reading?.is === 'answered' ? {keys: reading.keys} : {}
}

/** What the two nodes themselves say; nobody else knows. Both brackets of one slot are one move. */
function movingIn(snapshot: Snapshot): readonly Moving[] {
  const moves = snapshot.nodes.flatMap(reading => {
    const lines = reading.is === 'answered' ? (reading.cluster?.nodes ?? []) : []
    const own = lines.find(({flags}) => flags.includes('myself'))
    return (own?.moving ?? []).flatMap((bracket): readonly Moving[] => {
      const [, slot, arrow, id] = /^\[(\d+)(->-|-<-)(\w+)\]$/.exec(bracket) ?? []
      const other = lines.find(line => line.id === id)?.port
      if (slot === undefined || other === undefined) return []
      const [from, to] = arrow === '->-' ? [reading.port, other] : [other, reading.port]
      return [{slot: Number(slot), from, to}]
    })
  })
  return [...new Map(moves.map(move => [JSON.stringify(move), move])).values()]
}

/** Which slots an owner has and how many keys; or that it does not answer. */
export function ownerWords({port, ranges, count, keys}: Owner): Message {
  const values = {port, slots: ranges.join(' '), count}
  return keys === undefined ? message('slots.ownerSilent', values) : message('slots.owner', {...values, keys})
}

/** Who serves `slot` in this view. */
export function ownerOf({owners}: SlotMap, slot: number): Owner | undefined {
  return owners.find(({ranges}) => hasSlot(ranges, slot))
}
