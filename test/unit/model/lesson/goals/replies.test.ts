// Questions on calls and error replies, which the nodes count themselves.

import {describe, expect, test} from 'vitest'
import type {Answered} from '../../../../../src/model/cluster/snapshot.ts'
import {hintAsked, wasAnswered, wasCalled} from '../../../../../src/model/lesson/goals/replies.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {answer, evidenceOf, master, snapshotOf} from '../../readings.ts'

type Counts = Pick<Answered, 'errors' | 'calls'>
const counts = (more: Partial<Counts> = {}) => snapshotOf([master('6380', 0, {}, more)])

const counted = (goal: Goal, now: Partial<Counts>, start: Partial<Counts> = {}) =>
  answer(goal, evidenceOf(counts(now), counts(start)))

describe('A node that answers with an error', () => {
  const moved = wasAnswered('6380', 'MOVED')
  test.each([
    [moved, {errors: {MOVED: 1}}, {}, 'met'],
    [
      moved,
      {errors: {MOVED: 1}},
      {errors: {MOVED: 1}},
      '6380: no MOVED reply in this step yet (INFO errorstats)',
    ],
    // CONFIG RESETSTAT: it counts from nothing again.
    [moved, {errors: {MOVED: 1}}, {errors: {MOVED: 9}}, 'met'],
    [moved, {errors: {ASK: 1}}, {}, '6380: no MOVED reply in this step yet (INFO errorstats)'],
    [wasAnswered('any', 'MOVED'), {errors: {MOVED: 1}}, {}, 'met'],
    [wasAnswered('any', 'MOVED'), {}, {}, 'any node: no MOVED reply in this step yet (INFO errorstats)'],
    [
      wasAnswered('6379', 'MOVED'),
      {errors: {MOVED: 1}},
      {},
      '6379: no MOVED reply in this step yet (INFO errorstats)',
    ],
  ])('%#', (goal, now, start, said) => {
    expect(counted(goal, now, start)).toBe(said)
  })
})

test('A command counts as called where and since when it is asked for', () => {
  const keyslot = wasCalled('any', 'cluster|keyslot')
  expect(counted(keyslot, {calls: {'cluster|keyslot': 1}})).toBe('met')
  expect(counted(keyslot, {calls: {'cluster|keyslot': 1}}, {calls: {'cluster|keyslot': 1}})).toBe(
    'any node: CLUSTER KEYSLOT has not been run in this step yet (INFO commandstats)',
  )
  expect(counted(wasCalled('6379', 'readonly'), {calls: {readonly: 1}})).toMatch(
    /^6379: READONLY has not been run/,
  )
})

test('A hint counts when it was asked for', () => {
  const evidence = evidenceOf(snapshotOf([]))
  expect(hintAsked(evidence).is).toBe('notYet')
  expect(hintAsked({...evidence, hints: 1}).is).toBe('met')
})
