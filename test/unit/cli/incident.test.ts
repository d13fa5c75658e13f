// Which incident `incident` opens: the named one, the first unsolved one, or any.

import {expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {chosenIncident} from '../../../src/cli/commands/incident.ts'
import type {PassedSteps} from '../../../src/model/state/lab-state.ts'

const cost = {penalty: 0, failed: 0, troubled: 0, best: 60}
const solved = (...ids: readonly string[]): PassedSteps => ({
  incidents: Object.fromEntries(
    ids.map(id => [
      id,
      {at: 1, seconds: 60, hints: 0, solved: false, changes: [], incident: {...cost, times: 1}},
    ]),
  ),
})
const all = lessons.flatMap(({steps}) => steps.filter(({incident}) => incident).map(({id}) => id))

test.each([
  ['the named one', {}, 'night', 'night'],
  ['the one with this number', {}, '2', 'checkout'],
  ['without a name the first', {}, undefined, 'carts'],
  ['without a name the first that is not solved', solved('carts', 'checkout'), undefined, 'orders'],
  ['the first again once all are solved', solved(...all), undefined, 'carts'],
])('%s', (_, passed, typed, step) => {
  expect(chosenIncident(lessons, passed, typed)).toEqual({lesson: 'incidents', step})
})

test('random chooses among those that are not solved, and among all once every one is', () => {
  const but = solved(...all.filter(id => id !== 'lea' && id !== 'mirror'))
  const at = (passed: PassedSteps, n: number) => chosenIncident(lessons, passed, 'random', () => n).step
  expect([at(but, 0), at(but, 0.99)]).toEqual(['lea', 'mirror'])
  expect([at(solved(...all), 0), at(solved(...all), 0.999)]).toEqual(['carts', 'mirror'])
})

test.each([
  ['chekout', /Did you mean checkout\?/],
  ['rendom', /Did you mean random\?/],
  ['zzzzzzzz', /Incidents: carts, checkout, .*; or random/],
])('%s is refused, with what was meant or what there is', (typed, words) => {
  expect(() => chosenIncident(lessons, {}, typed)).toThrow(words)
})

test('lessons without incidents say so', () => {
  const others = lessons.filter(({id}) => id !== 'incidents')
  expect(() => chosenIncident(others, {})).toThrow(/have no incidents/)
})
