// What the questions of the lesson on failover say: of views, of who is under whom, of keys, and of a replica that is not elected any more.

import {describe, expect, test} from 'vitest'
import type {Reading, Snapshot} from '../../../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import {
  everyoneSeesReplica,
  holdsKeysOf,
  isElected,
  neverLinked,
  viewAsked,
} from '../../../../../src/model/lesson/goals/failover.ts'
import type {Reply} from '../../../../../src/model/protocol/reply.ts'
import {recorded} from '../../../recorded/recording.ts'
import {answered, evidenceOf, fullAnswer, master, silent, snapshotOf} from '../../readings.ts'

const unasked = 'notYet: CLUSTER NODES has not been run on any node yet'

function ran(line: string, reply: Reply): Outcome {
  return {action: {do: 'command', node: '6480', words: line.split(' ')}, at: 0, ms: 1, is: 'replied', reply}
}

describe('A view was asked for', () => {
  const nodes = {type: 'bulk', bytes: ''} as const
  test.each<[string, readonly Outcome[], string]>([
    ['when the nodes were printed', [ran('cluster nodes', nodes)], 'met'],
    ['but not by an error', [ran('CLUSTER NODES x', {type: 'error', text: 'ERR wrong'})], unasked],
    ['but not by another command', [ran('CLUSTER INFO', nodes)], unasked],
  ])('%s', (_, done, said) => {
    const now = snapshotOf([])
    expect(fullAnswer(viewAsked, evidenceOf(now, now, done))).toBe(said)
  })

  test('from another terminal too, as the node itself counts it', () => {
    const asked = snapshotOf([master('6381', 0, {}, {calls: {'cluster|shards': 3}})])
    expect(fullAnswer(viewAsked, evidenceOf(asked, snapshotOf([])))).toBe('met')
    expect(fullAnswer(viewAsked, evidenceOf(asked, asked))).toBe(unasked)
  })
})

describe('The master of each replica', () => {
  test('is asked of every node', () => {
    expect(fullAnswer(everyoneSeesReplica('6481', '6381'), evidenceOf(recorded('cluster')))).toBe('met')
    expect(fullAnswer(everyoneSeesReplica('6381', '6481'), evidenceOf(recorded('cluster')))).toBe(
      'notYet: 6379 does not see 6381 as a replica of 6481 yet',
    )
  })

  test('is not yet so while one node has not heard of it', () => {
    expect(fullAnswer(everyoneSeesReplica('6481', '6381'), evidenceOf(unheardBy('6480')))).toBe(
      'notYet: 6480 does not see 6481 as a replica of 6381 yet',
    )
  })
})

/** The cluster as recorded, but one node still takes 6481 for a master. */
function unheardBy(node: string): Snapshot {
  const cluster = recorded('cluster')
  const nodes = cluster.nodes.map((reading): Reading => {
    if (reading.name !== node || reading.is !== 'answered' || !reading.cluster) return reading
    const lines = reading.cluster.nodes.map(line => {
      const {masterId: _, ...rest} = line
      return line.port === 6481 ? rest : line
    })
    return {...reading, cluster: {...reading.cluster, nodes: lines}}
  })
  return {...cluster, nodes}
}

test('Keys are held when the new master has as many as the old one had at the start', () => {
  const start = snapshotOf([master('6481', 0, {}, {keys: 3})])
  const goal = holdsKeysOf('6381', '6481')
  const with3 = snapshotOf([master('6381', 0, {}, {keys: 3})])
  const with1 = snapshotOf([master('6381', 0, {}, {keys: 1})])
  expect(fullAnswer(goal, evidenceOf(with3, start))).toBe('met')
  expect(fullAnswer(goal, evidenceOf(with1, start))).toBe('notYet: 6381 has 1 key; at the start there were 3')
})

describe('A replica whose master is `fail`', () => {
  const goal = isElected('6481', '6381')

  test('is open while its data counts as new, then lost', () => {
    expect(fullAnswer(goal, evidenceOf(without(59)))).toBe(
      'notYet: 6481 is a replica of 6381; expected role:master',
    )
    expect(fullAnswer(goal, evidenceOf(without(61)))).toBe(
      'lost: 6481 lost its link to 6381 61 s ago: its data counts as too old, so it can no longer be elected',
    )
  })

  test('is not given up while the majority has not agreed that its master is gone', () => {
    const paused = snapshotOf([linkDown('61'), ...recorded('cluster').nodes.slice(0, 2)])
    expect(fullAnswer(goal, evidenceOf(paused))).toContain('notYet')
  })

  test('was never linked when it was started after its master had gone', () => {
    expect(neverLinked(evidenceOf(snapshotOf([linkDown('-1')])), '6481')).toBe(true)
    expect(neverLinked(evidenceOf(snapshotOf([linkDown('3')])), '6481')).toBe(false)
    expect(neverLinked(evidenceOf(snapshotOf([silent('6481', 'notRunning')])), '6481')).toBe(false)
  })
})

function linkDown(seconds: string): Reading {
  return answered('6481', {role: 'slave', master_port: '6381', master_link_down_since_seconds: seconds})
}

/** As recorded when everyone marked 6381 as `fail`, but 6481 has been without it for so many seconds. */
function without(seconds: number): Snapshot {
  const failed = recorded('failed')
  const nodes = failed.nodes.map((reading): Reading => {
    if (reading.name !== '6481' || reading.is !== 'answered') return reading
    const replication = {...reading.replication, master_link_down_since_seconds: String(seconds)}
    return {...reading, replication}
  })
  return {...failed, nodes}
}
