// Replicas that are behind while they are read, and refused commands: as truth tables, with the whole sentence that is said.

import {describe, expect, test} from 'vitest'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Reading} from '../../../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import type {Evidence} from '../../../../../src/model/lesson/evidence.ts'
import {oneOf} from '../../../../../src/model/lesson/goals/replication.ts'
import {
  demandsReplicas,
  isBehind,
  isPaused,
  readWhileBehind,
  refusedForLack,
  takesOwnWrites,
  waitCountedAll,
  waitedAgain,
  waitedInVain,
  wasTriedOn,
} from '../../../../../src/model/lesson/goals/stale-reads.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import type {Reply} from '../../../../../src/model/protocol/reply.ts'
import {answer, answered, evidenceOf, master, replica, silent, snapshotOf} from '../../readings.ts'

/** The first list is how it was when the step began. */
const since = (start: readonly Reading[], now: readonly Reading[], done: readonly Outcome[] = []) =>
  evidenceOf(snapshotOf(now), snapshotOf(start), done)

const ok: Reply = {type: 'status', text: 'OK'}
const nil: Reply = {type: 'nil'}
const tea: Reply = {type: 'bulk', bytes: 'teapot'}
function ran(node: NodeName, line: string, reply: Reply = line.startsWith('GET') ? tea : ok): Outcome {
  return {action: {do: 'command', node, words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

type Row = readonly [title: string, goal: Goal, evidence: Evidence, answer: string]
const check = (_: string, goal: Goal, evidence: Evidence, expected: string) => {
  expect(answer(goal, evidence)).toBe(expected)
}

const before = [master('6379', 10), replica('6380', 6379, {offset: 10})]
const notBehind = '6380 is not behind 6379 right now'

describe('A replica is behind', () => {
  const goal = isBehind('6380', '6379')
  test.each<Row>([
    ['when its offset is lower', goal, since([], [master('6379', 11), replica('6380', 6379)]), 'met'],
    ['but not when it is the same', goal, since([], before), notBehind],
    [
      'but not in another history, where numbers say nothing',
      goal,
      since(
        [],
        [master('6379', 11), answered('6380', {role: 'slave', master_replid: 'b', slave_repl_offset: '1'})],
      ),
      notBehind,
    ],
    [
      'but not when it is silent',
      goal,
      since([], [master('6379', 11), silent('6380', 'paused')]),
      '6380 is paused: its process exists but does not respond',
    ],
  ])('%s', check)
})

describe('An old value was read', () => {
  const goal = readWhileBehind('6380', '6379')
  const behind = (hits: number) => [
    master('6379', 20),
    replica('6380', 6379, {offset: 10, stats: {keyspace_hits: hits}}),
  ]
  const read = ran('6380', 'GET product:1')
  const write = ran('6379', 'SET product:1 mug')
  const notRead = '6380: no key has been read here in this step yet (keyspace_hits)'
  test.each<Row>([
    ['by an outside redis-cli', goal, since(before, behind(1)), 'met'],
    ['at the prompt, after the write', goal, since(before, behind(1), [write, read]), 'met'],
    ['not by a read before the write', goal, since(before, behind(1), [read, write]), notRead],
    ['by the second read, after the write', goal, since(before, behind(2), [read, write, read]), 'met'],
    [
      'also where the read before the write found nothing',
      goal,
      since(before, behind(1), [ran('6380', 'GET gone', nil), write, read]),
      'met',
    ],
    ['not before anything was read', goal, since(before, behind(0)), notRead],
    [
      'not of another key than the one that is asked for',
      readWhileBehind('6380', '6379', 'product:1'),
      since(before, behind(1), [write, ran('6380', 'GET product:2', {type: 'bulk', bytes: 'cup'})]),
      notRead,
    ],
    [
      'of the key that is asked for',
      readWhileBehind('6380', '6379', 'product:1'),
      since(before, behind(2), [
        write,
        ran('6380', 'MGET product:2 product:1', {type: 'array', items: [tea, tea]}),
      ]),
      'met',
    ],
    [
      'not when the replica has caught up',
      goal,
      since(before, [master('6379', 20), replica('6380', 6379, {offset: 20, stats: {keyspace_hits: 1}})]),
      notBehind,
    ],
  ])('%s', check)
})

describe('WAIT was too early for a replica', () => {
  const goal = waitedInVain('6380', '6379')
  const behind = (waits: number) => [
    master('6379', 20, {}, {calls: {wait: waits}}),
    replica('6380', 6379, {offset: 10}),
  ]
  const wait = ran('6379', 'WAIT 2 1000', {type: 'integer', text: '1'})
  const write = ran('6379', 'INCR visits')
  const tooEarly = '6379: WAIT ran before the write; run it again after it'
  const notCalled = '6379: WAIT has not been run in this step yet (INFO commandstats)'
  test.each<Row>([
    ['when it came after the write', goal, since(before, behind(1), [write, wait]), 'met'],
    ['twice as well', goal, since(before, behind(2), [write, wait, wait]), 'met'],
    ['from an outside redis-cli, twice', goal, since(before, behind(2)), 'met'],
    ['not while the line still waits', goal, since(before, behind(1), [write]), notCalled],
    ['not when it came before the write', goal, since(before, behind(1), [wait, write]), tooEarly],
    ['not when it was not asked', goal, since(before, behind(0), [write]), notCalled],
    [
      'not when it counted all: its connection had written nothing',
      goal,
      since(before, behind(1), [write, ran('6379', 'WAIT 2 1000', {type: 'integer', text: '2'})]),
      '6379: WAIT counted all replicas; write first, on the same connection',
    ],
  ])('%s', check)

  test('and it counted both afterwards', () => {
    const both = ran('6379', 'WAIT 2 1000', {type: 'integer', text: '2'})
    const one = ran('6379', 'WAIT 1 1000', {type: 'integer', text: '1'})
    const again = waitedAgain('6379', 2)
    const notYet = '6379: no WAIT has counted 2 replicas since one counted fewer than asked'
    expect(answer(again, since(before, behind(2), [write, wait, both]))).toBe('met')
    expect(answer(again, since(before, behind(1), [write, wait]))).toBe(notYet)
    expect(answer(again, since(before, behind(2), [both, write, wait]))).toBe(notYet)
    expect(answer(again, since(before, behind(2), [write, wait, one]))).toBe(notYet)
    expect(answer(again, since(before, behind(2)))).toBe('met')
  })

  test('and its mistake is a WAIT that counted all although one is behind', () => {
    const all = ran('6379', 'WAIT 2 1000', {type: 'integer', text: '2'})
    const sign = waitCountedAll('6380', '6379')
    expect(sign(since(before, behind(1), [write, all]))).toBe(true)
    expect(sign(since(before, behind(1), [write, wait]))).toBe(false)
    expect(sign(since(before, before, [write, all]))).toBe(false)
  })
})

describe('A write was refused for lack of a replica', () => {
  const goal = refusedForLack('6379', 2)
  const counting = (good: number, refused: number) => [
    answered('6379', {role: 'master', min_slaves_good_slaves: String(good)}, {errors: {NOREPLICAS: refused}}),
  ]
  const demand = ran('6379', 'CONFIG SET min-replicas-to-write 3')
  const refusal = ran('6379', 'SET stock:1 40', {type: 'error', text: 'NOREPLICAS Not enough good'})
  const kill: Outcome = {action: {do: 'kill', node: '6380'}, at: 0, ms: 1, is: 'done'}
  test.each<Row>([
    ['after a kill', goal, since(before, counting(1, 1), [demand, kill, refusal]), 'met'],
    ['as an outside redis-cli saw it', goal, since(before, counting(1, 1)), 'met'],
    [
      'not where more was demanded than there are',
      goal,
      since(before, counting(2, 1), [demand, refusal]),
      '6379 counts 2 good replicas; none has been lost yet',
    ],
    [
      'not by a refusal before the loss',
      goal,
      since(before, counting(1, 1), [demand, refusal, kill]),
      '6379: no NOREPLICAS reply in this step yet (INFO errorstats)',
    ],
    [
      'not where nothing is demanded',
      goal,
      since(before, before, [kill]),
      '6379 requires no replicas: INFO replication has no min_slaves_good_slaves',
    ],
  ])('%s', check)
})

describe('What is tried', () => {
  const goal = wasTriedOn(['6380', '6381'], 'READONLY', 2)
  const refused = (node: NodeName, count: number) => replica(node, 6379, {errors: {READONLY: count}})
  test.each<Row>([
    [
      'is counted on one node, not together',
      goal,
      since([], [refused('6380', 1), refused('6381', 1)]),
      'attempts on 6380, 6381: 1; expected 2',
    ],
    [
      'counts from the start of the step',
      goal,
      since([refused('6381', 1)], [refused('6381', 2)]),
      'attempts on 6380, 6381: 0; expected 2',
    ],
    ['may be any of the nodes', goal, since([], [refused('6381', 2)]), 'met'],
  ])('%s', check)
})

test('A master demands replicas when it counts the good ones, be it none', () => {
  const goal = demandsReplicas('6379')
  const none = since([], [answered('6379', {role: 'master', min_slaves_good_slaves: '0'})])
  expect(answer(goal, none)).toBe('met')
  expect(answer(goal, since([], before))).toBe(
    '6379 requires no replicas: INFO replication has no min_slaves_good_slaves',
  )
})

test('One of several goals is enough', () => {
  const one = oneOf(demandsReplicas('6379'), isBehind('6380', '6379'))
  expect(answer(one, since([], [master('6379', 11), replica('6380', 6379)]))).toBe('met')
})

test('A paused node and a writable replica give themselves away', () => {
  const evidence = since(
    [],
    [silent('6380', 'paused'), answered('6381', {role: 'slave', slave_read_only: '0'})],
  )
  expect(isPaused('6380', '6381')(evidence)).toBe(true)
  expect(isPaused('6381')(evidence)).toBe(false)
  expect(takesOwnWrites('6381')(evidence)).toBe(true)
  expect(takesOwnWrites('6380')(evidence)).toBe(false)
})
