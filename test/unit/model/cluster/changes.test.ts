import {describe, expect, test} from 'vitest'
import {changedFields, offsetGrowth} from '../../../../src/model/cluster/changes.ts'
import {type Answered, answeredOf, type Reading, readingOf} from '../../../../src/model/cluster/snapshot.ts'
import {recorded} from '../../recorded/recording.ts'
import {answered, master, replica, silent, snapshotOf} from '../readings.ts'

const sorted = (before: Reading | undefined, now: Reading) => [...changedFields(before, now)].sort()

describe('The fields that changed', () => {
  const down = {role: 'slave', master_port: '6379', master_link_status: 'down'}

  test.each<[title: string, before: Reading | undefined, now: Reading, fields: readonly string[]]>([
    ['are none without a before', undefined, master('6379', 58), []],
    ['are none where nothing changed', master('6379', 58), master('6379', 58), []],
    ['are those that say something else', master('6379', 58), master('6379', 72), ['master_repl_offset']],
    [
      'are those that are new',
      answered('6379', {role: 'master'}),
      answered('6379', {role: 'master', slave0: 'port=6380,state=online'}),
      ['slave0'],
    ],
    [
      'are none on a node that is silent now',
      master('6379', 58),
      silent('6379', 'notRunning', {role: 'slave'}),
      [],
    ],
    [
      'are compared with what it said last, where it was silent before',
      silent('6380', 'paused', {...down, master_replid: 'x', master_replid2: 'y'}),
      answered('6380', {...down, master_link_status: 'ready', master_replid: 'x', master_replid2: 'y'}),
      ['master_link_status'],
    ],
    [
      'are all where it never said anything',
      silent('6380', 'refused'),
      answered('6380', {}),
      ['master_replid', 'master_replid2'],
    ],
    [
      'are not the clocks, which tick by themselves',
      answered('6380', {...down, master_last_io_seconds_ago: '1', master_link_down_since_seconds: '1'}),
      answered('6380', {...down, master_last_io_seconds_ago: '2', master_link_down_since_seconds: '2'}),
      [],
    ],
    [
      "are not a replica's lag, which goes between 0 and 1 by itself",
      answered('6379', {slave0: 'port=6380,state=online,offset=9,lag=0,type=replica'}),
      answered('6379', {slave0: 'port=6380,state=online,offset=9,lag=1,type=replica'}),
      [],
    ],
    [
      "are a replica's state and offset",
      answered('6379', {
        slave0: 'port=6380,state=wait_bgsave,offset=0,lag=0',
        slave1: 'port=6381,state=online,offset=0,lag=0',
      }),
      answered('6379', {
        slave0: 'port=6380,state=online,offset=0,lag=0',
        slave1: 'port=6381,state=online,offset=14,lag=0',
      }),
      ['slave0', 'slave1'],
    ],
  ])('%s', (_, before, now, fields) => {
    expect(sorted(before, now)).toEqual(fields)
  })

  test('when a real replica was promoted', () => {
    const [before, now] = [readingOf(recorded('killed'), '6481'), readingOf(recorded('promoted'), '6481')]
    expect(now && sorted(before, now)).toEqual([
      'master_replid',
      'master_replid2',
      'role',
      'second_repl_offset',
    ])
  })
})

describe('An offset grew', () => {
  test.each<[title: string, before: Answered | undefined, now: Answered, by: number]>([
    ['by what was written', master('6379', 58), master('6379', 106), 48],
    ['not, where nothing was', master('6379', 58), master('6379', 58), 0],
    ['not, where a new history began lower', master('6379', 58), master('6379', 0), 0],
    ['not, where nothing is known of before', undefined, master('6379', 58), 0],
    [
      'by what was applied, on a replica',
      replica('6380', 6379, {offset: 1}),
      replica('6380', 6379, {offset: 15}),
      14,
    ],
  ])('%s', (_, before, now, by) => {
    expect(offsetGrowth(before && snapshotOf([before]), now)).toBe(by)
  })

  test('not, where the node was silent before', () => {
    expect(offsetGrowth(snapshotOf([silent('6379', 'paused')]), master('6379', 58))).toBe(0)
  })

  test('as the recorded nodes say', () => {
    const now = answeredOf(recorded('chain'), '6481')
    expect(now && offsetGrowth(recorded('masters'), now)).toBe(58)
  })
})
