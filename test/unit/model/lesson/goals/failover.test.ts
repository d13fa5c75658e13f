// What the questions of the lesson on failover say: of views, of who is under whom, of keys, and of a replica that is not elected any more.

import {describe, expect, test} from 'vitest'
import type {NodeName} from '../../../../../src/model/cluster/node.ts'
import type {Reading, Snapshot} from '../../../../../src/model/cluster/snapshot.ts'
import type {Outcome} from '../../../../../src/model/commands/action.ts'
import {
  everyoneSeesReplica,
  holdsKeysOf,
  isElected,
  logRead,
  neverLinked,
  orderTo,
  viewAskedOf,
  wroteWithout,
} from '../../../../../src/model/lesson/goals/failover.ts'
import {recorded} from '../../../recorded/recording.ts'
import {answered, evidenceOf, fullAnswer, master, replica, silent, snapshotOf} from '../../readings.ts'

const unasked = 'notYet: CLUSTER NODES has not been run on a master in this step yet'

describe('A view was asked for', () => {
  test.each(['cluster|nodes', 'cluster|shards', 'cluster|slots'])(
    'when a node counted %s, whichever terminal it came from',
    command => {
      const asked = snapshotOf([master('6381', 0, {}, {calls: {[command]: 3}})])
      expect(fullAnswer(viewAskedOf('master'), evidenceOf(asked, snapshotOf([])))).toBe('met')
      expect(fullAnswer(viewAskedOf('master'), evidenceOf(asked, asked))).toBe(unasked)
    },
  )

  test('but a master is no replica', () => {
    const asked = snapshotOf([master('6381', 0, {}, {calls: {'cluster|nodes': 3}})])
    expect(fullAnswer(viewAskedOf('replica'), evidenceOf(asked, snapshotOf([])))).toBe(
      'notYet: CLUSTER NODES has not been run on a replica in this step yet',
    )
  })

  test('but not by another command', () => {
    const asked = snapshotOf([master('6381', 0, {}, {calls: {'cluster|myid': 3}})])
    expect(fullAnswer(viewAskedOf('master'), evidenceOf(asked, snapshotOf([])))).toBe(unasked)
  })
})

/** A command of the learner, sent at this moment. */
function ran(node: NodeName, line: string, error?: string, at = 0): Outcome {
  const reply =
    error === undefined ? ({type: 'status', text: 'OK'} as const) : ({type: 'error', text: error} as const)
  return {action: {do: 'command', node, words: line.split(' ')}, at, ms: 1, is: 'replied', reply}
}

describe('A write without the replica', () => {
  // `silent` falls silent at 1000.
  const start = snapshotOf([master('6381', 0, {}, {keys: 3}), replica('6481', 6381)])
  const down = (keys: number) => snapshotOf([master('6381', 0, {}, {keys}), silent('6481', 'notRunning')])
  const goal = wroteWithout('6481', '6381')
  const early = ran('6381', 'SET product:2 cup', undefined, 500)
  const late = ran('6381', 'SET product:2 cup', undefined, 1500)
  test.each<[string, Snapshot, readonly Outcome[], string]>([
    ['counts when it came after the replica had gone', down(4), [late], 'met'],
    ['counts when another terminal sent it', down(4), [], 'met'],
    ['does not count while the replica is up', start, [late], 'notYet: 6481 is still running; expected down'],
    ['counts when it overwrote a key', down(3), [late], 'met'],
    [
      'does not count without a key when nobody is known to have sent it',
      down(3),
      [],
      'notYet: 6381 has 0 new keys; expected 1 or more',
    ],
    [
      'does not count while the replica is only paused',
      snapshotOf([master('6381', 0, {}, {keys: 4}), silent('6481', 'paused')]),
      [late],
      'notYet: 6481 is still running; expected down',
    ],
    [
      'does not count when it came before the end, though after a pause',
      snapshotOf([
        master('6381', 0, {}, {keys: 4}),
        {...silent('6481', 'notRunning'), process: {is: 'killed', endedAt: 2000}},
      ]),
      [late],
      'notYet: your write came while 6481 was still up; write once more now that it is down',
    ],
    [
      'does not count when it came before',
      down(4),
      [early, ran('6381', 'ACL WHOAMI', undefined, 1500), ran('6381', 'SET a 1', 'MOVED 1 x:1', 1600)],
      'notYet: your write came while 6481 was still up; write once more now that it is down',
    ],
    ['counts when it is repeated', down(4), [early, late], 'met'],
  ])('%s', (_, now, done, said) => {
    expect(fullAnswer(goal, evidenceOf(now, start, done))).toBe(said)
  })
})

test('A log was read once /log showed it, of any of the nodes asked for', () => {
  const now = snapshotOf([])
  const goal = logRead('6379', '6380')
  expect(fullAnswer(goal, evidenceOf(now, now, [], ['6380']))).toBe('met')
  expect(fullAnswer(goal, evidenceOf(now, now, [], ['6481']))).toMatch(
    /^notYet: \/log has not been run on 6379.* 6380 in this step yet$/,
  )
})

test('CLUSTER FAILOVER from before the death of the master did not replace it, nor a plain one that came after', () => {
  const dead = snapshotOf([
    silent('6381', 'notRunning'),
    master('6481', 0, {}, {calls: {'cluster|failover': 1}}),
  ])
  const start = snapshotOf([master('6381'), replica('6481', 6381)])
  const early = [ran('6481', 'CLUSTER FAILOVER', undefined, 500)]
  const late = [ran('6481', 'CLUSTER FAILOVER FORCE', undefined, 1500)]
  expect(orderTo(evidenceOf(dead, start, early), '6481', '6381')).toBeUndefined()
  expect(orderTo(evidenceOf(dead, start, late), '6481', '6381')).toBe('FORCE')
  const plain = [ran('6481', 'CLUSTER FAILOVER', undefined, 1500)]
  expect(orderTo(evidenceOf(dead, start, plain), '6481', '6381')).toBeUndefined()
  expect(orderTo(evidenceOf(dead, start, early), '6481')).toBe('plain')
})

describe('CLUSTER FAILOVER was accepted', () => {
  const start = snapshotOf([replica('6481', 6381)])
  const counted = (calls: number) => snapshotOf([replica('6481', 6381, {calls: {'cluster|failover': calls}})])
  test.each<[string, Snapshot, readonly Outcome[], string | undefined]>([
    ['never', start, [], undefined],
    ['without an option', counted(1), [ran('6481', 'cluster failover')], 'plain'],
    ['with one', counted(1), [ran('6481', 'cluster failover takeover')], 'TAKEOVER'],
    ['from another terminal', counted(1), [], 'elsewhere'],
    [
      'never, if it was refused',
      counted(1),
      [ran('6481', 'CLUSTER FAILOVER', 'ERR Master is down')],
      undefined,
    ],
    ['never by this node, if another got it', counted(0), [ran('6381', 'CLUSTER FAILOVER')], undefined],
    [
      'by the last that was not refused',
      counted(3),
      [
        ran('6481', 'CLUSTER FAILOVER'),
        ran('6481', 'CLUSTER FAILOVER FORCE'),
        ran('6481', 'CLUSTER FAILOVER', 'ERR Master is down'),
      ],
      'FORCE',
    ],
  ])('%s', (_, now, done, order) => {
    expect(orderTo(evidenceOf(now, start, done), '6481')).toBe(order)
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
