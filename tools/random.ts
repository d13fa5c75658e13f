// Random numbers that can be repeated: the same seed gives the same numbers, so that a failure that names its seed can be reproduced.

/** A source of whole numbers from 0 up to, not including, `limit` (mulberry32). */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
