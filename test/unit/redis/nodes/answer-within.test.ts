// How long a node's answer is waited for, and what counts as late.

import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {answerWithin} from '../../../../src/redis/nodes/probe.ts'

beforeEach(() => {
  vi.useFakeTimers({now: 0})
})
afterEach(() => {
  vi.useRealTimers()
})

test('A node that does not answer in time is late', async () => {
  const answer = answerWithin(new Promise<string>(() => undefined), 300)
  await vi.advanceTimersByTimeAsync(300)
  expect(await answer).toBe('late')
})

test('A node is not late because the lab was held up: its answer is read first', async () => {
  const {promise, resolve} = Promise.withResolvers<string>()
  const answer = answerWithin(promise, 300)
  vi.setSystemTime(25_000)
  await vi.advanceTimersByTimeAsync(300)
  resolve('PONG')
  expect(await answer).toBe('PONG')
})

test('A node that still does not answer after that is late', async () => {
  const answer = answerWithin(new Promise<string>(() => undefined), 300)
  vi.setSystemTime(25_000)
  await vi.advanceTimersByTimeAsync(600)
  expect(await answer).toBe('late')
})
