// Whose history a node tells: one of two masters follows the other, and the history of one of them ends.

import {expect, test} from 'vitest'
import type {Reading} from '../../../../../src/model/cluster/snapshot.ts'
import {tellsHistoryOf} from '../../../../../src/model/lesson/goals/history.ts'
import {translate} from '../../../../../src/model/text/messages.ts'
import {answered, evidenceOf, silent, snapshotOf} from '../../readings.ts'

const [old, fresh] = ['a'.repeat(40), 'b'.repeat(40)]
const oldMaster = answered('6379', {role: 'master', master_replid: old})
const newMaster = answered('6381', {role: 'master', master_replid: fresh, master_replid2: old})
const start = snapshotOf([oldMaster, newMaster])

function answer(...now: readonly Reading[]): string {
  const verdict = tellsHistoryOf('6379', '6381')(evidenceOf(snapshotOf(now), start))
  return verdict.is === 'met' ? 'met' : `${verdict.is}: ${translate('en', verdict.because)}`
}

test('The old master tells the history of the new one as soon as it follows it', () => {
  expect(answer(oldMaster, newMaster)).toBe(
    'notYet: 6379 has master_replid:aaaaaaaa…, but 6381 has another history: bbbbbbbb…',
  )
  expect(answer(answered('6379', {role: 'slave', master_replid: fresh}), newMaster)).toBe('met')
})

test('A history that its own master has given up never comes back, unless somebody who is silent still has it', () => {
  const gaveUp = answered('6381', {role: 'slave', master_replid: old})
  expect(answer(oldMaster, gaveUp)).toBe(
    'lost: no node has the history any more that 6381 had when the step began (bbbbbbbb…): it ended with its processes',
  )
  expect(answer(oldMaster, gaveUp, silent('6481', 'notRunning'))).toContain('notYet')
})
