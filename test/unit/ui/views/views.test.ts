// The other views of the nodes pane: what they show, that they fit, and how to reach them.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {type Direction, directionsBetween, withFault} from '../../../../src/model/cluster/links.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {type NodesView, nodesViews} from '../../../../src/model/lesson/nodes-view.ts'
import type {LabState} from '../../../../src/model/state/lab-state.ts'
import {languages} from '../../../../src/model/text/messages.ts'
import {viewLines} from '../../../../src/plain/views.ts'
import {initialUiState, viewed} from '../../../../src/ui/state/ui-state.ts'
import {paintNodes} from '../../../../src/ui/views/paint.ts'
import {layoutOf} from '../../../../src/views/draw/pane-sizes.ts'
import {Style} from '../../../../src/views/draw/style.ts'
import {type Line, widthOf} from '../../../../src/views/draw/styled-text.ts'
import {failureView} from '../../../../src/views/failure-view.ts'
import {slotsView} from '../../../../src/views/slots.ts'
import {randomFrom} from '../../../../tools/random.ts'
import {recorded} from '../../recorded/recording.ts'
import {line, played, polled, stateNames, states} from '../states.ts'

const style = new Style({language: 'en', theme: {color: false, unicode: true}})
const texts = (lines: readonly Line[]) =>
  lines.map(spans =>
    spans
      .map(one => one.text)
      .join('')
      .trimEnd(),
  )
const clustered = played([
  {on: 'learned', commandTable: {SET: {arity: -3, keys: [1, 1, 1]}}},
  {on: 'starting', stage: 'cluster'},
  {on: 'ready', roster: rosterAt(6379)},
])
const at = (situation: Parameters<typeof polled>[0], state: LabState = clustered) =>
  played([polled(situation)], state)

describe('The failure view', () => {
  test('is a table with a row and a column for each node', () => {
    const [head, first, ...rest] = texts(failureView({snapshot: recorded('failed'), logs: []}, style, 100))
    expect(head).toMatch(/^seen by +6379 +6380 +6381 +6479 +6480 +6481 +config \/ current epoch$/)
    expect(first).toMatch(/^6379 +- +✔ ok +✖ fail +✔ ok +✔ ok +✔ ok +\d+ \/ \d+$/)
    expect(rest[1]).toMatch(/^6381 +\? does not respond$/)
    expect(rest).toContain('✖ 6381 is marked fail: at least 2 masters agreed')
  })

  test('distinguishes a suspicion from the agreement of a majority, with every epoch, at any width', () => {
    for (const width of [48, 62, 78, 118]) {
      const shown = texts(failureView({snapshot: recorded('suspected'), logs: []}, style, width))
      const says = shown.filter(row => /^\d{4} +/.test(row))
      expect(says.some(row => row.includes('fail?'))).toBe(true)
      expect(says.some(row => /fail( |$)/.test(row))).toBe(false)
      for (const row of says.filter(one => !one.includes('does not'))) expect(row).toMatch(/\d+ ?\/ ?\d+$/)
      expect(shown.join(' ').replace(/ +/g, ' ')).toMatch(
        /\? 6381 is suspected: \d of the masters say fail\?, 2 must agree/,
      )
    }
  })

  test('says that there are no opinions without cluster mode', () => {
    expect(texts(failureView({snapshot: recorded('masters'), logs: []}, style, 100))).toEqual([
      'These nodes run without cluster mode: they have no opinions on each other.',
    ])
  })
})

describe('The view of slots', () => {
  test('is a bar by owner with the slot of the last key, and a list of owners', () => {
    const state = played(
      line('SET foo 1', {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}),
      at('cluster'),
    )
    const [bar, mark, ...rest] = texts(slotsView(state, style, 64))
    expect(bar).toBe(`█ 6379 ${'█'.repeat(14)}▓ 6380 ${'▓'.repeat(15)}▒ 6381 ${'▒'.repeat(14)}`)
    expect(mark).toBe(`${' '.repeat(47)}▲`)
    expect(rest).toEqual([
      '█ 6379  0-5460       5461 slots  0 keys',
      '▓ 6380  5461-10922   5462 slots  0 keys',
      '▒ 6381  10923-16383  5461 slots  0 keys',
      '',
      '▲ foo: slot 12182, served by 6381',
      'last redirect, slot 12182: you → 6379 (MOVED 6381, not followed)',
    ])
  })

  test('shows migrating slots', () => {
    const lines = texts(slotsView(at('slot-moving'), style, 100))
    expect(lines[0]).toContain('>')
    expect(lines).toContain('> slot 5798 being moved: 6380 → 6379')
  })

  test('is letters without UTF-8', () => {
    const ascii = new Style({language: 'en', theme: {color: false, unicode: false}})
    const [bar, , , owner] = texts(slotsView(at('cluster'), ascii, 64))
    expect(bar).toBe(`A 6379 ${'A'.repeat(14)}B 6380 ${'B'.repeat(15)}C 6381 ${'C'.repeat(14)}`)
    expect(owner).toMatch(/^B 6380/)
  })

  test('forgets the key and the redirect of the stage before', () => {
    const used = played(line('SET foo 1', {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}), at('cluster'))
    const again = played(
      [
        {on: 'starting', stage: 'cluster'},
        {on: 'ready', roster: rosterAt(6379)},
      ],
      used,
    )
    const lines = texts(slotsView(at('cluster', again), style, 64)).join('\n')
    expect(lines).toContain('0-5460')
    expect(lines).not.toMatch(/foo|redirect|▲/)
  })

  test('does not call a node silent that is not one of the lab’s: the lab does not ask it', () => {
    const now = recorded('cluster')
    const roster = now.roster.filter(({name}) => name !== '6381')
    const fewer = {...now, roster, nodes: now.nodes.filter(({name}) => name !== '6381')}
    const lines = texts(slotsView(played([{on: 'polled', snapshot: fewer}], clustered), style, 100))
    expect(lines).toContainEqual(
      expect.stringMatching(/^▒ 6381 +10923-16383 +5461 slots +not a node of this lab$/),
    )
    const [head = '', first = ''] = texts(failureView({snapshot: fewer, logs: []}, style, 100))
    expect(head).toMatch(/6481 +6381 +config/)
    expect(first).toMatch(/^6379 +-( +✔ ok){5} /)
  })

  test('marks an owner that does not respond, without a number of keys', () => {
    const lines = texts(slotsView(at('killed'), style, 100))
    expect(lines).toContainEqual(
      expect.stringMatching(/^▒ 6381 +10923-16383 +5461 slots +✖ does not respond$/),
    )
  })

  test('does not guess the slots of a node that does not respond', () => {
    const state = played([{on: 'used', node: '6381'}], at('killed'))
    expect(texts(slotsView(state, style, 100))[0]).toMatch(
      /^6381 does not respond\. To see another node's slots: \/use PORT\./,
    )
  })
})

test('A view that a step opened says so, until the learner chooses another one', () => {
  const state = played([polled('cluster'), {on: 'stepBegan', lesson: 'slots', step: 'ask', at: 0}])
  const noteOf = (view: NodesView) =>
    paintNodes({state, lessons, style}, {columns: 78, rows: 20}, {...initialUiState(), view}).notes
  expect(noteOf('slots')).toEqual(["this step's view · F2: others"])
  expect(noteOf('opinions')).toEqual([])
})

describe('Every view', () => {
  const all = stateNames.flatMap(name => nodesViews.map(view => [view, name] as const))
  test('fits its pane, in every state and both languages', () => {
    const faults = all.flatMap(([view, name], i) => {
      const random = randomFrom(i)
      return Array.from({length: 24}).flatMap(() => {
        const size = {columns: 48 + random(random(2) ? 70 : 250), rows: 2 + random(random(2) ? 24 : 97)}
        const theme = {color: false, unicode: random(2) === 0}
        const looks = {language: languages[random(2)] ?? 'en', theme}
        const zoomed = random(3) === 0
        const {lines} = paintNodes({state: states[name], lessons, style: new Style(looks)}, size, {
          ...initialUiState(),
          view,
          zoomed,
        })
        const what = `${view} of ${name} ${JSON.stringify({size, looks, zoomed})}`
        return [
          ...(lines.length > size.rows ? [`${what}: ${lines.length} rows`] : []),
          ...lines.filter(one => widthOf(one) > size.columns).map(one => `${what}: ${JSON.stringify(one)}`),
        ]
      })
    })
    expect(faults).toEqual([])
  })

  test('is ASCII without UTF-8 in every state, except for the learner’s own text', () => {
    const ascii = new Style({language: 'en', theme: {color: true, unicode: false}})
    const faults = all.flatMap(([view, name]) =>
      [true, false].flatMap(zoomed => {
        const size = {columns: 118, rows: 200}
        const ui = {...initialUiState(), view, zoomed}
        const {lines} = paintNodes({state: states[name], lessons, style: ascii}, size, ui)
        return lines
          .map(one => one.replace(/\p{Script=Han}/gu, '').replaceAll(/\u001b\[[\d;]*m/g, ''))
          .filter(one => !/^[\x20-\x7e\n]*$/.test(one))
          .map(one => `${view} of ${name}${zoomed ? ', zoomed' : ''}: ${one}`)
      }),
    )
    expect(faults).toEqual([])
  })

  test('is reached by going through them, or by its name', () => {
    const seen = nodesViews.map((_, i) =>
      Array.from({length: i + 1}).reduce<ReturnType<typeof initialUiState>>(
        ui => viewed(ui),
        initialUiState(),
      ),
    )
    expect(seen.map(({view}) => view)).toEqual([...nodesViews.slice(1), nodesViews[0]])
    expect(viewed(initialUiState(), 'slots').view).toBe('slots')
  })

  test('except the first has more rows on a small screen once the text is read', () => {
    const rows = (otherView: boolean) => {
      const layout = layoutOf({columns: 80, rows: 24}, {lesson: 'doing', otherView})
      return layout.tier === 'rows'
        ? [layout.nodes.rows, layout.lesson?.rows ?? 0, layout.transcript.rows]
        : []
    }
    expect(rows(true)[0]).toBe(8)
    // And a title, by which one knows which it is.
    const sum = (all: readonly number[]) => all.reduce((before, one) => before + one)
    expect(sum(rows(true)) + 1).toBe(sum(rows(false)))
  })

  test('can be read to a listener', () => {
    const heard = viewLines('opinions', at('failed'), 'en')
    expect(heard).toContainEqual(
      expect.stringMatching(
        /^6379: 6380 ok, 6381 fail, 6479 ok, 6480 ok, 6481 ok; config epoch \d, current epoch \d$/,
      ),
    )
    expect(heard).toContain('6381: does not respond')
    expect(viewLines('slots', at('cluster'), 'en')).toContain('6379  0-5460  5461 slots  0 keys')
    expect(viewLines('slots', at('masters', played([{on: 'ready', roster: rosterAt(6379)}])), 'en')).toEqual([
      'No slots: these nodes run without cluster mode.',
    ])
  })

  test('tells a listener which nodes cannot hear which', () => {
    const cut = (all: readonly Direction[]) => withFault([], all, {is: 'cut'})
    const links = [
      ...cut(directionsBetween(['6379'], ['6380', '6381'])),
      ...cut([{from: '6480', to: '6481'}]),
      // A load has no opinions, and what is slow is heard.
      ...cut([{from: 'client', to: '6480'}]),
      ...withFault([], [{from: '6480', to: '6379'}], {is: 'slow', ms: 100, jitter: 0}),
    ]
    const heard = viewLines('opinions', played([{on: 'linked', links, at: 0}], at('cluster')), 'en')
    expect(heard.filter(one => one.includes('hear'))).toEqual([
      '6380, 6381 cannot hear 6379: cut in that direction',
      '6379 cannot hear 6380, 6381: cut in that direction',
      '6481 cannot hear 6480: cut in that direction',
    ])
  })
})
