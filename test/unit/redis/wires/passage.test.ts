// What becomes of the bytes of one direction.

import {expect, test} from 'vitest'
import {Passage} from '../../../../src/redis/wires/passage.ts'

const [one, two, three] = ['one', 'two', 'three'].map(text => Buffer.from(text)) as [Buffer, Buffer, Buffer]
const slow = (ms: number, jitter = 0) => ({is: 'slow', ms, jitter}) as const

test('Nothing is done to bytes on a whole link', () => {
  const passage = new Passage()
  expect(passage.isFree).toBe(true)
  expect(passage.take(one, 0, 0)).toBe(true)
})

test('On a slow link bytes arrive later, and in their order whatever the jitter is', () => {
  const passage = new Passage()
  passage.set(slow(100, 50))
  expect(passage.take(one, 0, 0.9)).toBe(false)
  passage.take(two, 10, 0)
  passage.take('end', 60, 0)
  expect(passage.nextDue).toBe(145)
  expect(passage.due(144)).toEqual([])
  expect(passage.due(145)).toEqual([one, two])
  expect(passage.nextDue).toBe(160)
  expect(passage.due(1000)).toEqual(['end'])
  expect(passage.nextDue).toBeUndefined()
})

test('Bytes that were under way when a slow link was healed come before later ones', () => {
  const passage = new Passage()
  passage.set(slow(100))
  passage.take(one, 0, 0)
  passage.set(undefined)
  expect(passage.take(two, 1, 0)).toBe(false)
  expect(passage.due(1)).toEqual([one, two])
  expect(passage.isFree).toBe(true)
  expect(passage.isBroken).toBe(false)
})

test('A connection outlives a cut in which nothing was sent', () => {
  const passage = new Passage()
  passage.set({is: 'cut'})
  passage.set(undefined)
  expect(passage.isBroken).toBe(false)
})

test('On a cut link bytes vanish; the connection breaks when bytes would flow again behind them', () => {
  const passage = new Passage()
  passage.set({is: 'cut'})
  expect(passage.take(one, 0, 0)).toBe(false)
  expect(passage.isBroken).toBe(false)
  passage.set(slow(10))
  expect(passage.isBroken).toBe(true)
})

test('Bytes under way on a slow link vanish when it is cut', () => {
  const passage = new Passage()
  passage.set(slow(100))
  passage.take(three, 0, 0)
  passage.set({is: 'cut'})
  expect(passage.due(1000)).toEqual([])
  passage.set(undefined)
  expect(passage.isBroken).toBe(true)
})

test('A closed link breaks its connections', () => {
  const passage = new Passage()
  passage.set({is: 'closed'})
  expect(passage.isBroken).toBe(true)
})

test('With a megabyte under way a slow link is full, until some of it has arrived, is healed or is lost', () => {
  const passage = new Passage()
  const half = Buffer.alloc(500_000)
  passage.set(slow(100))
  passage.take(half, 0, 0)
  expect(passage.isFull).toBe(false)
  passage.take(half, 10, 0)
  expect(passage.isFull).toBe(true)
  passage.due(100)
  expect(passage.isFull).toBe(false)
  passage.take(half, 110, 0)
  passage.set({is: 'cut'})
  expect(passage.isFull).toBe(false)
})
