// Goals about links, and about two masters of the same slots.

import {expect, test} from 'vitest'
import {directionsBetween, type Fault, type Links, withFault} from '../../../../../src/model/cluster/links.ts'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Reading} from '../../../../../src/model/cluster/snapshot.ts'
import {bothServe, everyLinkIsWhole, isCutOff, isSlow} from '../../../../../src/model/lesson/goals/links.ts'
import type {Goal} from '../../../../../src/model/lesson/lesson.ts'
import {answer, clusterMaster, evidenceOf, replica, snapshotOf} from '../../readings.ts'

const others: readonly NodeName[] = ['6380', '6381', '6479', '6480', '6481']
const cut = {is: 'cut'} as const

function verdictOf(goal: Goal, links: Links, readings: readonly Reading[] = []): string {
  return answer(goal, evidenceOf({...snapshotOf(readings), links}))
}

const split = (fault: Fault = cut) => withFault([], directionsBetween(['6379'], others), fault)

test('A node is cut off when nothing passes in either direction', () => {
  const goal = isCutOff('6379')
  expect(verdictOf(goal, split())).toBe('met')
  expect(verdictOf(goal, split({is: 'closed'}))).toBe('met')
  expect(verdictOf(goal, withFault([], directionsBetween(['6379'], others, true), cut))).toBe(
    'what 6380 sends still reaches 6379; /wires shows what is cut',
  )
  expect(verdictOf(goal, split({is: 'slow', ms: 100, jitter: 0}))).toContain('still reaches')
  expect(verdictOf(isCutOff('6379', '6479'), split())).toContain('6479')
})

test('Links are whole when nothing is cut or slow', () => {
  expect(verdictOf(everyLinkIsWhole, [])).toBe('met')
  expect(verdictOf(everyLinkIsWhole, split())).toBe('not whole yet: 6379 | rest; /heal repairs everything')
})

test('A link is slow in its own direction', () => {
  const links = withFault([], [{from: '6379', to: '6479'}], {is: 'slow', ms: 100, jitter: 0})
  expect(verdictOf(isSlow('6379', '6479'), links)).toBe('met')
  expect(verdictOf(isSlow('6479', '6379'), links)).toBe('what 6479 sends to 6379 does not arrive late')
})

test('Two nodes serve the same slots if their ranges overlap and both are masters', () => {
  const goal = bothServe('6379', '6479')
  const first = clusterMaster('6379', ['0-5460'])
  expect(verdictOf(goal, [], [first, clusterMaster('6479', ['100-200', '9000'])])).toBe('met')
  expect(verdictOf(goal, [], [first, clusterMaster('6479', ['5461-10922'])])).toContain('6379 is not')
  expect(verdictOf(goal, [], [first, replica('6479', 6379)])).toContain('is not the second master')
})
