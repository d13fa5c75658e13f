// Replicas that wait or take over, and when none can any more: as truth tables, with the whole sentence that is said.

import {describe, expect, test} from 'vitest'
import type {Reading} from '../../../../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../../../../src/model/lesson/evidence.ts'
import {
  hasMoreKeysThan,
  isAheadOf,
  isWithoutMaster,
  tookOver,
} from '../../../../../src/model/lesson/goals/takeover.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {
  answered,
  evidenceOf,
  fullAnswer,
  history,
  master,
  replica,
  silent,
  snapshotOf,
} from '../../readings.ts'

type Row = readonly [title: string, goal: Goal, evidence: Evidence, answer: string]
const check = (_: string, goal: Goal, evidence: Evidence, expected: string) => {
  expect(fullAnswer(goal, evidence)).toBe(expected)
}
const now = (...readings: readonly Reading[]) => evidenceOf(snapshotOf(readings))

function orphan(downFor: number): Reading {
  const fields = {role: 'slave', master_link_status: 'down', master_link_down_since_seconds: String(downFor)}
  return answered('6380', fields)
}

describe('A replica without a master', () => {
  const goal = isWithoutMaster('6380', 5)
  test.each<Row>([
    ['is one for as long as it says', goal, now(orphan(5)), 'met'],
    ['counts', goal, now(orphan(4)), 'notYet: 6380 reports master_link_down_since_seconds:4; expected 5'],
    [
      'that never had a link has not lost one',
      goal,
      now(orphan(-1)),
      'notYet: 6380 reports master_link_down_since_seconds:-1; expected 5',
    ],
    [
      'has no link',
      goal,
      now(replica('6380', 6379)),
      'notYet: 6380 reports master_link_status:up; expected down',
    ],
    [
      'is a replica',
      goal,
      now(master('6380')),
      'notYet: 6380 reports role:master; expected a replica without a master',
    ],
  ])('%s', check)
})

test('The replica with more of one history is ahead; of two histories none is', () => {
  const goal = isAheadOf('6381', '6380')
  const less = replica('6380', 6379, {offset: 10})
  const no = 'notYet: 6381 does not have more of the history than 6380'
  expect(fullAnswer(goal, now(less, replica('6381', 6379, {offset: 11})))).toBe('met')
  expect(fullAnswer(goal, now(less, replica('6381', 6379, {offset: 10})))).toBe(no)
  const other = {role: 'slave', master_replid: 'another', slave_repl_offset: '99'}
  expect(fullAnswer(goal, now(less, answered('6381', other)))).toBe(no)
})

describe('Taking over', () => {
  const goal = tookOver('6381')
  const dead = silent('6379', 'notRunning')
  const start = snapshotOf([dead, replica('6380', 6379, {offset: 10}), replica('6381', 6379, {offset: 30})])
  const later = (...readings: readonly Reading[]) => evidenceOf(snapshotOf([dead, ...readings]), start)
  const promoted = (node: '6380' | '6381', validBelow: number) =>
    answered(node, {
      role: 'master',
      master_replid: 'new',
      master_replid2: history,
      second_repl_offset: String(validBelow),
      master_repl_offset: '90',
    })
  const least = replica('6380', 6379, {offset: 10})
  const most = replica('6381', 6379, {offset: 30})
  const nobody = 'notYet: no master continues from byte 30 yet'
  const gone = 'lost: no running node can continue from byte 30'
  test.each<Row>([
    ['is met by who had the most', goal, later(least, promoted('6381', 31)), 'met'],
    ['waits as long as both are replicas', goal, later(least, most), nobody],
    ['is not yet lost while the most is only on a replica', goal, later(promoted('6380', 11), most), nobody],
    [
      'is lost when nobody has the last byte of that history',
      goal,
      later(
        promoted('6380', 11),
        answered('6381', {role: 'slave', master_replid: 'new', master_replid2: '0'}),
      ),
      gone,
    ],
    [
      'is lost when the process that had it has ended',
      goal,
      later(least, silent('6381', 'notRunning')),
      gone,
    ],
    [
      'is not lost while the node that has it is only silent',
      goal,
      later(least, silent('6381', 'paused')),
      'notYet: 6381 is paused: its process exists but does not respond',
    ],
    ['is not met by a master that began anew', goal, later(most, master('6380')), nobody],
  ])('%s', check)
})

test('More keys are counted, not other keys', () => {
  const goal = hasMoreKeysThan('6379', '6381')
  const keys = (own: number, other: number) =>
    now(master('6379', 0, {}, {keys: own}), master('6381', 0, {}, {keys: other}))
  expect(fullAnswer(goal, keys(5, 4))).toBe('met')
  expect(fullAnswer(goal, keys(1, 1))).toBe('notYet: 6379 has 1 key, 6381 has 1; expected one more on 6379')
})
