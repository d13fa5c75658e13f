// Hash slots: the slot of a key, computed as every node and client does, and slot ranges.

import {type Bytes, toBuffer} from '../protocol/bytes.ts'

export const slotCount = 16_384

/**
 * CRC16 of the key modulo 16384. With a hash tag only the part between the first `{` and the next `}` is hashed, unless that part is empty.
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#key-distribution-model
 */
export function slotOf(key: Bytes): number {
  return crc16(toBuffer(hashed(key))) % slotCount
}

function hashed(key: Bytes): Bytes {
  const start = key.indexOf('{')
  const end = start < 0 ? -1 : key.indexOf('}', start + 1)
  return end > start + 1 ? key.slice(start + 1, end) : key
}

/** CRC16/XMODEM: polynomial 0x1021, initial value 0. */
function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}

/** Whether a node's slots (`0-5460 866`) contain `slot`. */
export function hasSlot(ranges: readonly string[], slot: number): boolean {
  return ranges.some(range => {
    const [first = Number.NaN, last = first] = range.split('-').map(Number)
    return slot >= first && slot <= last
  })
}

/** The slots of ranges: `['0-2', '7']` -> 0, 1, 2, 7. */
export function slotsOfRanges(ranges: readonly string[]): readonly number[] {
  return ranges.flatMap(range => {
    const [first = 0, last = first] = range.split('-').map(Number)
    return Array.from({length: last - first + 1}, (_, i) => first + i)
  })
}

/** Slots as ranges, in order: 7, 0, 1, 2 -> `['0-2', '7']`. */
export function rangesOfSlots(slots: Iterable<number>): readonly string[] {
  const runs: [first: number, last: number][] = []
  for (const slot of [...new Set(slots)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === slot - 1) run[1] = slot
    else runs.push([slot, slot])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`))
}

export function joinRanges(one: readonly string[], other: readonly string[]): readonly string[] {
  return rangesOfSlots([...slotsOfRanges(one), ...slotsOfRanges(other)])
}

export function countSlots(ranges: readonly string[]): number {
  return slotsOfRanges(ranges).length
}
