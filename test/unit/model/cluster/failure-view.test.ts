// How each node sees each other node, from the replies of real nodes while a master died.

import {describe, expect, test} from 'vitest'
import {failureViews, suspicions} from '../../../../src/model/cluster/failure-view.ts'
import {recorded, type Situation} from '../../recorded/recording.ts'
import {silent} from '../readings.ts'

const says = (situation: Situation) =>
  Object.fromEntries(failureViews(recorded(situation)).map(view => [view.name, view.says?.join(' ')]))

describe('Six opinions', () => {
  test('of a healthy cluster are one', () => {
    expect(says('cluster')).toMatchObject({6379: 'itself ok ok ok ok ok', 6481: 'ok ok ok ok ok itself'})
    expect(suspicions(recorded('cluster'))).toEqual([])
  })

  test('differ while a master is only suspected: who does not respond says nothing', () => {
    const now = says('suspected')
    expect(now['6381']).toBeUndefined()
    expect(Object.values(now).join(' ')).toContain('fail?')
    const [suspicion, ...more] = suspicions(recorded('suspected'))
    expect(more).toEqual([])
    expect(suspicion).toMatchObject({port: 6381, needed: 2, failed: false})
  })

  test('agree when the majority of the masters does', () => {
    expect(says('failed')).toMatchObject({6379: 'itself ok fail ok ok ok'})
    expect(suspicions(recorded('failed'))).toMatchObject([{port: 6381, needed: 2, failed: true}])
  })

  test('come with the epoch of each, and the highest it has heard of', () => {
    const views = failureViews(recorded('promoted'))
    expect(views.find(({name}) => name === '6481')).toMatchObject({epoch: '7', currentEpoch: '7'})
  })

  test('are none where nodes do not know each other, and not asked for without cluster mode', () => {
    expect(says('bare')['6379']).toBe('itself unknown unknown unknown unknown unknown')
    expect(failureViews(recorded('masters'))).toEqual([])
  })

  test('are none of a cluster that is silent as a whole', () => {
    const cluster = recorded('cluster')
    const hushed = {...cluster, nodes: cluster.nodes.map(({name}) => silent(name, 'noAnswer'))}
    expect(failureViews(hushed).every(({says}) => says === undefined)).toBe(true)
    expect(suspicions(hushed)).toEqual([])
  })
})
