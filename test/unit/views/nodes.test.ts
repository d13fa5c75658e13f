// What the nodes pane shows of each node, at every level of detail.

import {describe, expect, test} from 'vitest'
import {behindOf} from '../../../src/model/cluster/lag.ts'
import type {Snapshot} from '../../../src/model/cluster/snapshot.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {type Line, span} from '../../../src/views/draw/styled-text.ts'
import {gridHeight, gridView} from '../../../src/views/node-grid.ts'
import {linkWords} from '../../../src/views/node-link.ts'
import {belongings, nodeName, offsetWords} from '../../../src/views/node-parts.ts'
import {nodesView} from '../../../src/views/nodes.ts'
import {answered, master, replica, silent, snapshotOf} from '../model/readings.ts'
import {recorded, recordedAt, type Situation, situations} from '../recorded/recording.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const chinese = new Style({...style, language: 'zh'})
const text = (line: Line) => line.map(one => one.text).join('')
const none: ReadonlySet<string> = new Set()

/** A pane so large that every field fits, so small that each node has one row, and between. */
const levels = {grid: [300, 100], cards: [60, 30], rows: [78, 6]} as const

function shown(
  situation: Situation | Snapshot,
  level: keyof typeof levels,
  {mark, focus = []}: {mark?: Situation | Snapshot; focus?: readonly string[]} = {},
): readonly Line[] {
  const take = (one: Situation | Snapshot) => (typeof one === 'string' ? recorded(one) : one)
  const [columns, rows] = levels[level]
  const input = {
    style,
    now: take(situation),
    ...(mark && {lineStart: take(mark)}),
    highlight: focus,
    replids: [],
    lags: {},
  }
  return nodesView(input, {columns, rows})
}

/** The line or lines of one node: from the one that names it first to the next node's. */
function linesOf(port: number, lines: readonly Line[]): string {
  const texts = lines.map(text)
  const named = (line: string) =>
    /(\d{4,5}) (?:master|replica|down|paused|not|refuses|loading|another)/.exec(line)?.[1]
  const start = texts.findIndex(line => named(line) === String(port))
  const end = texts.findIndex((line, i) => i > start && named(line) !== undefined)
  return texts.slice(start, end < 0 ? undefined : end).join('\n')
}

test('At 80 columns rows keep their columns and the number of keys, even with long offsets', () => {
  const pair = (offset: number, keys: number) =>
    snapshotOf([master('6379', offset, {6479: 'online'}, {keys}), replica('6479', 6379, {offset, keys})])
  const [first = '', second = ''] = shown(pair(132_328, 1234), 'rows', {mark: pair(110, 0)}).map(text)
  expect(first).toMatch(/offset 132328 ▲132218 +keys 1234$/)
  expect(second).toMatch(/offset 132328 +behind 0 +keys 1234$/)
  expect(first.indexOf('keys')).toBe(second.indexOf('keys'))
})

describe('All six nodes are shown', () => {
  for (const level of Object.keys(levels) as (keyof typeof levels)[])
    test.each<[Situation]>([
      ['masters'],
      ['replicas'],
      ['chain'],
      ['ring'],
      ['promoted'],
      ['paused'],
      ['bare'],
    ])(`in ${level}, in the situation %s`, situation => {
      const all = shown(situation, level).map(text).join('\n')
      for (const port of [6379, 6380, 6381, 6479, 6480, 6481]) expect(all).toContain(`${port} `)
    })

  test('with their real ports if the stage uses other ports', () => {
    const all = shown('moved', 'rows').map(text).join('\n')
    expect(all).toMatch(/10379 master/)
    expect(all).not.toContain('6379')
  })
})

test('The height of the grid is known before it is drawn', () => {
  for (const situation of situations)
    for (const width of [40, 78, 110, 200, 300]) {
      const input = {style, now: recorded(situation), highlight: [], replids: [], lags: {}}
      const [height, lines] = [gridHeight(input, width), gridView(input, width).length]
      expect(height, `${situation} ${width}`).toBeGreaterThanOrEqual(lines)
      expect(height - lines).toBeLessThanOrEqual(6)
    }
})

describe('A replica shows', () => {
  const behind = snapshotOf([master('6379', 58, {6380: 'online'}), replica('6380', 6379, {offset: 44})])
  test.each<['cards' | 'rows']>([['cards'], ['rows']])(
    'its master, its link, its offset and how far it is behind, in %s',
    level => {
      const about = linesOf(6380, shown(behind, level))
      expect(about).toMatch(/replica .*6379/)
      for (const words of ['link up', '44', 'behind 14']) expect(about).toContain(words)
    },
  )

  test.each<['cards' | 'rows']>([['cards'], ['rows']])(
    'nothing of how far it is behind while no byte is missing and the link is down, in %s',
    level => {
      const down = snapshotOf([master('6379', 44), replica('6380', 6379, {offset: 44, link: 'down'})])
      expect(linesOf(6380, shown(down, level))).not.toContain('behind')
      const stopped = snapshotOf([
        master('6379', 44),
        silent('6380', 'notRunning', {role: 'slave', master_port: '6379', slave_repl_offset: '44'}),
      ])
      expect(linesOf(6380, shown(stopped, level))).not.toContain('behind')
    },
  )

  test.each<['cards' | 'rows']>([['cards'], ['rows']])('that its link is down, in %s', level => {
    const down = snapshotOf([replica('6380', 6379, {link: 'down'})])
    expect(linesOf(6380, shown(down, level))).toContain('link DOWN')
  })

  test('that it is receiving a full resynchronization', () => {
    expect(linesOf(6479, shown('transfer', 'cards'))).toContain('wait_bgsave')
  })

  test('every field of INFO replication if there is room', () => {
    const all = shown('replicas', 'grid').map(text).join('\n')
    for (const field of ['role:slave', 'master_link_status:up', 'slave_repl_offset:', 'replica_announced:1'])
      expect(all).toContain(field)
  })
})

describe('A master shows', () => {
  test('its replicas and their offsets', () => {
    const about = linesOf(6379, shown('wait-bgsave', 'cards'))
    expect(about).toMatch(/6380 online/)
    expect(about).toMatch(/6479 wait_bgsave/)
    expect(about).toContain('3 replicas')
  })

  test.each<['cards' | 'rows']>([['cards'], ['rows']])('the slots it serves, in %s', level => {
    expect(linesOf(6381, shown('cluster', level))).toContain('10923-16383')
    expect(linesOf(6481, shown('promoted', level))).toContain('10923-16383')
  })

  test.each<['cards' | 'rows']>([['cards'], ['rows']])('how many keys it has, in %s', level => {
    expect(linesOf(6379, shown('replicas', level))).toContain('keys 3')
  })

  test.each<['cards' | 'rows']>([['cards'], ['rows']])(
    'how much its offset grew since the last line, in %s',
    level => {
      const mark = snapshotOf([master('6379', 58)])
      expect(linesOf(6379, shown(snapshotOf([master('6379', 106)]), level, {mark}))).toMatch(/106 ▲48/)
      expect(linesOf(6379, shown(mark, level, {mark}))).not.toContain('▲')
    },
  )
})

describe('A replica is listed below its master', () => {
  test('and its own replicas below it', () => {
    const order = shown('chain', 'rows').map(line => /(\d{4}) (?:master|replica)/.exec(text(line))?.[1])
    expect(order).toEqual(['6379', '6380', '6381', '6481', '6479', '6480'])
    const at = (port: string) =>
      shown('chain', 'rows')
        .map(text)
        .find(line => line.includes(`${port} replica`))
        ?.search(/\S/)
    expect(at('6481')).toBeGreaterThan(at('6381') ?? 0)
  })

  test('also while the master does not respond', () => {
    const order = shown('killed', 'rows').map(line => /(\d{4}) (?:master|replica|down)/.exec(text(line))?.[1])
    expect(order).toEqual(['6379', '6479', '6380', '6480', '6381', '6481'])
  })
})

describe('Changes since the last line are marked', () => {
  const marked = (lines: readonly Line[]) =>
    lines
      .flat()
      .filter(({tone}) => tone === 'changed')
      .map(one => one.text.trim())

  test.each(Object.keys(levels) as (keyof typeof levels)[])('and nothing else is, in %s', level => {
    expect(marked(shown('replicas', level, {mark: 'replicas'}))).toEqual([])
    expect(marked(shown('replicas', level))).toEqual([])
  })

  test('at each field, if fields are shown', () => {
    const fields = marked(shown('promoted', 'grid', {mark: 'killed'}))
    expect(fields).toContain('role:master')
    expect(fields.some(field => field.startsWith('master_replid2:'))).toBe(true)
    expect(fields.some(field => field.startsWith('repl_backlog_size'))).toBe(false)
  })

  test('when a master gets a replica and when a link comes up', () => {
    expect(
      marked(shown('replicas', 'cards', {mark: 'masters'})).some(words => words.includes('6380 online')),
    ).toBe(true)
    const down = snapshotOf([replica('6380', 6379, {link: 'down'})])
    const up = snapshotOf([replica('6380', 6379)])
    for (const level of ['cards', 'rows'] as const)
      expect(marked(shown(up, level, {mark: down}))).toContain('⇄ link up')
  })

  test('while the fields that the step is about are bright and the others dim', () => {
    const lines = shown('masters', 'grid', {focus: ['role', 'connected_slaves']}).flat()
    const tone = (field: string) => lines.find(one => one.text.trim().startsWith(field))?.tone
    expect([tone('role:'), tone('connected_slaves:'), tone('master_replid:')]).toEqual([
      'bright',
      'bright',
      'dim',
    ])
  })
})

describe('A node that does not respond shows why, and since when', () => {
  const at = (because: Parameters<typeof silent>[1]) =>
    text(nodeName({...silent('6381', because), since: recordedAt - 65_900}, recorded('masters'), style))

  test.each([
    ['notRunning', '✖ 6381 down 65 s'],
    ['paused', '‖ 6381 paused 65 s'],
    ['noAnswer', '? 6381 no response 65 s'],
    ['refused', '? 6381 refuses connections'],
    ['loading', '? 6381 loading its data'],
    ['locked', '? 6381 asks the lab for a password'],
    ['busy', '? 6381 busy with a script'],
    ['stranger', '? 6381 another process here'],
  ] as const)('%s: %s', (because, words) => {
    expect(at(because)).toBe(words)
  })

  test('never with a negative time', () => {
    const words = nodeName(
      {...silent('6381', 'paused'), since: recordedAt + 9000},
      recorded('masters'),
      style,
    )
    expect(text(words)).toBe('‖ 6381 paused 0 s')
  })

  test.each(Object.keys(levels) as (keyof typeof levels)[])('and keeps its place, in %s', level => {
    expect(shown('promoted', level).map(text).join('\n')).toContain('6381 down 2 s')
  })
})

describe('One node as text', () => {
  test.each([
    [master('6379'), '● 6379 master', '● 6379 主节点'],
    [replica('6380', 6379), '○ 6380 replica of 6379', '○ 6380 从节点，主 6379'],
  ])('%#', (reading, en, zh) => {
    expect(text(nodeName(reading, snapshotOf([]), style))).toBe(en)
    expect(text(nodeName(reading, snapshotOf([]), chinese))).toBe(zh)
  })

  test('a master has no link; a replica has one that is up, down or synchronizing', () => {
    expect(linkWords(master('6379'), snapshotOf([]), none, style)).toEqual([])
    expect(linkWords(replica('6380', 6379), snapshotOf([]), none, style)).toEqual([span('⇄ link up', 'good')])
    expect(linkWords(replica('6380', 6379, {link: 'down'}), snapshotOf([]), none, style)).toEqual([
      span('✖ link DOWN', 'bad'),
    ])
    const {slave0: _, ...alone} = master('6379').replication
    const serving = answered('6379', {
      ...alone,
      slave0: 'ip=127.0.0.1,port=6380,state=wait_bgsave,offset=0,lag=0',
    })
    const filled = linkWords(replica('6380', 6379, {link: 'down'}), snapshotOf([serving]), none, style)
    expect(filled).toEqual([span('… wait_bgsave', 'warn')])
  })

  test('an offset shows how much it grew', () => {
    expect(text(offsetWords(master('6379', 106), snapshotOf([master('6379', 58)]), style))).toBe('106 ▲48')
    expect(text(offsetWords(master('6379', 106), undefined, style))).toBe('106')
  })

  test.each([
    [58, 44, 14],
    [58, 58, 0],
    // The replica was read after its master.
    [58, 72, 0],
  ])('a replica of a master at offset %i, itself at %i, is %i bytes behind', (upstream, own, behind) => {
    const now = snapshotOf([master('6379', upstream), replica('6380', 6379, {offset: own})])
    expect(behindOf(replica('6380', 6379, {offset: own}), now)).toBe(behind)
  })

  test('a node without a master, or with one that does not respond, is not behind', () => {
    expect(behindOf(replica('6380', 6379), snapshotOf([silent('6379', 'paused')]))).toBeUndefined()
    expect(behindOf(master('6380'), snapshotOf([]))).toBeUndefined()
    expect(behindOf(replica('6380', 1), snapshotOf([]))).toBeUndefined()
  })

  test('a node has slots, replicas and keys', () => {
    expect(belongings(master('6379', 0, {6380: 'online'}, {keys: 41}), style)).toEqual([
      '1 replica',
      'keys 41',
    ])
    expect(belongings(master('6379', 0, {6380: 'online', 6381: 'online'}), chinese)).toEqual([
      '2 个从节点',
      '键 0',
    ])
  })
})
