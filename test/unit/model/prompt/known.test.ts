import {expect, test} from 'vitest'
import {completionContext} from '../../../../src/model/prompt/known.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import {recorded} from '../../recorded/recording.ts'

const idsOf = (situation: Parameters<typeof recorded>[0]) =>
  completionContext({...initialState(), snapshot: recorded(situation)}).ids.map(
    ({port, role}) => `${port} ${role}`,
  )

test('Every node of a cluster has an id, one that is down too: the others know it', () => {
  const all = ['6379 master', '6380 master', '6381 master', '6479 replica', '6480 replica', '6481 replica']
  for (const situation of ['cluster', 'killed', 'paused', 'failed'] as const)
    expect([situation, idsOf(situation)]).toEqual([situation, all])
})

test('Outside of a cluster nobody has one', () => {
  expect(idsOf('replicas')).toEqual([])
  expect(completionContext(initialState()).ids).toEqual([])
})
