// Which acknowledged writes are not in what was found.

import {expect, test} from 'vitest'
import {createLedger, keyCount, type Write} from '../../../../src/redis/traffic/write-ledger.ts'

/** What the keys would hold if these writes were all that reached them. */
function foundAfter(writes: readonly Write[]): readonly Uint8Array[] {
  const found = Array.from({length: keyCount}, () => new Uint8Array(64))
  for (const {key, bit} of writes) {
    const bytes = found[Number(key.split(':')[1])]
    // As SETBIT does it: the first bit of a byte is its highest.
    if (bytes) bytes[Math.floor(bit / 8)] = (bytes[Math.floor(bit / 8)] ?? 0) + 2 ** (7 - (bit % 8))
  }
  return found
}

test('Every write sets a bit that no other sets', () => {
  const ledger = createLedger()
  const writes = Array.from({length: 3 * keyCount}, ledger.next)
  expect(new Set(writes.map(({key, bit}) => `${key} ${bit}`)).size).toBe(writes.length)
  expect(new Set(writes.map(({key}) => key)).size).toBe(keyCount)
  expect(writes.at(-1)).toMatchObject({key: `traffic:${keyCount - 1}`, bit: 2})
})

test('Acknowledged writes that exist are not missing, nor are writes that were never acknowledged', () => {
  const ledger = createLedger()
  const writes = Array.from({length: 20_000}, ledger.next)
  const acknowledged = writes.filter(({number}) => number % 3 !== 0)
  for (const write of acknowledged) ledger.acknowledge(write)
  const copy = ledger.copy()
  expect(copy.acknowledged).toBe(acknowledged.length)
  expect(copy.missingIn(foundAfter(writes))).toBe(0)
  expect(copy.missingIn(foundAfter(acknowledged))).toBe(0)
})

test('Each lost write is counted, whatever was written after it', () => {
  const ledger = createLedger()
  const writes = Array.from({length: 5000}, ledger.next)
  for (const write of writes) ledger.acknowledge(write)
  const kept = writes.filter(({number}) => number < 1000 || number >= 1037)
  expect(ledger.copy().missingIn(foundAfter(kept))).toBe(37)
  expect(ledger.copy().missingIn([])).toBe(5000)
})

test('A copy does not contain later acknowledgments', () => {
  const ledger = createLedger()
  const first = ledger.next()
  ledger.acknowledge(first)
  const copy = ledger.copy()
  ledger.acknowledge(ledger.next())
  expect([copy.acknowledged, copy.missingIn(foundAfter([first]))]).toEqual([1, 0])
})

test('Writes acknowledged while a link was cut are counted by the node that acknowledged them', () => {
  const ledger = createLedger()
  const [whole, lost, alsoLost, kept] = Array.from({length: 4}, ledger.next)
  if (!whole || !lost || !alsoLost || !kept) throw new Error('four writes')
  ledger.acknowledge(whole)
  ledger.acknowledge(kept, 6479)
  for (const write of [lost, alsoLost]) ledger.acknowledge(write, 6379)
  expect(ledger.copy().sidesIn(foundAfter([kept]))).toEqual([
    {port: 6379, writes: 2, of: 2},
    {port: 6479, writes: 0, of: 1},
  ])
})

test('A read picks one of the writes made so far, at random', () => {
  let random = 0
  const ledger = createLedger(() => random)
  expect(ledger.any()).toBe(undefined)
  const [first, second] = [ledger.next(), ledger.next()]
  expect(ledger.any()).toEqual(first)
  random = 0.999
  expect(ledger.any()).toEqual(second)
})
