// Slot map of the cluster in one node's view: owners, missing slots, and slots being migrated.

import {type Message, message} from '../text/messages.ts'
import {nodeOfId, portOfLine} from './cluster-view.ts'
import {disputes, disputeWords} from './disputes.ts'
import {countSlots, hasSlot, slotCount} from './hash-slot.ts'
import {portOf} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {type Answered, answeredOf, ownLine, readingOf, type Snapshot} from './snapshot.ts'
import {strandedKeys, strandedWords} from './stranded-keys.ts'

/** `silent`: it does not answer, and keeps its slots until another node takes them over. `foreign`: not a node of the lab, which therefore does not ask it. */
export type Owner = Readonly<{port: number; ranges: readonly string[]; count: number}> &
  (Readonly<{is: 'answering'; keys: number}> | Readonly<{is: 'silent' | 'foreign'}>)

/** A slot being migrated, read from the brackets `[3443->-id]` and `[3443-<-id]` of the nodes' own lines. */
export type Moving = Readonly<{slot: number; from: number; to: number; fromKeys?: number; toKeys?: number}>

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
    .map(line => ({...ownedBy(line), port: portOfLine(line, snapshot), ...stateOf(line.id, snapshot)}))
    // A shard keeps its place when another of its nodes takes over.
    .toSorted((a, b) => firstSlot(a) - firstSlot(b))
  const missing = slotCount - owners.reduce((sum, {count}) => sum + count, 0)
  return {port: portOf(node, snapshot.roster), owners, missing, moving: movingIn(snapshot)}
}

function ownedBy({slots}: ClusterLine): Pick<Owner, 'ranges' | 'count'> {
  return {ranges: slots, count: countSlots(slots)}
}

function firstSlot({ranges}: Pick<Owner, 'ranges'>): number {
  return Number.parseInt(ranges[0] ?? '', 10)
}

function stateOf(id: string, snapshot: Snapshot) {
  const node = nodeOfId(id, snapshot)
  const reading = node && readingOf(snapshot, node)
  if (!reading) return {is: 'foreign'} as const
  return reading.is === 'answered'
    ? ({is: 'answering', keys: reading.keys} as const)
    : ({is: 'silent'} as const)
}

/** Collects the migrating and importing brackets; only the two nodes involved have them. Both brackets of a slot make one move. */
function movingIn(snapshot: Snapshot): readonly Moving[] {
  const moves = snapshot.nodes.flatMap(reading => {
    if (reading.is !== 'answered') return []
    const lines = reading.cluster?.nodes ?? []
    return (ownLine(reading)?.moving ?? []).flatMap((bracket): readonly Moving[] => {
      const [, slot, arrow, id] = /^\[(\d+)(->-|-<-)(\w+)\]$/.exec(bracket) ?? []
      const line = lines.find(line => line.id === id)
      const other = line && portOfLine(line, snapshot)
      if (slot === undefined || other === undefined) return []
      const [from, to] = arrow === '->-' ? [reading.port, other] : [other, reading.port]
      return [{slot: Number(slot), from, to, ...keysOn({slot: Number(slot), from, to}, snapshot)}]
    })
  })
  return [...new Map(moves.map(move => [JSON.stringify(move), move])).values()]
}

/** How many keys of the slot each of the two nodes has, if they are counted. */
function keysOn({slot, from, to}: Moving, {nodes}: Snapshot): Pick<Moving, 'fromKeys' | 'toKeys'> {
  const [fromKeys, toKeys] = [from, to].map(at => {
    const reading = nodes.find(({port}) => port === at)
    return reading?.is === 'answered' ? reading.slotKeys[slot] : undefined
  })
  return fromKeys === undefined || toKeys === undefined ? {} : {fromKeys, toKeys}
}

function movingWords(move: Moving): Message {
  const {fromKeys, toKeys, ...values} = move
  return fromKeys === undefined || toKeys === undefined
    ? message('slots.migrating', values)
    : message('slots.migrating.keys', {...values, fromKeys, toKeys})
}

/** What is not settled: open slots, slots with more than one owner or none, keys out of reach. */
export function slotTroubles(snapshot: Snapshot, {moving}: SlotMap): readonly Message[] {
  return [
    ...moving.map(movingWords),
    ...disputes(snapshot).map(disputeWords),
    ...strandedKeys(snapshot).map(strandedWords),
  ]
}

/** Describes an owner: its slots, and its number of keys or why that is not known. */
export function ownerWords(owner: Owner): Message {
  const {port, ranges, count} = owner
  return message('slots.owner', {port, slots: ranges.join(' '), count, state: ownerState(owner)})
}

export function ownerState(owner: Owner): Message {
  if (owner.is === 'answering') return message('slots.keys', {keys: owner.keys})
  return message(owner.is === 'silent' ? 'slots.silentOwner' : 'slots.foreignOwner')
}

/** Finds the owner of `slot` in this view. */
export function ownerOf({owners}: SlotMap, slot: number): Owner | undefined {
  return owners.find(({ranges}) => hasSlot(ranges, slot))
}
