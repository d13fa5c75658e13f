// Keys that no client can reach: they are on a node that neither serves their slot nor imports it.

import {type Message, message} from '../text/messages.ts'
import {hasSlot} from './hash-slot.ts'
import {type Answered, ownerOfSlot, ownLine, roleOf, type Snapshot, slotsOf} from './snapshot.ts'

/** `slot`: absent if the node serves no slots at all, so that all its keys are meant. `owner`: the port of the node that serves the slot. */
export type StrandedKeys = Readonly<{port: number; keys: number; slot?: number; owner?: number}>

/** Knows only of the slots whose keys are counted, and of masters without slots. */
export function strandedKeys(snapshot: Snapshot): readonly StrandedKeys[] {
  return snapshot.nodes.flatMap(reading =>
    reading.is === 'answered' && reading.cluster && roleOf(reading) === 'master'
      ? strandedOn(reading, snapshot)
      : [],
  )
}

function strandedOn(reading: Answered, snapshot: Snapshot): readonly StrandedKeys[] {
  const {port, keys, slotKeys} = reading
  const opened = ownLine(reading)?.moving ?? []
  if (slotsOf(reading).length === 0 && opened.length === 0) return keys > 0 ? [{port, keys}] : []
  return Object.entries(slotKeys).flatMap(([name, count]) => {
    const slot = Number(name)
    const isImporting = opened.some(bracket => bracket.startsWith(`[${slot}-<-`))
    if (count === 0 || isImporting || hasSlot(slotsOf(reading), slot)) return []
    const owner = ownerOfSlot(snapshot, slot)?.port
    return [{port, keys: count, slot, ...(owner !== undefined && {owner})}]
  })
}

/** Those that were not stranded before. */
export function newlyStranded(before: Snapshot, now: Snapshot): readonly StrandedKeys[] {
  const old = strandedKeys(before)
  return strandedKeys(now).filter(one => !old.some(({port, slot}) => port === one.port && slot === one.slot))
}

export function strandedWords({port, keys, slot, owner}: StrandedKeys): Message {
  const values = {node: port, keys, slot: slot ?? '', owner: owner ?? ''}
  if (slot === undefined) return message('timeline.stranded.all', values)
  return message(owner === undefined ? 'timeline.stranded.nobody' : 'timeline.stranded', values)
}
