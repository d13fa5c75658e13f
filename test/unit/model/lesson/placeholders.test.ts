import {describe, expect, test} from 'vitest'
import {type NodeName, nominalRoster, rosterAt} from '../../../../src/model/cluster/node.ts'
import type {Snapshot} from '../../../../src/model/cluster/snapshot.ts'
import {fillPlaceholders, unknownPlaceholders} from '../../../../src/model/lesson/placeholders.ts'
import type {TimelineEntry} from '../../../../src/model/timeline/entry.ts'
import {recorded} from '../../recorded/recording.ts'
import {master, replica, silent, snapshotOf} from '../readings.ts'

describe('A placeholder becomes what the nodes say now', () => {
  const here = snapshotOf([master('6379', 1_234, {}, {keys: 3}), replica('6380', 6379, {offset: 1_220})])

  test.each<[text: string, filled: string, snapshot: Snapshot | undefined]>([
    ['{6379} and {6481}', '6379 and 6481', undefined],
    ['offset {offset 6379}, {offset 6380}', 'offset 1234, 1220', here],
    ['{keys 6379} keys', '3 keys', here],
    ['{replid 6379}…', '450d7533…', here],
    ['pid {pid 6379}', 'pid 6379', here],
    ['{slots 6381}, epoch {epoch 6381}', '10923-16383, epoch 6', recorded('cluster')],
    ['{slot foo} {slot {user1000}.cart} {slot user1000}', '12182 3443 3443', undefined],
    ['{id 6379} {shortid 6379}', '… …', here],
    ['{info 6379 connected_slaves}', '0', here],
    // What no node gives now is not guessed.
    ['{slots 6379} {epoch 6379}', '… …', here],
    ['{offset 6379}', '…', undefined],
    ['{offset 6380} {pid 6380}', '… …', snapshotOf([silent('6380', 'paused')])],
    ['{slots 6481}', '…', recorded('cluster')],
    // Not ours: braces in a key, or an author's mistake, stay as they are.
    ['{user1000}.cart {6382} {lag 6379} {}', '{user1000}.cart {6382} {lag 6379} {}', here],
    ['', '', here],
  ])('%j: %j', (text, filled, snapshot) => {
    expect(fillPlaceholders(text, {roster: rosterAt(6379), snapshots: [snapshot]})).toBe(filled)
  })

  test('from the first of several moments that has the figure', () => {
    const [now, start] = [recorded('promoted'), recorded('cluster')]
    expect(
      fillPlaceholders('{slots 6381} {epoch 6379} {keys 6381}', {
        roster: rosterAt(6379),
        snapshots: [now, undefined, start],
      }),
    ).toBe('10923-16383 4 0')
    expect(fillPlaceholders('{slots 6381}', {roster: rosterAt(6379), snapshots: [now]})).toBe('…')
  })

  test('with real ports, where the set has moved', () => {
    expect(
      fillPlaceholders('@{6380} REPLICAOF 127.0.0.1 {6379}', {
        roster: rosterAt(10_379),
        snapshots: [recorded('moved')],
      }),
    ).toBe('@10380 REPLICAOF 127.0.0.1 10379')
    expect(fillPlaceholders('{keys 6381}', {roster: rosterAt(10_379), snapshots: [recorded('moved')]})).toBe(
      '3',
    )
  })
})

const client = {redirects: 0, retries: 0, served: true}

describe('Seconds', () => {
  const entry = (at: number, kind: TimelineEntry['kind'], node: NodeName, from: TimelineEntry['from']) => ({
    at,
    kind,
    node,
    values: {},
    from,
  })
  const timeline: readonly TimelineEntry[] = [
    entry(100, 'killed', '6381', ['lab']),
    // The step begins here.
    entry(1000, 'killed', '6381', ['lab']),
    entry(1500, 'started', '6381', ['6381']),
    entry(2000, 'exited', '6381', ['keeper']),
    entry(5100, 'suspected', '6381', ['poll']),
    entry(5300, 'suspected', '6381', ['poll']),
    entry(5817, 'failed', '6381', ['6380']),
    entry(6555, 'won', '6481', ['6481', 'poll']),
    // It was passed before this.
    entry(9000, 'killed', '6381', ['lab']),
  ]
  const play = {start: {at: 900}, end: {at: 7000}, conditions: [{id: 'promoted', metAt: 6700}]}
  const filled = (text: string) => fillPlaceholders(text, {roster: nominalRoster, timeline, play})

  test('come from the logs where they have both moments, and are marked where one is from polling', () => {
    expect(filled('{seconds down:6381 fail:6381} {seconds fail:6381 elected:6481}')).toBe('3.817 0.738')
    expect(filled('{seconds down:6381 suspected:6381} {seconds promoted}')).toBe('~3.1 ~5.8')
    expect(filled('{seconds down:6381 promoted} {seconds down:6480 elected:6481}')).toBe('~4.7 …')
  })
})

describe('An author who errs is told which placeholder', () => {
  test.each<[text: string, unknown: readonly string[]]>([
    ['{6379} {offset 6380} {pid 6481}', []],
    ['{6382}', ['{6382}']],
    ['{lag 6379} and {6379 offset}', ['{lag 6379}', '{6379 offset}']],
    // A hash tag is text.
    ['cart:{ann}:items {}', []],
    ['{slot cart:{ann}:items} {owner product:1}', []],
    ['{offset 63790}', ['{offset 63790}']],
    ['{seconds down:6381 elected:6481}', []],
    [
      '{seconds down:6381 gone:6481} {seconds fail:7000}',
      ['{seconds down:6381 gone:6481}', '{seconds fail:7000}'],
    ],
    ['no braces', []],
  ])('%j: %j', (text, unknown) => {
    expect(unknownPlaceholders(text, nominalRoster)).toEqual(unknown)
  })
})

test('Figures of the client are those since the step began', () => {
  const start = {...client, acknowledged: 10, errors: {MOVED: 1}, slowest: 9, lost: {writes: 1, of: 10}}
  const now = {
    ...client,
    acknowledged: 25,
    errors: {MOVED: 1, CLUSTERDOWN: 3},
    slowest: 3.2,
    lost: {writes: 5, of: 20},
  }
  const text = '{traffic verified} {traffic errors} {traffic lost} {traffic slowest}'
  expect(fillPlaceholders(text, {roster: rosterAt(6379), traffic: {start, now}})).toBe('10 3 4 3.2')
  expect(fillPlaceholders(text, {roster: rosterAt(6379)})).toBe('… … … …')
  expect(unknownPlaceholders('{traffic lost} {traffic gone}', rosterAt(6379))).toEqual(['{traffic gone}'])
})

test('What one side acknowledged while links were cut is named by its node', () => {
  const base = {...client, acknowledged: 10, errors: {}, slowest: 9}
  const side = (port: number, writes: number, of: number) => ({port, writes, of})
  const start = {...base, lost: {writes: 3, of: 10, sides: [side(10_379, 3, 3)]}}
  const now = {...base, lost: {writes: 8, of: 30, sides: [side(10_379, 7, 8), side(10_479, 0, 2)]}}
  const text =
    '{traffic acknowledged 6379} {traffic lost 6379}; {traffic acknowledged 6479} {traffic lost 6479}'
  expect(fillPlaceholders(text, {roster: rosterAt(10_379), traffic: {start, now}})).toBe('5 4; 2 0')
  expect(fillPlaceholders('{traffic lost 6379}', {roster: rosterAt(6379)})).toBe('…')
  const unknown = ['{traffic lost 6382}', '{traffic slowest 6379}']
  expect(unknownPlaceholders(`${text} ${unknown.join(' ')}`, nominalRoster)).toEqual(unknown)
})
