// Records which writes were acknowledged, and by which node if a link was cut then. Every write sets a bit of its own in one of a few hundred keys, so
// that a later write cannot hide a lost one, as it would with a counter.

import type {SideWrites} from '../../model/state/traffic.ts'

/** Few enough to read back quickly, enough for each master to hold some. */
export const keyCount = 300

export function trafficKey(index: number): string {
  return `traffic:${index}`
}

export type Write = Readonly<{number: number; key: string; bit: number}>

/** The strings that the keys hold, by index; empty for a missing key. */
export type Found = readonly Uint8Array[]

export type Ledger = Readonly<{
  /** A new write. */
  next: () => Write
  /** A random one of the writes so far; undefined before the first. */
  any: () => Write | undefined
  /** @param by the port of the node that acknowledged it, while a link is cut: a side of a split can then be told from the other */
  acknowledge: (write: Write, by?: number) => void
  isAcknowledged: (write: Write) => boolean
  /** The ledger as it is now, without later acknowledgments. */
  copy: () => LedgerCopy
}>

export type LedgerCopy = Readonly<{
  acknowledged: number
  /** How many of the acknowledged writes are missing in `found`. */
  missingIn: (found: Found) => number
  /** The same of the writes acknowledged while a link was cut, by the node that acknowledged them. */
  sidesIn: (found: Found) => readonly SideWrites[]
}>

/** @param random a number from 0 up to, not including, 1; tests pass their own. */
export function createLedger(random: () => number = Math.random): Ledger {
  let made = 0
  let acknowledged = 0
  let bits = new Uint8Array(1024)
  const split: SplitWrite[] = []
  return {
    next: () => {
      made += 1
      return writeOf(made - 1)
    },
    any: () => (made === 0 ? undefined : writeOf(Math.floor(random() * made))),
    acknowledge: ({number}, by) => {
      acknowledged += 1
      if (by !== undefined) split.push({number, by})
      if (number >> 3 >= bits.length) bits = grown(bits, number)
      setBit(bits, number)
    },
    isAcknowledged: ({number}) => hasBit(bits, number),
    copy: () => copyOf(bits.slice(), split.slice(), made, acknowledged),
  }
}

/** A write that the node at port `by` acknowledged while a link was cut. */
type SplitWrite = Readonly<{number: number; by: number}>

function writeOf(number: number): Write {
  return {number, key: trafficKey(number % keyCount), bit: Math.floor(number / keyCount)}
}

function copyOf(
  bits: Uint8Array,
  split: readonly SplitWrite[],
  made: number,
  acknowledged: number,
): LedgerCopy {
  return {
    acknowledged,
    missingIn: found => {
      let missing = 0
      for (let number = 0; number < made; number++)
        if (hasBit(bits, number) && !isIn(found, number)) missing += 1
      return missing
    },
    sidesIn: found =>
      [...Map.groupBy(split, ({by}) => by)]
        .map(([port, all]) => ({
          port,
          writes: all.filter(({number}) => !isIn(found, number)).length,
          of: all.length,
        }))
        .sort((a, b) => a.port - b.port),
  }
}

function isIn(found: Found, number: number): boolean {
  return hasBit(found[number % keyCount], Math.floor(number / keyCount))
}

function grown(bits: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * (number >> 3))
  more.set(bits)
  return more
}

/** Numbers bits as SETBIT does: bit 0 is the highest of the first byte. https://redis.io/docs/latest/commands/setbit/ */
function setBit(bits: Uint8Array, at: number) {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (128 >> (at & 7))
}

function hasBit(bits: Uint8Array | undefined, at: number): boolean {
  return ((bits?.[at >> 3] ?? 0) & (128 >> (at & 7))) !== 0
}
