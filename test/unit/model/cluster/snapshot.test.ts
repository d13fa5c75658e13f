import {describe, expect, test} from 'vitest'
import {type ReplicationTree, replicationTrees} from '../../../../src/model/cluster/replication-tree.ts'
import {
  answeredOf,
  attachedReplicas,
  linkIsUp,
  masterPortOf,
  offsetOf,
  readingOf,
  roleOf,
  type Snapshot,
  slotsOf,
} from '../../../../src/model/cluster/snapshot.ts'
import {recorded, type Situation} from '../../recorded/recording.ts'
import {answered, master, replica, silent, snapshotOf} from '../readings.ts'

describe('The role of a node', () => {
  test.each([
    [{role: 'master'}, 'master', undefined],
    [{role: 'slave', master_port: '6379'}, 'replica', 6379],
    // What Redis may print one day; nothing here may mistake a primary for a replica.
    [{role: 'primary'}, 'master', undefined],
    [{role: 'replica', master_port: '6379'}, 'replica', 6379],
  ] as const)('%j: %s, of %s', (fields, role, port) => {
    expect(roleOf(answered('6380', fields))).toBe(role)
    expect(masterPortOf(answered('6380', fields))).toBe(port)
  })
})

describe('How far a node is', () => {
  test.each([
    ['a master by what it wrote', master('6379', 58), 58],
    ['a replica by what it applied', replica('6380', 6379, {offset: 44}), 44],
    ['nothing, where it does not say', answered('6379', {role: 'master'}), 0],
    [
      'a replica by what it applied, not by what it has only received',
      answered('6380', {
        role: 'slave',
        master_repl_offset: '99',
        slave_read_repl_offset: '99',
        slave_repl_offset: '58',
      }),
      58,
    ],
  ])('%s', (_, reading, offset) => {
    expect(offsetOf(reading)).toBe(offset)
  })
})

test.each([
  ['up', true],
  ['down', false],
  ['sideways', false],
])('A link that is %s: %s', (link, up) => {
  expect(linkIsUp(replica('6380', 6379, {link}))).toBe(up)
})

describe('The replicas a master counts', () => {
  const states = (situation: Situation) =>
    Object.fromEntries(attachedOf(situation).map(({port, state}) => [port, state]))
  function attachedOf(situation: Situation) {
    const reading = answeredOf(recorded(situation), '6379')
    return reading ? attachedReplicas(reading) : []
  }

  test.each<[Situation, Record<string, string>]>([
    ['masters', {}],
    ['replicas', {6380: 'online', 6381: 'online'}],
    ['wait-bgsave', {6380: 'online', 6381: 'online', 6479: 'wait_bgsave'}],
    ['no-one', {6380: 'online', 6479: 'online'}],
  ])('%s: %j', (situation, expected) => {
    expect(states(situation)).toEqual(expected)
  })

  test.each([
    ['ip=127.0.0.1,port=6380,state=send_bulk,offset=0,lag=0', {state: 'send_bulk', offset: 0, lag: 0}],
    ['ip=127.0.0.1,port=6380,state=online,offset=9,lag=1,type=replica', {state: 'online', offset: 9, lag: 1}],
    [
      'ip=127.0.0.1,port=6380,state=send_bulk_and_stream,offset=9,lag=1,io-thread=0',
      {state: 'send_bulk_and_stream'},
    ],
    ['ip=::1,port=6380,state=online,offset=9007199254740991,lag=0', {offset: 9_007_199_254_740_991}],
  ])('may be told as %s', (value, expected) => {
    expect(attachedReplicas(answered('6379', {role: 'master', slave0: value}))).toMatchObject([
      {port: 6380, ...expected},
    ])
  })

  test('are not other fields that begin so', () => {
    const fields = {
      role: 'slave',
      slave_repl_offset: '1',
      slave_priority: '100',
      slaves: '2',
      slave10: 'port=1,state=online',
    }
    expect(attachedReplicas(answered('6379', fields)).map(one => one.port)).toEqual([1])
  })
})

test('The slots of a node are those in its own line', () => {
  const slots = (situation: Situation, node: '6381' | '6481') => {
    const reading = answeredOf(recorded(situation), node)
    return reading && slotsOf(reading)
  }
  expect(slots('cluster', '6381')).toEqual(['10923-16383'])
  expect(slots('cluster', '6481')).toEqual([])
  expect(slots('promoted', '6381')).toBeUndefined()
  expect(slots('promoted', '6481')).toEqual(['10923-16383'])
  expect(slots('replicas', '6381')).toEqual([])
})

test('A node that is not of the stage has no reading', () => {
  const none: Snapshot = {...recorded('masters'), nodes: []}
  expect(readingOf(none, '6379')).toBeUndefined()
  expect(answeredOf(none, '6379')).toBeUndefined()
})

describe('The tree of masters and replicas', () => {
  /** `6379(6380 6381(6481)) 6479`: a tree in one line. */
  const written = (families: readonly ReplicationTree[]): string =>
    families
      .map(({reading, replicas}) => `${reading.name}${replicas.length > 0 ? `(${written(replicas)})` : ''}`)
      .join(' ')

  test.each<[Situation, string]>([
    ['masters', '6379 6380 6381 6479 6480 6481'],
    ['cluster', '6379(6479) 6380(6480) 6381(6481)'],
    ['replicas', '6379(6380 6381) 6479 6480 6481'],
    ['chain', '6379(6380 6381(6481) 6479) 6480'],
    ['no-one', '6379(6380 6479) 6381(6481) 6480'],
    // 6380 and 6480 follow each other.
    ['ring', '6379(6479) 6381(6481) 6380(6480)'],
    ['moved', '6379(6380 6381) 6479 6480 6481'],
    // A silent node stands where it was last known to: 6381 as the master it was, 6480 still under a master that is silent.
    ['killed', '6379(6479) 6380(6480) 6381(6481)'],
    ['promoted', '6379(6479) 6380(6480) 6381 6481'],
    ['returned', '6379(6479) 6380(6480) 6481(6381)'],
    ['paused', '6379(6479) 6380(6480) 6381(6481)'],
  ])('%s: %s', (situation, expected) => {
    expect(written(replicationTrees(recorded(situation)))).toBe(expected)
  })

  test.each<[title: string, readings: Parameters<typeof snapshotOf>[0], expected: string]>([
    ['itself', [replica('6380', 6380)], '6379 6381 6479 6480 6481 6380'],
    ['a port where none of the six stands', [replica('6380', 1)], '6379 6380 6381 6479 6480 6481'],
    [
      'each other, three in a ring with one that follows the ring',
      [replica('6379', 6380), replica('6380', 6381), replica('6381', 6379), replica('6481', 6380)],
      '6479 6480 6379(6381(6380(6481)))',
    ],
    [
      'one another in a chain of six',
      [
        replica('6380', 6379),
        replica('6381', 6380),
        replica('6479', 6381),
        replica('6480', 6479),
        replica('6481', 6480),
      ],
      '6379(6380(6381(6479(6480(6481)))))',
    ],
    [
      'whom a node followed when it fell silent',
      [silent('6380', 'notRunning', {role: 'slave', master_port: '6379'})],
      '6379(6380) 6381 6479 6480 6481',
    ],
    [
      'nobody, where a node never said anything',
      [silent('6380', 'refused')],
      '6379 6380 6381 6479 6480 6481',
    ],
  ])('%s', (_, readings, expected) => {
    expect(written(replicationTrees(snapshotOf(readings)))).toBe(expected)
  })

  test('of a cluster keep the order of their shards through a failover', () => {
    const failover = [
      silent('6379', 'notRunning', {role: 'master'}),
      master('6479'),
      replica('6480', 6380),
      replica('6481', 6381),
    ]
    expect(written(replicationTrees(snapshotOf(failover, {stage: 'cluster'})))).toBe(
      '6379 6479 6380(6480) 6381(6481)',
    )
    const back = [replica('6379', 6479), ...failover.slice(1)]
    expect(written(replicationTrees(snapshotOf(back, {stage: 'cluster'})))).toBe(
      '6479(6379) 6380(6480) 6381(6481)',
    )
  })

  test('loses no node and shows none twice, whatever they replicate', () => {
    const names = ['6379', '6380', '6381', '6479', '6480', '6481'] as const
    const ports = [6379, 6380, 6381, 6479, 6480, 6481, 0]
    for (let code = 0; code < 7 ** 6; code += 13) {
      const followed = names.map((_, i) => ports[Math.floor(code / 7 ** i) % 7] ?? 0)
      const now = snapshotOf(
        names.map((name, i) => (followed[i] ? replica(name, followed[i]) : master(name))),
      )
      const shown = written(replicationTrees(now)).match(/\d+/g)
      expect(shown?.sort(), followed.join()).toEqual([...names])
    }
  })
})
