// Which writes were acknowledged. Every write sets a bit of its own, in one of a few hundred keys, so that no later write hides that an earlier
// one is gone; a counter that is overwritten would.

/** Few enough to be read back in a moment, enough for every master to have its share. */
export const keyCount = 300

export function trafficKey(index: number): string {
  return `traffic:${index}`
}

export type Write = Readonly<{number: number; key: string; bit: number}>

/** What the keys held, by their index: the string as Redis has it, empty for a key that is not there. */
export type Found = readonly Uint8Array[]

export type Ledger = Readonly<{
  /** A write that was never made before. */
  next: () => Write
  /** Any of the writes made so far; undefined before the first. */
  any: () => Write | undefined
  acknowledge: (write: Write) => void
  /** How the ledger stands now; what is acknowledged later is not in it. */
  copy: () => LedgerCopy
}>

export type LedgerCopy = Readonly<{
  acknowledged: number
  /** How many of them are not in what was found. */
  missingIn: (found: Found) => number
}>

export function createLedger(): Ledger {
  let made = 0
  let acknowledged = 0
  let bits = new Uint8Array(1024)
  return {
    next: () => {
      made += 1
      return writeOf(made - 1)
    },
    any: () => (made === 0 ? undefined : writeOf(Math.floor(Math.random() * made))),
    acknowledge: ({number}) => {
      acknowledged += 1
      if (number >> 3 >= bits.length) bits = grown(bits, number)
      setBit(bits, number)
    },
    copy: () => copyOf(bits.slice(), made, acknowledged),
  }
}

function writeOf(number: number): Write {
  return {number, key: trafficKey(number % keyCount), bit: Math.floor(number / keyCount)}
}

function copyOf(bits: Uint8Array, made: number, acknowledged: number): LedgerCopy {
  return {
    acknowledged,
    missingIn: found => {
      let missing = 0
      for (let number = 0; number < made; number++) {
        const there = hasBit(found[number % keyCount], Math.floor(number / keyCount))
        if (hasBit(bits, number) && !there) missing += 1
      }
      return missing
    },
  }
}

function grown(bits: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * (number >> 3))
  more.set(bits)
  return more
}

/** As SETBIT counts them: bit 0 is the highest of the first byte. https://redis.io/docs/latest/commands/setbit/ */
function setBit(bits: Uint8Array, at: number) {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (128 >> (at & 7))
}

function hasBit(bits: Uint8Array | undefined, at: number): boolean {
  return ((bits?.[at >> 3] ?? 0) & (128 >> (at & 7))) !== 0
}
