// What the nodes pane shows of replication histories, of lag over time, of links, of fields and their meaning.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import type {LabState} from '../../../../src/model/state/lab-state.ts'
import {initialUiState} from '../../../../src/ui/state/ui-state.ts'
import {paintNodes} from '../../../../src/ui/views/paint.ts'
import {Style} from '../../../../src/views/draw/style.ts'
import {master, replica, silent, snapshotOf} from '../../model/readings.ts'
import {recordedAt} from '../../recorded/recording.ts'
import {began, line, played, polled, states} from '../states.ts'

const style = new Style({language: 'en', theme: {color: false, unicode: true}})
const size = {wide: [116, 24], narrow: [62, 24], rows: [98, 6], zoom: [118, 200]} as const

function shown(state: LabState, level: keyof typeof size, words = style): readonly string[] {
  const [columns, rows] = size[level]
  const ui = {...initialUiState(), zoomed: level === 'zoom'}
  const {lines} = paintNodes({state, lessons, style: words}, {columns, rows}, ui)
  return lines.map(one => one.replaceAll(/\u001b\[[\d;]*m/g, '').trimEnd())
}

const about = began('failover', 'election')
const failedOver = played([polled('promoted', 6000)], played([...about, polled('cluster')]))

describe('Nodes that share a history have the same letter', () => {
  const letters = (state: LabState, level: keyof typeof size) =>
    Object.fromEntries(
      [
        ...shown(state, level)
          .join('\n')
          .matchAll(/[●○] (\d{4}) (?:master|replica)[^●○[]*?(\[\w\](?:←\[\w\])?)/g),
      ].map(([, port, tag]) => [port, tag]),
    )

  test.each(['wide', 'narrow', 'rows', 'zoom'] as const)(
    'a replica has its master’s, a promoted node a new one and the old one second, in %s',
    level => {
      expect(letters(played([...about, polled('cluster')]), level)).toEqual({
        6379: '[A]',
        6479: '[A]',
        6380: '[B]',
        6480: '[B]',
        6381: '[C]',
        6481: '[C]',
      })
      expect(letters(failedOver, level)).toMatchObject({6379: '[A]', 6480: '[B]', 6481: '[D]←[C]'})
    },
  )

  test('but only in a step about histories: in free play they would look as if a failover had happened', () => {
    for (const level of ['wide', 'narrow', 'rows'] as const)
      expect(letters(played([polled('cluster')]), level)).toEqual({})
  })

  test('also beside the id itself', () => {
    expect(shown(failedOver, 'wide').join('\n')).toMatch(
      /master_replid \[D\] \w{8}….*master_replid2 \[C\] \w{8}…/,
    )
    expect(shown(failedOver, 'zoom').join('\n')).toMatch(/master_replid2:\w{40} {2}\[C\] {2}/)
  })
})

describe('The lag', () => {
  const at = (seconds: number, upstream: number, own: number) =>
    ({
      on: 'polled',
      snapshot: snapshotOf([master('6379', upstream), replica('6380', 6379, {offset: own})], {
        at: recordedAt + seconds * 1000,
      }),
    }) as const
  const race = played([at(0, 0, 0), at(1, 4000, 0), at(2, 4000, 2000), at(3, 4000, 4000)])
  const paused = {
    on: 'polled',
    snapshot: snapshotOf(
      [master('6379', 9000), silent('6380', 'paused', replica('6380', 6379, {offset: 4000}).replication)],
      {at: recordedAt + 4000},
    ),
  } as const
  const row = (state: LabState, level: keyof typeof size, words = style) =>
    shown(state, level, words).find(one => /[▁_].*[█#]/.test(one)) ?? ''

  test.each(['wide', 'rows'] as const)('is a chart with a cell a second, in %s', level => {
    expect(row(race, level)).toMatch(/ 0 +▁█▅▁/)
    expect(row(played([paused], race), level)).toMatch(/ 5000 +▁▇▄▁█/)
  })

  test('shows its peak if there is room, and is ASCII without UTF-8', () => {
    expect(row(race, 'wide')).toMatch(/▁█▅▁ max 4000$/)
    const ascii = new Style({...style, theme: {color: false, unicode: false}})
    expect(row(race, 'wide', ascii)).toMatch(/ 0 +_#=_ max 4000$/)
  })

  test('is gone from a replica that was promoted', () => {
    const promoted = snapshotOf([silent('6379', 'notRunning'), master('6380', 4000)], {at: recordedAt + 5000})
    expect(row(played([{on: 'polled', snapshot: promoted}], race), 'wide')).toBe('')
  })

  test('is unchanged while nothing changes', () => {
    const idle = played([at(0, 10, 10), at(1, 10, 10)])
    expect(shown(played([at(40, 10, 10)], idle), 'wide')).toEqual(
      shown(played([at(80, 10, 10)], idle), 'wide'),
    )
  })
})

describe('The link', () => {
  const down = replica('6380', 6379, {link: 'down'})
  const since = (seconds: string) => ({
    ...down,
    replication: {...down.replication, master_link_down_since_seconds: seconds},
  })

  test('shows by sign and text how long it has been down, except for -1', () => {
    const lines = (seconds: string) =>
      shown(played([{on: 'polled', snapshot: snapshotOf([since(seconds)])}]), 'narrow').join('\n')
    expect(lines('7')).toContain('✖ link DOWN 7 s')
    expect(lines('-1')).toMatch(/✖ link DOWN +0/)
  })

  test('shows a full resynchronization at both ends', () => {
    const lines = shown(states.syncing, 'wide').join('\n')
    expect(lines).toMatch(/… slave\d 6479 wait_bgsave/)
    expect(lines).toMatch(/○ 6479 ◆replica ← 6379 +◆… wait_bgsave/)
    expect(lines).toMatch(/⇄ slave0 6380 online/)
  })
})

describe('Changed fields, and fields that the step is about,', () => {
  test('are marked differently, even without colors', () => {
    const state = played([
      ...began('replicaof', 'follow'),
      polled('masters'),
      ...line('REPLICAOF 127.0.0.1 6379'),
      polled('replicas', 200),
    ])
    const zoomed = shown(state, 'zoom')
    const marks = (field: string) =>
      zoomed.filter(one => one.slice(2).startsWith(`${field}:`)).map(one => one.slice(0, 2))
    expect(marks('role')).toContain('◆ ')
    expect(marks('role')).toContain('▸ ')
    expect(marks('repl_backlog_size').every(mark => mark === '  ')).toBe(true)
  })
})

describe('Over the whole screen', () => {
  test('each field has its meaning beside it, or below it if there is no room', () => {
    expect(shown(states.freePlay, 'zoom')).toContainEqual(
      expect.stringMatching(/^ {2}repl_backlog_histlen:\d+ {3,}bytes kept now$/),
    )
    const {lines} = paintNodes(
      {state: states.freePlay, lessons, style},
      {columns: 78, rows: 200},
      {
        ...initialUiState(),
        zoomed: true,
      },
    )
    const plain = lines.map(one => one.replaceAll(/\u001b\[[\d;]*m/g, ''))
    const at = plain.findIndex(one => one.includes('repl_backlog_histlen:'))
    expect(plain[at + 1]).toMatch(/^ {6}bytes kept now$/)
  })

  test('an unknown field is shown without a meaning', () => {
    const newer = {...master('6379'), replication: {role: 'master', field_of_the_future: '0'}}
    const lines = shown(played([{on: 'polled', snapshot: snapshotOf([newer])}]), 'zoom')
    expect(lines).toContain('  field_of_the_future:0')
  })
})

test('Traffic is shown below the nodes if there is a row for it', () => {
  expect(shown(states.restless, 'wide').at(-1)).toMatch(/^traffic .*\d+ answered/)
  expect(shown(states.restless, 'wide')).toHaveLength(24)
  expect(shown(states.restless, 'rows').at(-1)).not.toContain('traffic')
})
