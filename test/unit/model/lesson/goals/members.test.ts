// A cluster that grows and shrinks: who lists whom, who serves what, and who belongs to nobody.

import {describe, expect, test} from 'vitest'
import {rosterAt} from '../../../../../src/model/cluster/node.ts'
import type {Reading} from '../../../../../src/model/cluster/snapshot.ts'
import {
  everyMemberSaysOk,
  hasReplicas,
  isAlone,
  isForgotten,
  isMember,
  noSlotOpen,
  servesNoSlot,
  servesSlots,
} from '../../../../../src/model/lesson/goals/members.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {answer, clusterMaster, evidenceOf, replica, snapshotOf} from '../../readings.ts'

/** These nodes, and no others: 6382 is a spare, so the six of every other test do not fit. */
function asked(goal: Goal, ...nodes: readonly Reading[]): string {
  return answer(goal, evidenceOf({...snapshotOf([], {roster: rosterAt(6379, ['6382'])}), nodes}))
}

const old = clusterMaster('6379', ['0-16383'], {sees: {'6382': []}})
const newcomer = clusterMaster('6382', [], {sees: {'6379': ['0-16383']}})
const alone = clusterMaster('6382', [])
const before = clusterMaster('6379', ['0-16383'], {sees: {'6380': []}})

describe('A member', () => {
  test('is listed by all and lists all', () => {
    expect(asked(isMember('6382'), old, newcomer)).toBe('met')
    expect(asked(isMember('6382'), before, newcomer)).toBe('6379 does not list 6382 as a member yet')
    expect(asked(isMember('6382'), old, alone)).toBe('6382 lists no other node')
  })

  test('need not be known to a node that belongs to nobody', () => {
    expect(asked(isMember('6382'), old, newcomer, clusterMaster('6482', []))).toBe('met')
  })

  test('that is in a handshake has not joined yet', () => {
    const cluster = old.cluster && {
      ...old.cluster,
      nodes: old.cluster.nodes.map(line => (line.port === 6382 ? {...line, flags: ['handshake']} : line)),
    }
    const shaking = {...old, ...(cluster && {cluster})}
    expect(asked(isMember('6382'), shaking, newcomer)).toBe('6379 does not list 6382 as a member yet')
  })
})

test('A node is forgotten once no other lists it, whatever it lists itself; alone once it lists nobody', () => {
  expect(asked(isForgotten('6382'), old, newcomer)).toBe('6379 still lists 6382')
  expect(asked(isForgotten('6382'), before, newcomer)).toBe('met')
  expect(asked(isAlone('6382'), before, newcomer)).toBe('6382 still lists 1 other node')
  expect(asked(isAlone('6382'), before, alone)).toBe('met')
})

test('Slots have moved once every member sees it and none is open', () => {
  const given = clusterMaster('6379', ['100-16383'], {sees: {'6382': ['0-99']}})
  const taken = clusterMaster('6382', ['0-99'], {sees: {'6379': ['100-16383']}})
  const open = clusterMaster('6379', ['100-16383'], {sees: {'6382': ['0-99']}, moving: ['[100->-6382]']})
  expect(asked(servesSlots('6382'), given, taken)).toBe('met')
  expect(asked(servesSlots('6382'), old, taken)).toBe('for 6379, 6382 serves no slot yet')
  expect(asked(servesSlots('6382'), open, taken)).toBe('6379 still shows [100->-6382]: a slot is open')
  expect(asked(servesNoSlot('6382'), old, newcomer)).toBe('met')
  expect(asked(servesNoSlot('6382'), given, newcomer)).toBe('for 6379, 6382 still serves 0-99')
  expect(asked(noSlotOpen, open)).toBe('6379 still shows [100->-6382]: a slot is open')
})

test('The state of a node that belongs to nobody does not count', () => {
  const says = (reading: typeof old, state: string) => ({
    ...reading,
    ...(reading.cluster && {cluster: {...reading.cluster, info: {cluster_state: state}}}),
  })
  expect(asked(everyMemberSaysOk, says(old, 'ok'), says(alone, 'fail'))).toBe('met')
  expect(asked(everyMemberSaysOk, says(old, 'fail'), says(alone, 'fail'))).toBe(
    '6379 reports cluster_state:fail; expected ok',
  )
})

test('A replica counts once its link is up', () => {
  const two = [replica('6479', 6379), replica('6382', 6379)]
  expect(asked(hasReplicas('6379', 2), old, ...two)).toBe('met')
  expect(
    asked(hasReplicas('6379', 2), old, replica('6479', 6379), replica('6382', 6379, {link: 'down'})),
  ).toBe('6379 has 1 replica; expected 2')
})
