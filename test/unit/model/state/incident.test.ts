// An incident: its clock, its cost, and what is kept of it.

import {describe, expect, test} from 'vitest'
import {
  clockOf,
  clockText,
  clockWords,
  costOf,
  costWords,
  momentsOf,
  recordOf,
  timeWords,
} from '../../../../src/model/state/incident.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabState, Play} from '../../../../src/model/state/lab-state.ts'
import type {Traffic} from '../../../../src/model/state/traffic.ts'
import {type Message, translate} from '../../../../src/model/text/messages.ts'
import {snapshotOf} from '../readings.ts'

const said = (words: Message) => translate('en', words)
const at = (seconds: number) => ({...snapshotOf([]), at: seconds * 1000})
const play = (more: Partial<Play> = {}) =>
  ({lesson: 'incidents', step: 'carts', phase: 'open', hints: 0, start: at(10), ...more}) as Play

describe('The clock', () => {
  test('runs from the start of the step, and stops when it is passed', () => {
    expect(clockOf(play(), 93_000)).toEqual({seconds: 83, penalty: 0})
    expect(clockOf(play({end: at(40)}), 93_000)).toEqual({seconds: 30, penalty: 0})
    expect(clockOf(play({start: undefined as never}), 93_000)).toEqual({seconds: 0, penalty: 0})
  })

  test('adds a minute for each hint, of which there are three', () => {
    expect(clockOf(play({hints: 2}), 10_000).penalty).toBe(120)
    expect(clockOf(play({hints: 9}), 10_000).penalty).toBe(180)
  })

  test('is shown in minutes and seconds', () => {
    expect([0, 59, 60, 83, 3600].map(clockText)).toEqual(['0:00', '0:59', '1:00', '1:23', '60:00'])
    expect(said(clockWords({seconds: 83, penalty: 0}))).toBe('Clock 1:23')
    expect(said(clockWords({seconds: 83, penalty: 60}))).toBe('Clock 1:23 + 1:00 for hints = 2:23')
    expect(said(timeWords({seconds: 83, penalty: 60}))).toBe('Time: 1:23 + 1:00 for hints = 2:23')
  })
})

describe('The cost', () => {
  const traffic = {totals: {errors: {OOM: 3, CLUSTERDOWN: 4}}, troubled: 4600} as unknown as Traffic

  test('is what users had of it, and what was lost if that was checked', () => {
    expect(costOf(play({hints: 1}), traffic)).toEqual({penalty: 60, failed: 7, troubled: 5})
    expect(costOf(play(), {...traffic, lost: {writes: 2, of: 9}})).toMatchObject({lost: 2})
    expect(costOf(play(), undefined)).toEqual({penalty: 0, failed: 0, troubled: 0})
  })

  test('is told in sentences', () => {
    const words = (cost: Parameters<typeof costWords>[0]) => costWords(cost).map(said)
    expect(words({penalty: 0, failed: 1, troubled: 65, lost: 2})).toEqual([
      'Users: 1 request failed; between the fault and the fix they had trouble for 1:05 in all.',
      'Data: 2 acknowledged writes lost.',
    ])
    expect(words({penalty: 0, failed: 0, troubled: 0, lost: 0})).toEqual([
      'Users: no request failed. Nobody noticed, this time.',
      'Data: no acknowledged write lost.',
    ])
    expect(words({penalty: 0, failed: 0, troubled: 1})).toHaveLength(1)
  })
})

test('Of several times the best is kept; a look at the solution is none', () => {
  const cost = {penalty: 60, failed: 7, troubled: 5}
  const first = recordOf(cost, {seconds: 30, solved: false}, undefined)
  expect(first).toEqual({...cost, times: 1, best: 90})
  const earlier = {at: 1, seconds: 30, hints: 1, solved: false, changes: [], ...(first && {incident: first})}
  expect(recordOf({...cost, penalty: 0}, {seconds: 50, solved: false}, earlier)).toMatchObject({
    times: 2,
    best: 50,
  })
  expect(recordOf(cost, {seconds: 99, solved: false}, earlier)).toMatchObject({times: 2, best: 90})
  expect(recordOf(cost, {seconds: 1, solved: true}, earlier)).toMatchObject({times: 1, best: 90})
})

test('The review has the learner’s lines and the moments at which conditions were met for good, in their order', () => {
  const entry = (typed: string, seconds: number, by?: 'lab') => ({typed, at: seconds * 1000, ...(by && {by})})
  const conditions = [{id: 'whole', metAt: 25_000}, {id: 'copies', metAt: 10_000}, {id: 'users'}]
  const state = {
    ...initialState(),
    play: play({phase: 'passed', end: at(40), conditions: conditions as never}),
    entries: [
      entry('PING', 5),
      entry('CLUSTER NODES', 12),
      entry('/traffic on', 13, 'lab'),
      entry('', 14),
      entry('/start 6380', 30),
      entry('GET late', 41),
    ],
  } as unknown as LabState
  expect(momentsOf(state)).toEqual([
    {seconds: 2, typed: 'CLUSTER NODES'},
    {seconds: 15, goal: 'whole'},
    {seconds: 20, typed: '/start 6380'},
  ])
  expect(momentsOf({...state, play: play()})).toEqual([])
})
