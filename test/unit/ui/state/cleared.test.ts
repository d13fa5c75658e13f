// What stays visible after Ctrl-L and `clear`.

import {expect, test} from 'vitest'
import type {LabEvent} from '../../../../src/model/state/lab-state.ts'
import {clearedNow, leftOf} from '../../../../src/ui/state/cleared.ts'
import {recordedAt} from '../../recorded/recording.ts'
import {played, states} from '../states.ts'

const typed = (id: number, by: 'learner' | 'lab' = 'learner'): LabEvent => ({
  on: 'typed',
  id,
  by,
  typed: `ECHO ${id}`,
  at: recordedAt,
})
const over = (id: number): LabEvent => ({on: 'finished', id})
const idsLeft = (before: readonly LabEvent[], after: readonly LabEvent[]) => {
  const then = played(before, states.freePlay)
  return leftOf(played(after, then).entries, clearedNow(then)).map(({id}) => id)
}

test('Earlier entries are hidden, later ones are not', () => {
  expect(idsLeft([typed(1), over(1), typed(2), over(2)], [])).toEqual([])
  expect(idsLeft([typed(1), over(1), typed(2), over(2)], [typed(3), over(3)])).toEqual([3])
})

test('A running entry stays visible, also after it has ended', () => {
  expect(idsLeft([typed(1), typed(2), over(2)], [])).toEqual([1])
  expect(idsLeft([typed(1), typed(2), over(2)], [over(1), typed(3)])).toEqual([1, 3])
})

test('Clearing an empty transcript hides nothing later', () => {
  expect(idsLeft([], [typed(1)])).toEqual([1])
})
