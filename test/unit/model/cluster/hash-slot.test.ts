// Slots as the nodes compute them; the expected ones are what CLUSTER KEYSLOT of Redis 7.0 answered.

import {expect, test} from 'vitest'
import {hasSlot, slotOf} from '../../../../src/model/cluster/hash-slot.ts'
import {bytesOf} from '../../../../src/model/protocol/bytes.ts'

test.each([
  ['foo', 12_182],
  ['bar', 5061],
  ['123456789', 12_739],
  ['', 0],
  ['{user:1000}.name', 1649],
  ['user:1000', 1649],
  // Empty braces are no tag, and a tag begins at the first brace.
  ['foo{}{bar}', 8363],
  ['foo{{bar}}zap', 4015],
  ['foo{bar}{zap}', 5061],
  ['user:1001', 5712],
])('the key %j is in slot %d', (key, slot) => {
  expect(slotOf(bytesOf(key))).toBe(slot)
})

test.each<[ranges: readonly string[], slot: number, has: boolean]>([
  [['0-5460'], 0, true],
  [['0-5460'], 5460, true],
  [['0-5460'], 5461, false],
  [['0-865', '867-5460'], 866, false],
  [['0-865', '866'], 866, true],
  [[], 0, false],
])('%j has slot %d: %s', (ranges, slot, has) => {
  expect(hasSlot(ranges, slot)).toBe(has)
})
