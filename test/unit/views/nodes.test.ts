// What the nodes pane shows of each node: the table, its marks, and what stands below a row.

import {describe, expect, test} from 'vitest'
import {behindOf} from '../../../src/model/cluster/lag.ts'
import type {Snapshot} from '../../../src/model/cluster/snapshot.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {type Line, span} from '../../../src/views/draw/styled-text.ts'
import {linkWords} from '../../../src/views/node-link.ts'
import {nodeName} from '../../../src/views/node-parts.ts'
import type {NodesInput} from '../../../src/views/node-tree.ts'
import {nodesView} from '../../../src/views/nodes.ts'
import {answered, history, master, replica, silent, snapshotOf} from '../model/readings.ts'
import {recorded, recordedAt, type Situation} from '../recorded/recording.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const chinese = new Style({...style, language: 'zh'})
const text = (line: Line) => line.map(one => one.text).join('')

/** A pane with room for everything, the pane beside a lesson at 120x40, and a row for each node at 80x24. */
const sizes = {wide: [112, 44], beside: [62, 23], rows: [78, 6]} as const
type Place = keyof typeof sizes
const places = Object.keys(sizes) as Place[]

type Shown = Readonly<{
  mark?: Situation | Snapshot
  focus?: readonly string[]
  unknown?: NodesInput['unknown']
  replids?: readonly string[]
}>

function shown(
  situation: Situation | Snapshot,
  place: Place,
  {mark, focus = [], unknown = [], replids = []}: Shown = {},
): readonly Line[] {
  const take = (one: Situation | Snapshot) => (typeof one === 'string' ? recorded(one) : one)
  const [columns, rows] = sizes[place]
  const lineStart = mark && take(mark)
  const input = {style, now: take(situation), lineStart, highlight: focus, unknown, replids, lags: {}}
  return nodesView(input, {columns, rows})
}

const texts = (lines: readonly Line[]) => lines.map(text)

/** The row of one node, and what stands below it. */
function rowOf(port: number, lines: readonly Line[]): string {
  const all = texts(lines)
  const isRow = (line: string) => /^\W*\d{4,5} /.test(line)
  const start = all.findIndex(line => new RegExp(`^\\W*${port} `).test(line))
  const end = all.findIndex((line, i) => i > start && isRow(line))
  return all.slice(start, end < 0 ? undefined : end).join('\n')
}

describe('The table', () => {
  const pair = (offset: number, keys: number) =>
    snapshotOf([master('6379', offset, {6479: 'online'}, {keys}), replica('6479', 6379, {offset, keys})])

  test('has a row of titles if there is a row for it; else the numbers carry their names', () => {
    expect(texts(shown('cluster', 'wide'))[0]).toMatch(
      /^node +slots +link +keys +offset +behind +~ behind, last \d+ s$/,
    )
    expect(texts(shown('cluster', 'beside'))[0]).toMatch(/^node +slots\/link +keys +offset +behind$/)
    expect(texts(shown('cluster', 'rows'))[0]).toMatch(/^● 6379 master +0-5460 +keys +0 +offset +110$/)
  })

  test.each(places)('has numbers that align at their ends, even long ones, in %s', place => {
    const rows = texts(shown(pair(132_328, 1234), place, {mark: pair(110, 1234)}))
    const [first = '', second = ''] = rows.filter(line => /6379/.test(line))
    for (const number of ['1234', '132328']) expect(first.indexOf(number)).toBe(second.indexOf(number))
    expect(second).toMatch(/ 0$/)
  })

  test('gives way in a narrow pane by whole columns: part of a number would be another number', () => {
    const input = {style, now: pair(132_328, 1234), highlight: [], unknown: [], replids: [], lags: {}}
    for (let columns = 30; columns < 120; columns++) {
      const numbers =
        texts(nodesView(input, {columns, rows: 6}))
          .join(' ')
          .match(/(?<= )\d+(?= |$)/g) ?? []
      expect(numbers.filter(one => !['0', '1234', '132328', '6379'].includes(one) && one.length < 4)).toEqual(
        [],
      )
    }
  })

  test('shows all six nodes in every situation', () => {
    const situations: readonly Situation[] = [
      'masters',
      'replicas',
      'chain',
      'ring',
      'promoted',
      'paused',
      'bare',
    ]
    const faults = places.flatMap(place =>
      situations.flatMap(situation => {
        const all = texts(shown(situation, place)).join('\n')
        const missing = [6379, 6380, 6381, 6479, 6480, 6481].filter(port => !all.includes(`${port} `))
        return missing.map(port => `${place} ${situation}: ${port}`)
      }),
    )
    expect(faults).toEqual([])
  })

  test('shows real ports if the stage uses other ports', () => {
    const all = texts(shown('moved', 'rows')).join('\n')
    expect(all).toMatch(/10379 master/)
    expect(all).not.toContain('6379')
  })

  test('leaves out the columns that no step has explained yet', () => {
    const [titles = '', ...rows] = texts(shown('cluster', 'wide', {unknown: ['slots', 'offsets']}))
    expect(titles).toMatch(/^node +link +keys$/)
    expect(rows.join('\n')).not.toMatch(/5460|110|\[A\]/)
  })
})

test('Troubles stand below the rows, the first ones for which there is room', () => {
  const now = recorded('cluster')
  const input = {style, now, lineStart: undefined, highlight: [], unknown: [], replids: [], lags: {}}
  const troubles = ['first', 'second'].map(word => ({key: 'links.cut', values: {links: word}}) as const)
  const found = (rows: number) =>
    texts(nodesView({...input, troubles}, {columns: 112, rows})).flatMap(
      one => /first|second/.exec(one) ?? [],
    )
  // A row of titles, six nodes, two gaps.
  expect([9, 10, 11, 12].map(found)).toEqual([[], ['first'], ['first', 'second'], ['first', 'second']])
})

describe('A replica shows', () => {
  const behind = snapshotOf([master('6379', 58, {6380: 'online'}), replica('6380', 6379, {offset: 44})])
  test.each(places)('its master, its link, its offset and how far it is behind, in %s', place => {
    expect(rowOf(6380, shown(behind, place))).toMatch(/replica ← 6379 +⇄ link up .*44 .*14$/)
  })

  test.each(places)(
    'nothing of how far it is behind while no byte is missing and the link is down, in %s',
    place => {
      const down = snapshotOf([master('6379', 44), replica('6380', 6379, {offset: 44, link: 'down'})])
      expect(rowOf(6380, shown(down, place))).toMatch(/link DOWN .*44$/)
      const last = {role: 'slave', master_port: '6379', slave_repl_offset: '44'}
      const stopped = snapshotOf([master('6379', 44), silent('6380', 'notRunning', last)])
      expect(rowOf(6380, shown(stopped, place))).toMatch(/down \d+ s$/)
    },
  )

  test('how long its link is down by one clock only: if the master is down, the master’s row says it', () => {
    const since = {...replica('6380', 6379, {link: 'down'})}
    const fields = {...since.replication, master_link_down_since_seconds: '7'}
    const cut = {...since, replication: fields}
    expect(rowOf(6380, shown(snapshotOf([cut]), 'wide'))).toContain('✖ link DOWN 7 s')
    const dead = shown(snapshotOf([silent('6379', 'notRunning'), cut]), 'wide')
    expect(rowOf(6380, dead)).toMatch(/✖ link DOWN +\d/)
    expect(rowOf(6380, dead)).not.toContain('7 s')
  })

  test('that nothing passes on a link that it takes for up', () => {
    const nodes = snapshotOf([master('6379', 44), replica('6380', 6379, {offset: 44})])
    const cut: Snapshot = {...nodes, links: [{from: '6379', to: '6380', fault: {is: 'cut'}}]}
    expect(rowOf(6380, shown(cut, 'beside'))).toContain('⇄ link up ╳')
    const slow: Snapshot = {
      ...nodes,
      links: [{from: '6379', to: '6380', fault: {is: 'slow', ms: 9, jitter: 0}}],
    }
    expect(rowOf(6380, shown(slow, 'beside'))).not.toContain('╳')
  })

  test('that it is receiving a full resynchronization', () => {
    expect(rowOf(6479, shown('transfer', 'beside'))).toContain('wait_bgsave')
  })
})

describe('A master shows', () => {
  test.each(places)('the slots it serves, in %s', place => {
    expect(rowOf(6381, shown('cluster', place))).toContain('10923-16383')
    expect(rowOf(6481, shown('promoted', place))).toContain('10923-16383')
  })

  test('two ranges of slots, and how many more there are', () => {
    const now = recorded('cluster')
    const scattered = now.nodes.map(node =>
      node.is === 'answered' && node.name === '6379' && node.cluster
        ? {
            ...node,
            cluster: {
              ...node.cluster,
              nodes: node.cluster.nodes.map(line =>
                line.flags.includes('myself') ? {...line, slots: ['0-9', '11-99', '200', '300']} : line,
              ),
            },
          }
        : node,
    )
    expect(rowOf(6379, shown({...now, nodes: scattered}, 'wide'))).toMatch(/master +0-9 11-99 \+2 /)
  })

  test('how much its offset grew since the last line; growth by pings alone is no news', () => {
    const at = (offset: number) => snapshotOf([master('6379', offset)])
    const spans = (offset: number) => shown(at(offset), 'wide', {mark: at(58)}).flat()
    const tones = (offset: number, grew: string) =>
      spans(offset)
        .filter(one => [String(offset), grew].includes(one.text))
        .map(one => one.tone)
    expect(tones(106, '▲48')).toEqual(['bright', 'accent'])
    expect(tones(58 + 28, '▲28')).toEqual(['plain', 'dim'])
    // More pings than there can have been.
    expect(tones(58 + 1400, '▲1400')).toEqual(['bright', 'accent'])
    expect(texts(shown(at(58), 'wide', {mark: at(58)})).join('')).not.toContain('▲')
  })
})

describe('Rows keep their places', () => {
  const order = (situation: Situation) => texts(shown(situation, 'rows')).map(line => /\d{4}/.exec(line)?.[0])

  test('a replica is listed below its master, and its own replicas below it', () => {
    expect(order('chain')).toEqual(['6379', '6380', '6381', '6481', '6479', '6480'])
    const at = (port: string) =>
      texts(shown('chain', 'rows'))
        .find(line => line.includes(`${port} replica`))
        ?.search(/\S/)
    expect(at('6481')).toBeGreaterThan(at('6381') ?? 0)
  })

  test('in a cluster through a whole failover: the master dies, its replica takes over, the old master comes back', () => {
    const all = ['6379', '6479', '6380', '6480', '6381', '6481']
    const faults = (['cluster', 'killed', 'promoted', 'returned'] as const).filter(
      situation => order(situation).join() !== all.join(),
    )
    expect(faults).toEqual([])
    expect(rowOf(6381, shown('returned', 'rows'))).toMatch(/^┌ ○ 6381 replica ← 6481/)
  })

  test('also their height: a node that is down has a row like the others', () => {
    const heights = (['cluster', 'killed', 'promoted', 'returned'] as const).map(
      situation => shown(situation, 'beside').length,
    )
    expect(new Set(heights).size).toBe(1)
  })
})

describe('Changes since the last line are marked', () => {
  const marked = (lines: readonly Line[]) =>
    lines
      .flat()
      .filter(({tone}) => tone === 'changed')
      .map(one => one.text.trim())

  test.each(places)('and nothing else is, in %s', place => {
    expect(marked(shown('replicas', place, {mark: 'replicas'}))).toEqual([])
    expect(marked(shown('replicas', place))).toEqual([])
  })

  test.each(places)('a role, slots, a link and the number of keys, in %s', place => {
    expect(marked(shown('promoted', place, {mark: 'killed'}))).toEqual(['master', '10923-16383'])
    const down = snapshotOf([replica('6380', 6379, {link: 'down', keys: 0})])
    const up = snapshotOf([replica('6380', 6379, {keys: 1})])
    expect(marked(shown(up, place, {mark: down}))).toEqual(['⇄ link up', '0→1'])
    expect(marked(shown('replicas', place, {mark: 'masters'}))).toContain('replica ← 6379')
  })

  test('with a sign beside them: color alone does not reach everybody', () => {
    expect(rowOf(6481, shown('promoted', 'wide', {mark: 'killed'}))).toMatch(/◆master +◆10923-16383/)
  })
})

describe('What the step is about', () => {
  test('is bright, and so is its title', () => {
    const lines = shown('replicas', 'wide', {focus: ['master_link_status']})
    const tones = (words: string) =>
      new Set(lines.flat().flatMap(one => (one.text === words ? [one.tone] : [])))
    expect(tones('link')).toEqual(new Set(['bright']))
    expect(tones('keys')).toEqual(new Set(['dim']))
    expect(tones('⇄ link up')).toEqual(new Set(['bright']))
    expect(tones('replica ← 6379')).toEqual(new Set(['plain']))
  })

  test('stands below the row if no column shows it: backlog, ids, what a master reports of its replicas', () => {
    const below = (focus: readonly string[]) =>
      rowOf(6379, shown('replicas', 'wide', {focus, replids: []}))
        .split('\n')
        .slice(1)
        .join(' ')
    expect(below(['repl_backlog'])).toMatch(/repl_backlog_size \d+ .*repl_backlog_histlen \d+/)
    const backlog = (offset: number) =>
      snapshotOf([
        answered('6379', {
          role: 'master',
          master_repl_offset: String(offset),
          repl_backlog_histlen: String(offset),
        }),
      ])
    const marks = (offset: number) =>
      shown(backlog(offset), 'wide', {mark: backlog(58), focus: ['repl_backlog']})
        .flat()
        .filter(({tone}) => tone === 'changed')
    // A ping is 14 bytes.
    expect(marks(58 + 14)).toEqual([])
    expect(marks(58 + 48).map(one => one.text)).toEqual(['106'])
    expect(below(['master_replid'])).toMatch(/master_replid \w{8}…$/)
    expect(below(['slave'])).toMatch(/⇄ slave0 6380 online {2}⇄ slave1 6381 online/)
    expect(below(['role', 'slave_repl_offset'])).toBe('')
  })

  test('is not repeated for a replica whose value is its master’s, nor for nodes that have nothing to do with it', () => {
    const lines = shown('replicas', 'wide', {focus: ['master_replid', 'connected_slaves']})
    for (const port of [6380, 6480]) expect(rowOf(port, lines)).not.toContain('\n')
    expect(rowOf(6379, lines)).toContain('connected_slaves 2')
    expect(rowOf(6380, shown('masters', 'wide', {focus: ['connected_slaves']}))).toContain(
      'connected_slaves 0',
    )
  })

  test('is the letter of a history only if the step is about histories', () => {
    const now = snapshotOf([master('6379', 58, {6380: 'online'}), replica('6380', 6379, {offset: 58})])
    const all = (focus: readonly string[], place: Place) =>
      texts(shown(now, place, {focus, replids: [history]})).join('\n')
    for (const place of places) {
      expect(all(['master_replid'], place)).toContain('[A]')
      expect(all(['role'], place)).not.toContain('[A]')
    }
  })
})

describe('A node that does not respond shows why, and since when', () => {
  const at = (because: Parameters<typeof silent>[1]) =>
    text(
      nodeName({...silent('6381', because), since: recordedAt - 65_900}, {now: recorded('masters'), style}),
    )

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
    const now = recorded('masters')
    const words = nodeName({...silent('6381', 'paused'), since: recordedAt + 9000}, {now, style})
    expect(text(words)).toBe('‖ 6381 paused 0 s')
  })

  test.each(places)('and keeps its place, in %s', place => {
    expect(texts(shown('promoted', place)).join('\n')).toContain('6381 down 2 s')
  })
})

describe('One node as text', () => {
  test.each([
    [master('6379'), '● 6379 master', '● 6379 主节点'],
    [replica('6380', 6379), '○ 6380 replica ← 6379', '○ 6380 从节点 ← 6379'],
  ])('%#', (reading, en, zh) => {
    expect(text(nodeName(reading, {now: snapshotOf([]), style}))).toBe(en)
    expect(text(nodeName(reading, {now: snapshotOf([]), style: chinese}))).toBe(zh)
  })

  test('a master has no link; a replica has one that is up, down or synchronizing', () => {
    expect(linkWords(master('6379'), {now: snapshotOf([]), style})).toEqual([])
    expect(linkWords(replica('6380', 6379), {now: snapshotOf([]), style})).toEqual([span('⇄ link up')])
    expect(linkWords(replica('6380', 6379, {link: 'down'}), {now: snapshotOf([]), style})).toEqual([
      span('✖ link DOWN', 'bad'),
    ])
    const {slave0: _, ...alone} = master('6379').replication
    const serving = answered('6379', {
      ...alone,
      slave0: 'ip=127.0.0.1,port=6380,state=wait_bgsave,offset=0,lag=0',
    })
    const filled = linkWords(replica('6380', 6379, {link: 'down'}), {now: snapshotOf([serving]), style})
    expect(filled).toEqual([span('… wait_bgsave', 'warn')])
  })

  test.each([
    [{master_sync_perc: '40.25', master_sync_total_bytes: '1000', master_sync_read_bytes: '402'}, '40%'],
    // Of a streamed copy nobody knows the size.
    [
      {master_sync_perc: '0.00', master_sync_total_bytes: '0', master_sync_read_bytes: '12000'},
      '12000 bytes',
    ],
  ])('a replica that is receiving a copy shows how much it has: %#', (sync, shows) => {
    const serving = answered('6379', {
      ...master('6379').replication,
      slave0: 'ip=127.0.0.1,port=6380,state=send_bulk,offset=0,lag=0',
    })
    const down = replica('6380', 6379, {link: 'down'})
    const receiving = {...down, replication: {...down.replication, ...sync}}
    expect(linkWords(receiving, {now: snapshotOf([serving]), style})).toEqual([
      span(`… send_bulk ${shows}`, 'warn'),
    ])
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
})
