// A line that passes a step is no try of it.

import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import type {WorkshopEvent} from '../../../src/model/workshop/event.ts'
import {HeldTries} from '../../../src/workshop/held-tries.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const place = {lesson: 'tour', step: 'look'}
const passed: WorkshopEvent = {kind: 'passed', ...place, ms: 1, hints: 0, solved: false}
const attempt = (goal: string): WorkshopEvent => ({kind: 'try', ...place, goal})
const step: WorkshopEvent = {kind: 'step', ...place}

function sent(work: (tries: HeldTries) => void): readonly WorkshopEvent[] {
  const events: WorkshopEvent[] = []
  work(new HeldTries(event => void events.push(event)))
  return events
}

test('A line counts as a try once it is known that it did not pass the step, and only then', () => {
  const events = sent(tries => {
    tries.add(attempt('a'))
    vi.advanceTimersByTime(2900)
    tries.add(passed)
    vi.advanceTimersByTime(10_000)
  })
  expect(events).toEqual([passed])
  expect(
    sent(tries => {
      tries.add(attempt('a'))
      vi.advanceTimersByTime(3100)
      tries.add(attempt('b'))
      tries.add(attempt('c'))
      tries.add(passed)
    }),
  ).toEqual([attempt('a'), attempt('b'), passed])
})

test('Lines of a step that is left count before the next one opens, and all when the lab ends', () => {
  expect(
    sent(tries => {
      tries.add(attempt('a'))
      tries.add(step)
      tries.add(attempt('b'))
      tries.flush()
      vi.advanceTimersByTime(10_000)
    }),
  ).toEqual([attempt('a'), step, attempt('b')])
})
