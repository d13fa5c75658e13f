// Tags that differ by letter and color.

import {expect, test} from 'vitest'
import {letterAt, replidTag, tagTone} from '../../../../src/views/draw/letter-tag.ts'

test('Letters continue after Z, and each is unique', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701].map(letterAt)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ'])
  expect(new Set(Array.from({length: 500}, (_, n) => letterAt(n))).size).toBe(500)
})

test('The first six also differ in color', () => {
  expect(new Set([0, 1, 2, 3, 4, 5].map(tagTone)).size).toBe(6)
})

test('A replication id that was not seen has no letter', () => {
  expect(replidTag(['x', 'y'], 'y')?.text).toBe('[B]')
  expect(replidTag(['x', 'y'], 'z')).toBeUndefined()
})
