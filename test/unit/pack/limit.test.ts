// The time limit for functions of other people's lessons.

import {expect, test} from 'vitest'
import type {Evidence} from '../../../src/model/lesson/evidence.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {limited} from '../../../src/pack/limit.ts'

const place = {lesson: 'shop', step: 'one', field: 'goals.written'}
const evidence = {hints: 3} as Evidence

test('A function that ends returns and throws as without a limit', () => {
  expect(limited(place, ({hints}) => hints + 1)(evidence)).toBe(4)
  const broken = limited(place, () => {
    throw new RangeError('mine')
  })
  expect(() => broken(evidence)).toThrow(RangeError)
})

test('One that loops is stopped, with its place, and not called again', () => {
  let calls = 0
  const loops = limited(
    place,
    () => {
      for (calls++; ; );
    },
    20,
  )
  const reason = () => {
    try {
      return loops(evidence)
    } catch (error) {
      return translate('en', (error as {reason: Parameters<typeof translate>[1]}).reason)
    }
  }
  const said =
    'shop, step one: `goals.written` still ran after 0.02 s and was stopped. It must not loop or wait.'
  expect(reason()).toBe(said)
  // On a busy computer the time may be over before it is called.
  const before = calls
  expect(reason()).toBe(said)
  expect(calls).toBe(before)
})
