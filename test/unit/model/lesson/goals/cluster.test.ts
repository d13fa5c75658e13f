// What the questions on a cluster say of nodes as they really were, and of a slot's keys.

import {describe, expect, test} from 'vitest'
import type {Answered, Snapshot} from '../../../../../src/model/cluster/snapshot.ts'
import {
  everyoneSeesSlotAt,
  failedFor,
  keyInSlotOf,
  slotEmptyAt,
  slotImporting,
  slotMigrating,
  stateIs,
  suspectedBy,
} from '../../../../../src/model/lesson/goals/cluster.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {recorded, type Situation} from '../../../recorded/recording.ts'
import {answer, evidenceOf, silent} from '../../readings.ts'

describe('A master that dies is seen', () => {
  test.each<[Situation, Goal, string]>([
    ['cluster', suspectedBy('6381', 'one'), 'nodes that mark 6381 as fail? or fail: 0'],
    ['suspected', suspectedBy('6381', 'one'), 'met'],
    ['failed', suspectedBy('6381', 'majority'), 'met'],
    ['failed', failedFor('6381'), 'met'],
    ['cluster', failedFor('6381'), '6379 does not suspect 6381 yet; expected fail'],
    ['failed', stateIs('fail'), 'met'],
    ['failed', stateIs('ok'), '6379 reports cluster_state:fail; expected ok'],
    ['cluster', stateIs('fail'), '6379 reports cluster_state:ok; expected fail'],
  ])('%s', (situation, goal, said) => {
    expect(answer(goal, evidenceOf(recorded(situation)))).toBe(said)
  })
})

test('Where nobody answers, everybody agreeing on something is not so', () => {
  const cluster = recorded('cluster')
  const hushed = {...cluster, nodes: cluster.nodes.map(({name}) => silent(name, 'noAnswer'))}
  for (const goal of [failedFor('6381'), stateIs('ok'), everyoneSeesSlotAt('foo', '6381')])
    expect(answer(goal, evidenceOf(hushed))).toBe('no node responds')
})

/** The cluster with so many keys of foo's slot (12182, 6381's) on a node. */
function withKeys(counts: Readonly<Record<string, number>>): Snapshot {
  const cluster = recorded('cluster')
  const nodes = cluster.nodes.map((reading): Answered => {
    if (reading.is !== 'answered') throw new Error(`${reading.port} is silent in the recording`)
    return {...reading, slotKeys: {12182: counts[reading.name] ?? 0}}
  })
  return {...cluster, nodes}
}

describe('A slot', () => {
  test.each<[Goal, Record<string, number>, string]>([
    [keyInSlotOf('foo', 'owner'), {6381: 1}, 'met'],
    [keyInSlotOf('foo', 'owner'), {6380: 1}, '6381 has 0 keys in slot 12182, none of them new'],
    [keyInSlotOf('foo', '6380'), {6380: 1}, 'met'],
    [slotEmptyAt('foo', '6381'), {6381: 2}, '6381 still has 2 keys in slot 12182; expected 0'],
    [slotEmptyAt('foo', '6381'), {6380: 2}, 'met'],
    [everyoneSeesSlotAt('foo', '6381'), {}, 'met'],
    [everyoneSeesSlotAt('foo', '6380'), {}, 'for 6379, slot 12182 is served by 6381; expected 6380'],
  ])('%#', (goal, counts, said) => {
    expect(answer(goal, evidenceOf(withKeys(counts), withKeys({})))).toBe(said)
  })

  test('that held the key at the start already has no new one', () => {
    const held = withKeys({6381: 1})
    expect(answer(keyInSlotOf('foo', 'owner'), evidenceOf(held, held))).toBe(
      '6381 has 1 key in slot 12182, none of them new',
    )
  })

  test('that is on its way is said by the two that it goes between, and by nobody else', () => {
    // In the recording name's slot 5798 moves from 6380 to 6379.
    const evidence = evidenceOf(recorded('slot-moving'))
    expect(answer(slotMigrating('name', '6380', '6379'), evidence)).toBe('met')
    expect(answer(slotImporting('name', '6379', '6380'), evidence)).toBe('met')
    expect(answer(slotMigrating('name', '6379', '6380'), evidence)).toBe(
      '6379 is not set to migrate slot 5798 to 6380 yet',
    )
    expect(answer(slotMigrating('name', '6380', '6379'), evidenceOf(recorded('cluster')))).toBe(
      '6380 is not set to migrate slot 5798 to 6379 yet',
    )
    expect(answer(slotImporting('name', '6379', '6380'), evidenceOf(recorded('cluster')))).toBe(
      '6379 is not set to import slot 5798 from 6380 yet',
    )
  })
})
