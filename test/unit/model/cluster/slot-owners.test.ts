// The owner of each slot, and when it may be asked where the writes are.

import {describe, expect, test} from 'vitest'
import {type NodeStates, nodeStates, slotOwners} from '../../../../src/model/cluster/slot-owners.ts'
import type {Silent} from '../../../../src/model/cluster/snapshot.ts'
import {recorded, type Situation} from '../../recorded/recording.ts'

describe('The owner of each slot', () => {
  test('is known where all nodes agree', () => {
    expect(slotOwners(recorded('cluster'))).toEqual([
      {port: 6379, slots: ['0-5460']},
      {port: 6380, slots: ['5461-10922']},
      {port: 6381, slots: ['10923-16383']},
    ])
    expect(slotOwners(recorded('promoted'))?.at(-1)).toEqual({port: 6481, slots: ['10923-16383']})
    expect(slotOwners(recorded('returned'))?.at(-1)).toEqual({port: 6481, slots: ['10923-16383']})
  })

  test.each<Situation>(['killed', 'suspected', 'failed', 'paused', 'bare', 'handshake'])(
    'is not known while slots are served by nobody who answers: %s',
    situation => {
      expect(slotOwners(recorded(situation))).toBe(undefined)
    },
  )

  test('is not known while a node that runs has not answered: it may be the other side of a split', () => {
    const promoted = recorded('promoted')
    const withOldMaster = (silent: Partial<Silent>) => ({
      ...promoted,
      nodes: promoted.nodes.map(reading =>
        reading.is === 'silent'
          ? {...reading, process: {is: 'running'} as const, since: promoted.at - 100, ...silent}
          : reading,
      ),
    })
    const owner = (silent: Partial<Silent>) => slotOwners(withOldMaster(silent))?.at(-1)?.port
    expect(owner({because: 'noAnswer'})).toBe(undefined)
    expect(owner({because: 'busy'})).toBe(undefined)
    expect(owner({because: 'noAnswer', since: promoted.at - 10_000})).toBe(6481)
    expect(owner({because: 'paused', process: {is: 'paused'}})).toBe(6481)
    expect(owner({because: 'locked'})).toBe(6481)
  })

  test('is 6379 without cluster mode, on its real port', () => {
    expect(slotOwners(recorded('masters'))).toEqual([{port: 6379, slots: ['0-16383']}])
    expect(slotOwners(recorded('moved'))).toEqual([{port: 10_379, slots: ['0-16383']}])
    const {nodes, ...rest} = recorded('masters')
    expect(slotOwners({...rest, nodes: nodes.slice(1)})).toBe(undefined)
  })
})

/** The ports of those who stand otherwise. */
const changed = (before: NodeStates, now: NodeStates) =>
  Object.keys(now).filter(port => before[port] !== now[port])

describe('How the nodes stand', () => {
  test('is the same at another moment of the same', () => {
    expect(nodeStates(recorded('cluster', 5))).toEqual(nodeStates(recorded('cluster', 6)))
  })

  test('is something else when a replica was promoted, and again when the old master is back', () => {
    const cluster = nodeStates(recorded('cluster'))
    const promoted = nodeStates(recorded('promoted'), cluster)
    const returned = nodeStates(recorded('returned'), promoted)
    expect(changed(cluster, promoted)).toEqual(['6481'])
    expect(changed(promoted, returned)).toEqual(['6381'])
  })

  test('is the same while somebody is only silent', () => {
    const cluster = nodeStates(recorded('cluster'))
    for (const silent of ['killed', 'paused', 'suspected'] as const)
      expect(changed(cluster, nodeStates(recorded(silent), cluster))).toEqual([])
  })

  test('is something else when a master came back with another history', () => {
    const {nodes, ...rest} = recorded('cluster')
    const restarted = nodes.map(reading =>
      reading.is === 'answered' && reading.name === '6380'
        ? {...reading, replication: {...reading.replication, master_replid: 'another'}}
        : reading,
    )
    expect(changed(nodeStates(recorded('cluster')), nodeStates({...rest, nodes: restarted}))).toEqual([
      '6380',
    ])
  })
})
