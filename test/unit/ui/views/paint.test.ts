// Every pane in every state at every size stays within its place.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import type {LabState, Play} from '../../../../src/model/state/lab-state.ts'
import {initialUiState, press, type UiState} from '../../../../src/ui/state/ui-state.ts'
import {type Painted, paintLesson, paintNodes, paintPage} from '../../../../src/ui/views/paint.ts'
import {menuView, promptView, statusView} from '../../../../src/ui/views/prompt.ts'
import {layoutOf, type Size, zoomed} from '../../../../src/views/draw/pane-sizes.ts'
import {Style} from '../../../../src/views/draw/style.ts'
import {widthOf} from '../../../../src/views/draw/styled-text.ts'
import {paint} from '../../../../src/views/draw/theme.ts'
import {headerView} from '../../../../src/views/header.ts'
import {createTranscriptView} from '../../../../src/views/transcript.ts'
import {randomFrom} from '../../../../tools/random.ts'
import {recordedAt} from '../../recorded/recording.ts'
import {jumpOffered, type StateName, stateNames, states} from '../states.ts'

const styles: readonly Style[] = (['en', 'zh'] as const).flatMap(language =>
  [true, false].map(unicode => new Style({language, theme: {color: true, unicode}})),
)
const random = randomFrom(29)
const turn = <Item>(items: readonly Item[], i: number): Item => items[i % items.length] as Item

/** The smallest and the largest of each way to lay out, and what people have. */
const usual: readonly Size[] = [
  [50, 12],
  [79, 24],
  [80, 24],
  [110, 30],
  [120, 40],
  [300, 100],
].map(([columns = 0, rows = 0]) => ({columns, rows}))

const style = styles[0] as Style

/** Calls `see` with each state at three of the usual sizes and at one other; sizes and styles take turns. */
function everywhere(see: (name: StateName, style: Style, screen: Size) => void) {
  for (const [i, name] of stateNames.entries()) {
    const other = {columns: 50 + random(250), rows: 12 + random(88)}
    const screens = [...[0, 2, 4].map(j => turn(usual, i + j)), other]
    for (const [j, screen] of screens.entries()) see(name, turn(styles, i + j), screen)
  }
}

function keepsTo(painted: readonly string[], size: Size, what: string) {
  const wide = painted.find(line => widthOf(line) > size.columns)
  if (wide !== undefined)
    expect.fail(`${what}: ${widthOf(wide)} cells in ${size.columns}: ${JSON.stringify(wide)}`)
  if (painted.length > size.rows) expect.fail(`${what}: ${painted.length} lines in ${size.rows}`)
}

/** The lesson's and the nodes' pane at every size they get, zoomed too. */
function panesOf(
  name: StateName,
  style: Style,
  screen: Size,
): readonly (readonly [string, Size, (scroll: number) => Painted])[] {
  const state = states[name]
  const layout = layoutOf(screen, {lesson: state.play ? 'doing' : 'none'})
  const lesson = (size: Size) =>
    ['lesson', size, (scroll: number) => paintLesson({state, lessons, style}, size, scroll)] as const
  const nodes = (size: Size, zoom: boolean) =>
    [
      'nodes',
      size,
      (scroll: number) =>
        paintNodes({state, lessons, style}, size, {
          ...initialUiState(),
          zoomed: zoom,
          scroll: {...initialUiState().scroll, nodes: scroll},
        }),
    ] as const
  const whole = [lesson(zoomed(screen)), nodes(zoomed(screen), true)]
  if (layout.tier === 'none') return []
  if (layout.tier === 'tabs') return [lesson(layout.pane), nodes(layout.pane, false), ...whole]
  return [...(layout.lesson ? [lesson(layout.lesson)] : []), nodes(layout.nodes, false), ...whole]
}

test('No pane exceeds its place, and scrolling ends at its last line', () => {
  everywhere((name, style, screen) => {
    for (const [pane, size, painted] of panesOf(name, style, screen)) {
      const what = `${pane} of ${name} in ${style.language}, ${screen.columns}x${screen.rows}`
      const [first, last] = [painted(0), painted(painted(0).most)]
      keepsTo(first.lines, size, what)
      keepsTo(last.lines, size, what)
      if (painted(first.most + 9).lines.join() !== last.lines.join()) expect.fail(`${what}: goes on`)
      const next = painted(first.opens === first.most ? -1 : 1)
      if (first.most > 0 && next.lines.join() === first.lines.join()) expect.fail(`${what}: stands still`)
    }
  })
})

test('The note about hidden lines names the key that scrolls', () => {
  const size = {columns: 60, rows: 4}
  const ui = {...initialUiState(), view: 'opinions'} as const
  const noteWith = (scrollKey: UiState['scrollKey']) =>
    paintNodes({state: states.freePlay, lessons, style}, size, {...ui, scrollKey}).notes
  expect(noteWith('PgDn')).toEqual([expect.stringMatching(/^\d+ more below: PgDn$/)])
  expect(noteWith('Shift-↓')).toEqual([expect.stringMatching(/^\d+ more below: Shift-↓$/)])
  const lesson = (scroll: number, key?: UiState['scrollKey']) =>
    paintLesson({state: states.open, lessons, style}, {columns: 60, rows: 9}, scroll, key).notes
  expect(lesson(0, 'Shift-↓')).toEqual([expect.stringMatching(/^\d+ more below: Shift-↓$/)])
  expect(lesson(1, 'PgDn')).toEqual([expect.stringMatching(/^1 above, \d+ below: PgUp PgDn$/)])
})

test('The note of a pane that no key scrolls names none', () => {
  const ui = {...initialUiState(), view: 'opinions', scrollKey: undefined} as const
  const {notes} = paintNodes({state: states.freePlay, lessons, style}, {columns: 60, rows: 4}, ui)
  expect(notes).toEqual([expect.stringMatching(/^\d+ more lines$/)])
})

test.each(['help', 'summary'] as const)('The page of the %s stays within its place', page => {
  for (const [i, screen] of usual.entries()) {
    const input = {state: states.passed, lessons, style: turn(styles, i)}
    const paint = (scroll: number) => paintPage(input, zoomed(screen), {page, scroll})
    for (const scroll of [0, paint(0).most, paint(0).most + 9])
      keepsTo(paint(scroll).lines, zoomed(screen), page)
  }
})

test('The header fills its row exactly', () => {
  everywhere((name, style, {columns}) => {
    const words = style.paint(headerView({state: states[name], lessons, style}, columns))
    if (widthOf(words) !== columns) expect.fail(`${name} in ${columns}: ${JSON.stringify(words)}`)
  })
})

test('The transcript stays within its place, wherever it is scrolled', () => {
  const view = createTranscriptView()
  everywhere((name, style, {columns, rows}) => {
    const [width, height] = [columns - 2, Math.max(3, Math.floor(rows / 3))]
    const at = (scroll: number) =>
      view(
        {state: states[name], lessons, style},
        {columns: width, rows: height},
        {scrolled: scroll, now: recordedAt + 90_000},
      )
    for (const scroll of [0, 1, at(0).total, at(0).total + 9]) {
      const lines = at(scroll).lines.map(words => style.paint(words))
      keepsTo(lines, {columns: width, rows: height}, `transcript of ${name}`)
    }
  })
})

describe('The prompt', () => {
  const world = {
    lab: states.freePlay,
    running: false,
    stops: [],
    now: 0,
    oneAtATime: false,
    limits: {
      lesson: {most: 0, page: 1},
      nodes: {most: 0, page: 1},
      transcript: {most: 0, page: 1},
      page: {most: 0, page: 1},
    },
  }
  const typed = (text: string, back: number): UiState => {
    const keys = [{text}, ...Array.from({length: back}, () => ({key: 'left'}) as const)]
    return keys.reduce((ui, key) => press(ui, key, world).ui, initialUiState())
  }

  test('stays in its row, with the cursor in it, for any text and cursor', () => {
    const parts = ['a', 'SET k ', '主从', '🚀', 'e\u0301', '\t', '👩‍🚀']
    for (let round = 0; round < 400; round++) {
      const text = Array.from({length: random(60)}, () => parts[random(parts.length)]).join('')
      const width = 49 + random(60)
      const view = promptView({state: states.freePlay, lessons, style}, typed(text, random(50)), width)
      const cells = view.words.reduce((sum, span) => sum + widthOf(span.text), 0)
      if (cells > width || view.cursor >= width || view.cursor < 0)
        expect.fail(JSON.stringify([text, width, view]))
    }
  })

  test('shows the text before the cursor, and as much as fits after it', () => {
    const text = promptView({state: states.freePlay, lessons, style}, typed('GET 购物车', 2), 60)
    expect(text.words.map(span => span.text).join('')).toBe('127.0.0.1:6379> GET 购物车 key')
    expect(text.cursor).toBe('127.0.0.1:6379> GET 购'.length + 1)
    const long = promptView({state: states.freePlay, lessons, style}, typed(`${'x'.repeat(100)}END`, 0), 40)
    expect(long.words.map(span => span.text).join('')).toMatch(/^127\.0\.0\.1:6379> …x+END$/)
  })

  test('shows the expected arguments, dim and cut at the margin', () => {
    const {words} = promptView({state: states.freePlay, lessons, style}, typed('GETRANGE k', 0), 36)
    expect(words.map(one => one.text).join('')).toBe('127.0.0.1:6379> GETRANGE k key star…')
    expect(words.at(-2)).toEqual({text: ' key star', tone: 'dim'})
  })

  test('shows the query and the line found', () => {
    const ui = [{key: 'ctrl-r'} as const, {text: 'car'}].reduce(
      (before, key) => press(before, key, world).ui,
      initialUiState(['SET cart:1 书']),
    )
    const {words, cursor} = promptView({state: states.freePlay, lessons, style}, ui, 60)
    expect(words.map(span => span.text).join('')).toBe("(reverse-i-search)`car': SET cart:1 书")
    expect(words.find(span => span.tone === 'selected')?.text).toBe('car')
    expect(cursor).toBe('(reverse-i-search)`car'.length)
  })

  test.each([
    ['ctrl-s', "(no newer match)`car': SET cart:1 书"],
    ['ctrl-r', "(no older match)`car': SET cart:1 书"],
  ] as const)('says after %s that the line found is the last one, and still shows it', (again, shown) => {
    const keys = [{key: 'ctrl-r'}, {text: 'car'}, {key: again}] as const
    const ui = keys.reduce((before, key) => press(before, key, world).ui, initialUiState(['SET cart:1 书']))
    const {words} = promptView({state: states.freePlay, lessons, style}, ui, 60)
    expect(words.map(span => span.text).join('')).toBe(shown)
  })

  test('shows no control characters of a paste', () => {
    const ui = press(initialUiState(), {paste: 'GET \x1b]0;owned\x07k'}, world).ui
    expect(
      paint(promptView({state: states.freePlay, lessons, style}, ui, 60).words, {
        color: false,
        unicode: true,
      }),
    ).not.toMatch(/\x1b\]|\x07/)
  })
})

test('A paste is shown before it runs: its first lines, and how many more there are', () => {
  const pasted = Array.from({length: 20}, (_, i) => `SET k${i} \x1b[2J`)
  const shown = menuView({state: states.freePlay, lessons, style}, {...initialUiState(), pasted}, 5).map(
    words => paint(words, {color: false, unicode: true}),
  )
  expect(shown.map(text => text.replaceAll(/\x1b\[\d*m/g, ''))).toEqual([
    ' 1 SET k0 ',
    ' 2 SET k1 ',
    ' 3 SET k2 ',
    ' 4 SET k3 ',
    ' … and 16 more lines',
  ])
})

test('The menu shows the candidates of Tab, with the selected one always in sight', () => {
  const candidates = Array.from({length: 30}, (_, i) => ({
    text: `C${i}`,
    shown: `C${i}`,
    summary: `number ${i}`,
  }))
  for (const [at] of candidates.entries()) {
    const rows = menuView(
      {state: states.freePlay, lessons, style},
      {...initialUiState(), menu: {candidates, at, typed: 'C'}},
      6,
    )
    expect(rows).toHaveLength(6)
    const chosen = rows.filter(([name]) => name?.tone === 'selected')
    expect(chosen.map(([, summary]) => summary?.text)).toEqual([` number ${at}`])
  }
})

test('The menu lists the matching lab commands while one is being typed', () => {
  const menu = (text: string) =>
    menuView(
      {state: states.freePlay, lessons, style},
      {...initialUiState(), editor: {...initialUiState().editor, text}},
      30,
    ).map(words => words[0]?.text.trim())
  expect(menu('/res')).toEqual(['/resume PORT', '/reset'])
  expect(menu('/').length).toBeGreaterThan(10)
  expect([menu(''), menu('GET'), menu('/kill 6')]).toEqual([[], [], []])
})

describe('The status line shows', () => {
  const shown = (name: StateName, ui: Partial<UiState> = {}) =>
    statusView({state: states[name], lessons, style}, {...initialUiState(), ...ui}, {now: 1000, width: 200})
      .map(span => span.text)
      .join('')

  const [play, lastLesson] = [states.open.play as Play, lessons.at(-1)]
  const end = {
    ...play,
    lesson: lastLesson?.id ?? '',
    step: lastLesson?.steps.at(-1)?.id ?? '',
    phase: 'passed',
  } as const
  const over = {why: 'review', questions: [{lesson: 'slots', question: 'recall/x'}], chosen: ['a']} as const
  const shownWith = (change: Partial<LabState>) =>
    statusView({state: {...states.open, ...change}, lessons, style}, initialUiState(), {
      now: 1000,
      width: 200,
    })
      .map(span => span.text)
      .join('')

  test('in 80 columns the keys of views and of zooming, in a lesson and at a passed step, in both languages', () => {
    for (const words of styles.filter(({theme}) => theme.unicode))
      for (const state of [states.open, states.passed]) {
        const line = statusView({state, lessons, style: words}, initialUiState(), {now: 1000, width: 78})
        expect(line.map(span => span.text).join('')).toMatch(/F2.*Ctrl-O/)
      }
  })

  test('one meaning of Enter, where a jump is offered at a passed step', () => {
    const since = 10_000
    const state = {...states.passed, workshop: jumpOffered(since)}
    const shownAt = (now: number) => {
      const input = {state, lessons, style}
      const keys = statusView(input, initialUiState(), {now, width: 200})
      return keys.map(({text}) => text).join('')
    }
    // An Enter that was on its way when the jump was offered still goes to the next step, which the footer need not say.
    expect(shownAt(since + 999)).toMatch(/^Esc stay · F3 /)
    expect(shownAt(since + 1000)).toMatch(/^Enter go with the room · Esc stay · F3 /)
  })

  test('each key in another tone than what it does', () => {
    const line = statusView({state: states.open, lessons, style}, initialUiState(), {now: 1000, width: 78})
    expect(line.filter(({tone}) => tone === 'code').map(({text}) => text)).toEqual(
      expect.arrayContaining(['/hint', 'F1', 'F2', 'Ctrl-O']),
    )
    expect(line.find(({text}) => text.includes('help'))?.tone).toBe('dim')
  })

  test.each<[title: string, status: string, says: RegExp]>([
    [
      'in a lesson, where help is',
      shown('open'),
      /^\/hint · F1 help · Shift-Tab pane · F2 view · Ctrl-O zoom · Ctrl-D leave/,
    ],
    [
      'without a lesson, the help key',
      shown('freePlay'),
      /^F1 help · Shift-Tab pane · F2 view · Ctrl-O zoom · Ctrl-D leave/,
    ],
    ['on a passed step, how to continue', shown('passed'), /^Enter next step/],
    ['after the last question, how to continue', shownWith({quiz: over}), /^Enter continue/],
    [
      'in free play of a step, how to go back to it',
      shownWith({play: {...play, phase: 'free'}}),
      /^\/done back/,
    ],
    [
      'on the last step of all, once it is passed, how to continue',
      shownWith({play: end}),
      /^Enter continue/,
    ],
    ['while something runs, how to cancel it', shown('busy'), /^Ctrl-C cancel/],
    ['in the help, how to close it', shown('open', {page: 'help'}), /^Esc back/],
    ['in a zoomed pane, how to go back', shown('open', {zoomed: true}), /^Esc back/],
    [
      'after a paste, what to do with it',
      shown('open', {pasted: ['a', 'b']}),
      /^2 lines pasted: Enter runs them/,
    ],
    [
      'after the first Ctrl-C, how to leave',
      shown('open', {askedToLeave: 500}),
      /^Press Ctrl-C again to leave/,
    ],
    ['long after it, the keys again', shown('open', {askedToLeave: -2000}), /^\/hint/],
    [
      'while Tab goes through candidates, how to continue',
      shown('open', {
        menu: {
          candidates: [
            {text: 'GET', shown: 'GET'},
            {text: 'SET', shown: 'SET'},
          ],
          at: 1,
          typed: 'x',
        },
      }),
      /^Tab next · Enter run/,
    ],
  ])('%s', (_, status, says) => {
    expect(status).toMatch(says)
  })
})
