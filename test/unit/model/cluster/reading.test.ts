import {describe, expect, test} from 'vitest'
import {readAnswer} from '../../../../src/model/cluster/reading.ts'
import {recorded, recordedTexts} from '../../recorded/recording.ts'

const texts = recordedTexts('replicas', '6379')

describe('What a node answered becomes a reading', () => {
  test('of a master that two replicas follow', () => {
    expect(readAnswer(texts)).toMatchObject({
      is: 'answered',
      name: '6379',
      port: 6379,
      process: {is: 'running', pid: expect.any(Number)},
      runId: expect.stringMatching(/^[0-9a-f]{40}$/),
      replication: {role: 'master', connected_slaves: '2'},
      keys: 3,
      stats: {sync_full: 2, sync_partial_ok: 0, sync_partial_err: 2, keyspace_hits: 0, keyspace_misses: 0},
    })
  })

  test('with no view of a cluster outside of one, and with one inside', () => {
    expect(readAnswer(texts)).not.toHaveProperty('cluster')
    const {cluster} = readAnswer(recordedTexts('cluster', '6379'))
    expect(cluster?.info).toMatchObject({
      cluster_state: 'ok',
      cluster_slots_ok: '16384',
      cluster_known_nodes: '6',
    })
    expect(cluster?.nodes).toHaveLength(6)
  })

  test('with the keys of all databases', () => {
    expect(readAnswer(recordedTexts('wait-bgsave', '6379')).keys).toBe(4)
    expect(readAnswer(recordedTexts('masters', '6379')).keys).toBe(0)
    expect(
      readAnswer({
        ...texts,
        info: '# Keyspace\r\ndb0:keys=7,expires=1,avg_ttl=9,subexpiry=0\r\ndb15:keys=2\r\n',
      }).keys,
    ).toBe(9)
  })

  test('with whether a new append-only file is written, or will be', () => {
    const reading = (rewrite: string) => readAnswer({...texts, info: `# Persistence\r\n${rewrite}\r\n`})
    expect(reading('aof_rewrite_in_progress:1\r\naof_rewrite_scheduled:0').rewritesAof).toBe(true)
    expect(reading('aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:1').rewritesAof).toBe(true)
    expect(reading('aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:0')).not.toHaveProperty('rewritesAof')
  })

  test('that says nothing of what ticks by itself: gossip, and the talk of the nodes and the lab among themselves', () => {
    const {calls, cluster} = readAnswer(recordedTexts('cluster', '6379'))
    expect(Object.keys(cluster?.info ?? {}).filter(field => field.includes('messages'))).toEqual([])
    for (const name of ['cluster|info', 'replconf', 'psync', 'ping']) expect(calls).not.toHaveProperty([name])
    expect(recordedTexts('cluster', '6379').info).toContain('cmdstat_replconf')
  })
})

describe('Calls are counted by command', () => {
  const commandstats = [
    'cmdstat_set:calls=3,usec=9,usec_per_call=3.00,rejected_calls=0,failed_calls=0',
    'cmdstat_info:calls=12,usec=9,usec_per_call=3.00,rejected_calls=0,failed_calls=0',
    'cmdstat_config|set:calls=1,usec=9,usec_per_call=3.00,rejected_calls=0,failed_calls=0',
  ]
  const calls = (lines: readonly string[], info: number, nodes = 0) => {
    const own = {info, 'cluster|nodes': nodes}
    return readAnswer({node: '6379', port: 6379, info: `# Commandstats\r\n${lines.join('\r\n')}\r\n`, own})
      .calls
  }

  test("and the lab's own INFO are not the learner's", () => {
    expect(calls(commandstats, 10)).toEqual({'config|set': 1, info: 2, set: 3})
  })

  test("and the lab's own CLUSTER NODES neither", () => {
    const nodes = 'cmdstat_cluster|nodes:calls=11,usec=9,usec_per_call=3.00,rejected_calls=0,failed_calls=0'
    expect(calls([nodes], 0, 10)).toEqual({'cluster|nodes': 1})
  })

  test('with none where nobody called, whatever the lab did', () => {
    expect(calls([], 10)).toEqual({})
  })

  // Else a growing hash table would look like a change.
  test('in one order, whatever order Redis prints', () => {
    expect(JSON.stringify(calls([...commandstats].reverse(), 0))).toBe(JSON.stringify(calls(commandstats, 0)))
  })
})

test('A text that is cut short still is a reading', () => {
  expect(readAnswer({node: '6379', port: 6379, info: '', own: {info: 0, 'cluster|nodes': 0}})).toMatchObject({
    is: 'answered',
    runId: '',
    replication: {},
    keys: 0,
    stats: {sync_full: 0},
    calls: {},
  })
})

test('A reading is plain JSON', () => {
  const {nodes} = recorded('promoted')
  expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes)
})

test("The errors are the node's, without those that it returned to the lab", () => {
  const info = '# Errorstats\r\nerrorstat_NOAUTH:count=3\r\nerrorstat_ERR:count=1\r\n'
  const errors = (refused?: number) => readAnswer({...texts, info, ...(refused && {refused})}).errors
  expect(errors()).toEqual({ERR: 1, NOAUTH: 3})
  expect(errors(1)).toEqual({ERR: 1, NOAUTH: 2})
  expect(errors(3)).toEqual({ERR: 1})
})
