// Lookups of one key: the nodes count them without the key, the learner's own lines name it.

import {expect, test} from 'vitest'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import {wasMissedOn} from '../../../../../src/model/lesson/goals/lookups.ts'
import {offsetGrew, wasReadFrom} from '../../../../../src/model/lesson/goals/replication.ts'
import type {Reply} from '../../../../../src/model/protocol/reply.ts'
import {answer, evidenceOf, master, replica, snapshotOf} from '../../readings.ts'

const cup: Reply = {type: 'bulk', bytes: 'cup'}
const nil: Reply = {type: 'nil'}
const wrongType: Reply = {
  type: 'error',
  text: 'WRONGTYPE Operation against a key holding the wrong kind of value',
}
const number = (text: string): Reply => ({type: 'integer', text})

function ran(node: NodeName, line: string, reply: Reply): Outcome {
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

function looked(hits: number, misses: number, ...done: readonly Outcome[]) {
  const stats = {keyspace_hits: hits, keyspace_misses: misses}
  return evidenceOf(snapshotOf([replica('6380', 6379, {stats})]), snapshotOf([replica('6380', 6379)]), done)
}

test('A key was read: a line that names it, or a redis-cli that names nothing', () => {
  const goal = wasReadFrom('6380', 'cart:ann')
  const unread = '6380: cart:ann has not been read here in this step yet'
  const rows = [
    [looked(1, 0, ran('6380', 'GET cart:ann', cup)), 'met'],
    [looked(1, 0), 'met'],
    [looked(1, 0, ran('6380', 'GET product:1', cup)), unread],
    [looked(2, 0, ran('6380', 'MGET product:1 product:2', {type: 'array', items: [cup, cup]})), unread],
    [looked(1, 0, ran('6380', 'EXISTS product:1', number('1'))), unread],
    [looked(1, 0, ran('6380', 'TTL product:1', number('-1'))), unread],
    [looked(1, 0, ran('6380', 'LRANGE orders:today 0 -1', {type: 'array', items: [cup, cup]})), unread],
    [looked(2, 0, ran('6380', 'GET product:1', cup), ran('6380', 'GET cart:ann', cup)), 'met'],
    [looked(1, 0, ran('6381', 'GET product:1', cup)), 'met'],
    [looked(0, 1, ran('6380', 'GET cart:ann', nil)), unread],
    // Redis counts a hit, and then finds that the value is no string.
    [looked(1, 0, ran('6380', 'GET cart:ann', wrongType)), unread],
    [looked(2, 0, ran('6380', 'GET cart:ann', wrongType), ran('6380', 'HGETALL cart:ann', cup)), 'met'],
  ] as const
  for (const [evidence, expected] of rows) expect(answer(goal, evidence)).toBe(expected)
})

test('A key was missed: it was looked for where it is not', () => {
  const goal = wasMissedOn('6380', 'stock:1')
  expect(answer(goal, looked(0, 1, ran('6380', 'GET stock:1', nil)))).toBe('met')
  expect(answer(goal, looked(0, 1, ran('6380', 'EXISTS stock:1', number('0'))))).toBe('met')
  expect(answer(goal, looked(0, 1, ran('6380', 'GET stock', nil)))).toBe(
    '6380: stock:1 has not been looked for here in this step yet (keyspace_misses)',
  )
})

test('Waiting does not write: pings and the questions of WAIT are not counted', () => {
  const writes = offsetGrew('6379', 200)
  const since = (offset: number, seconds: number, waits = 0) =>
    evidenceOf(
      snapshotOf([master('6379', offset, {}, {calls: {wait: waits}})], {at: 5000 + seconds * 1000}),
      snapshotOf([master('6379')]),
    )
  expect(answer(writes, since(15 * 14, 150))).toBe(
    'at least 0 bytes written on 6379, pings not counted; expected 200 or more',
  )
  expect(answer(writes, since(6 * 37, 0, 6))).toBe(
    'at least 0 bytes written on 6379, pings not counted; expected 200 or more',
  )
  expect(answer(writes, since(15 * 14 + 200, 150))).toBe('met')
})
