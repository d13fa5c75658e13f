// Slots whose keys the lab counts, because some of them may be out of reach: those that lately changed their owner or were opened one by one.

import {slotsOfRanges} from '../cluster/hash-slot.ts'
import type {EventKind} from '../timeline/entry.ts'
import type {LabState} from './lab-state.ts'

/** Each costs a request to every node at every poll. */
const most = 16

const kinds: readonly EventKind[] = [
  'migrating',
  'importing',
  'closed',
  'given',
  'moved',
  'assigned',
  'unassigned',
]

/** The newest first. A reshard of many slots leaves no keys behind. */
export function slotsInDoubt({timeline}: Pick<LabState, 'timeline'>): readonly number[] {
  const slots = timeline
    .filter(({kind}) => kinds.includes(kind))
    .toReversed()
    .map(({values}) => String(values['slots'] ?? '').split(' '))
    .filter(ranges => ranges.length <= most)
    .map(slotsOfRanges)
    .filter(({length}) => length <= most)
    .flat()
  return [...new Set(slots)].slice(0, most)
}
