// The lab notices that it did not run.

import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {watchForStalls} from '../../../src/lab/run/stall-watch.ts'

beforeEach(() => {
  vi.useFakeTimers({now: 0})
})
afterEach(() => {
  vi.useRealTimers()
})

test('While its timers fire in time, nothing is reported', () => {
  const held = vi.fn()
  using _ = watchForStalls(held)
  vi.advanceTimersByTime(10_000)
  expect(held).not.toHaveBeenCalled()
})

test('A time without a beat is reported once, from the last beat on, and at once to who asks', () => {
  const held = vi.fn()
  using watching = watchForStalls(held)
  vi.advanceTimersByTime(1000)
  vi.setSystemTime(1000 + 700)
  watching.check()
  watching.check()
  vi.advanceTimersByTime(1000)
  expect(held.mock.calls).toEqual([[{at: 1000, ms: 600}]])
})
