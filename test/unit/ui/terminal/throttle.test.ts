// A screen learns of many changes together, and always of the last one.

import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {createStore} from '../../../../src/lab/run/store.ts'
import {Throttle} from '../../../../src/ui/terminal/throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A store, and what somebody who draws has seen of it. */
function watched(isSettled: (value: number) => boolean = () => true) {
  const store = createStore(0)
  const seen: number[] = []
  const watch = new Throttle(store.subscribe, () => isSettled(store.get()))
  const forget = watch.subscribe(() => seen.push(store.get()))
  return {store, seen, forget, watch}
}

test('the first change is reported at once, those right after it together', () => {
  const {store, seen} = watched()
  for (let i = 1; i <= 1000; i++) store.set(i)
  expect(seen).toEqual([1])
  vi.advanceTimersByTime(16)
  expect(seen).toEqual([1, 1000])
})

test('after a pause the next change is reported at once, and none is reported twice', () => {
  const {store, seen} = watched()
  store.set(1)
  vi.advanceTimersByTime(1000)
  expect(seen).toEqual([1])
  store.set(2)
  expect(seen).toEqual([1, 2])
})

test('a slow screen gets fewer reports', () => {
  const slow = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(100)
  const {store, seen} = watched()
  store.set(1)
  store.set(2)
  vi.advanceTimersByTime(90)
  expect(seen).toEqual([1])
  vi.advanceTimersByTime(30)
  expect(seen).toEqual([1, 2])
  slow.mockRestore()
})

test('after unsubscribing there are no reports, and no timer is left', () => {
  const {store, seen, forget} = watched()
  store.set(1)
  store.set(2)
  forget()
  vi.advanceTimersByTime(1000)
  store.set(3)
  expect(seen).toEqual([1])
  expect(vi.getTimerCount()).toBe(0)
})

test('a change that another soon settles is reported with it; otherwise after a pause', () => {
  const isEven = (value: number) => value % 2 === 0
  const {store, seen} = watched(isEven)
  store.set(1)
  expect(seen).toEqual([])
  store.set(2)
  expect(seen).toEqual([2])
  vi.advanceTimersByTime(1000)
  store.set(3)
  vi.advanceTimersByTime(7)
  store.set(5)
  expect(seen).toEqual([2])
  vi.advanceTimersByTime(1)
  expect(seen).toEqual([2, 5])
})

test('in a hurry, the next change that settles the state is reported within the pause, and only that one', () => {
  const isEven = (value: number) => value % 2 === 0
  const {store, seen, watch} = watched(isEven)
  store.set(2)
  vi.advanceTimersByTime(7)
  watch.hurry()
  store.set(3)
  vi.advanceTimersByTime(7)
  expect(seen).toEqual([2])
  store.set(4)
  store.set(6)
  expect(seen).toEqual([2, 4])
  vi.advanceTimersByTime(8)
  expect(seen).toEqual([2, 4, 6])
})
