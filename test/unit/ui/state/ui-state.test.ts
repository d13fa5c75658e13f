// What each key changes in the UI state, and what it asks the lab to do. Editing the line is tested in line-editor.test.ts.

import {describe, expect, test} from 'vitest'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabState, Play} from '../../../../src/model/state/lab-state.ts'
import {
  type Effect,
  initialUiState,
  lessonScroll,
  opened,
  paneOf,
  press,
  type UiState,
  viewed,
  type World,
} from '../../../../src/ui/state/ui-state.ts'
import type {Key, KeyName} from '../../../../src/ui/terminal/keys.ts'
import {lessonPage} from '../../../../src/views/lesson.ts'
import {docsOf} from '../../model/usual-docs.ts'

const limit = {most: 20, page: 6}
const healthy: World = {
  lab: {...initialState(), docs: docsOf('CONFIG GET', 'CONFIG SET', 'GET', 'GETRANGE')},
  running: false,
  stops: [
    {lesson: 'replicaof', step: 'look'},
    {lesson: 'replicaof', step: 'follow'},
  ],
  now: 100_000,
  oneAtATime: false,
  limits: {lesson: limit, nodes: limit, transcript: limit, page: limit},
}
const playing = (phase: Play['phase']): World => {
  const play: Play = {
    lesson: 'replicaof',
    step: 'look',
    phase,
    outcomes: [],
    conditions: [],
    hints: 0,
    changes: [],
  }
  return {...healthy, lab: {...healthy.lab, play} satisfies LabState}
}
/** A recall of one question, of which so many are answered. */
const quizzing = (answered: number): World => {
  const questions = [{lesson: 'replicaof', question: 'recall/x'}]
  const said = questions.slice(0, answered).map(() => 'a')
  return {...healthy, lab: {...healthy.lab, quiz: {why: 'recall', questions, chosen: said}}}
}

const key = (name: KeyName): Key => ({key: name})
const text = (typed: string): Key => ({text: typed})
const pasted = (what: string): Key => ({paste: what})

type Pressed = Readonly<{ui: UiState; effects: readonly Effect[]}>

/** Keys one after another; names are keys, everything else is typed. */
function presses(keys: readonly (Key | KeyName)[], world = healthy, ui = initialUiState()): Pressed {
  return keys.reduce<Pressed>(
    (before, one) => {
      const step = press(before.ui, typeof one === 'string' ? key(one) : one, world)
      return {ui: step.ui, effects: [...before.effects, ...step.effects]}
    },
    {ui, effects: []},
  )
}

/** What was typed. */
const run = (...lines: readonly string[]): Effect => ({effect: 'run', lines, typed: true})
/** What a key stands for. */
const goes = (line: string): Effect => ({effect: 'run', lines: [line], typed: false})

describe('In the list of lessons', () => {
  const listed: UiState = {...initialUiState(), chosen: 0}

  test.each<
    [title: string, keys: readonly KeyName[], effects: readonly Effect[], chosen: number | undefined]
  >([
    ['Enter opens the selected step', ['enter'], [goes('/lessons replicaof look')], undefined],
    ['Down selects the next one', ['down'], [], 1],
    ['Down stops at the last one', ['down', 'down', 'page-down'], [], 1],
    ['Up goes back and stops at the first one', ['down', 'up', 'up'], [], 0],
    ['End selects the last one', ['end'], [], 1],
    ['Home selects the first one', ['end', 'home'], [], 0],
    ['Escape closes it', ['escape'], [], undefined],
    ['Ctrl-C closes it too', ['ctrl-c'], [], undefined],
  ])('%s', (_, keys, effects, chosen) => {
    const after = presses(keys, healthy, listed)
    expect(after.effects).toEqual(effects)
    expect(after.ui.chosen).toBe(chosen)
  })
})

describe('Enter', () => {
  test.each<[title: string, keys: readonly (Key | KeyName)[], world: World, effects: readonly Effect[]]>([
    ['runs the line', [text('PING'), 'enter'], healthy, [run('PING')]],
    ['runs nothing if nothing is typed', ['enter'], healthy, []],
    ['runs nothing for spaces', [text('   '), 'enter'], healthy, []],
    ['opens the next step when the step is passed', ['enter'], playing('passed'), [goes('/next')]],
    ['runs a typed line even then', [text('PING'), 'enter'], playing('passed'), [run('PING')]],
    ['opens nothing while the step is open', ['enter'], playing('open'), []],
    ['opens nothing while the step is being prepared', ['enter'], playing('preparing'), []],
    ['continues after a quiz', ['enter'], quizzing(1), [goes('/next')]],
    ['does not continue while a question is open', ['enter'], quizzing(0), []],
    ['runs each of two lines', [text('A'), 'enter', text('B'), 'enter'], healthy, [run('A'), run('B')]],
    ['closes the help', ['f1', 'enter'], playing('passed'), []],
  ])('%s', (_, keys, world, effects) => {
    expect(presses(keys, world).effects).toEqual(effects)
  })

  test('clears the line, keeps it in the history, and scrolls to the newest reply', () => {
    const scrolled = {...initialUiState(), scroll: {...initialUiState().scroll, transcript: 7}}
    const {ui} = presses([text('PING'), 'enter'], healthy, scrolled)
    expect(ui.editor).toMatchObject({text: '', history: ['PING']})
    expect(ui.scroll.transcript).toBe(0)
  })

  test('leaves the lesson where it was scrolled to, until it has something new to show', () => {
    const world = playing('open')
    const {ui} = presses(['page-down', text('GET k'), 'enter'], world)
    expect([ui.scroll.lesson, lessonScroll(ui, world.lab)]).toEqual([5, 5])
    expect(lessonScroll(ui, playing('passed').lab)).toBe(0)
  })
})

describe('A paste', () => {
  test.each<[title: string, what: string, typed: string]>([
    ['of one line is typed at the cursor', 'SET k v', 'SET k v'],
    ['of one line with its line end runs nothing', 'SET k v\r\n', 'SET k v'],
    ['of nothing types nothing', '', ''],
    ['of blank lines types nothing', '\r\n \r\n', ''],
    ['of one line between blank ones is typed', '\n\nSET k v\n', 'SET k v'],
  ])('%s', (_, what, typed) => {
    const {ui, effects} = presses([pasted(what)])
    expect([ui.editor.text, ui.pasted, effects]).toEqual([typed, [], []])
  })

  const three = 'SET a 1\r\nSET b 2\r\rGET a\n'
  test.each<[title: string, keys: readonly (Key | KeyName)[], effects: readonly Effect[], waiting: number]>([
    ['of several lines waits', [pasted(three)], [], 3],
    [
      'of several lines is run by Enter, one after the other',
      [pasted(three), 'enter'],
      [run('SET a 1', 'SET b 2', 'GET a')],
      0,
    ],
    [
      'of several lines is run only once',
      [pasted(three), 'enter', 'enter'],
      [run('SET a 1', 'SET b 2', 'GET a')],
      0,
    ],
    ['of several lines is dropped by Ctrl-C', [pasted(three), 'ctrl-c', 'enter'], [], 0],
    ['of several lines is dropped by Escape', [pasted(three), 'escape', 'enter'], [], 0],
    ['of several lines replaces the previous paste', [pasted(three), pasted('A\nB')], [], 2],
  ])('%s', (_, keys, effects, waiting) => {
    const done = presses(keys)
    expect([done.effects, done.ui.pasted.length]).toEqual([effects, waiting])
  })

  test('of several lines does not change the line being typed', () => {
    expect(presses([text('dra'), pasted(three), 'enter']).ui.editor.text).toBe('dra')
  })
})

describe('Ctrl-C', () => {
  const cancel: Effect = {effect: 'cancel'}
  const leave: Effect = {effect: 'leave'}
  const running = {...healthy, running: true}

  test.each<
    [title: string, keys: readonly (Key | KeyName)[], world: World, effects: readonly Effect[], typed: string]
  >([
    ['cancels what runs', ['ctrl-c'], running, [cancel], ''],
    ['cancels what runs before it clears the line', [text('GET'), 'ctrl-c'], running, [cancel], 'GET'],
    [
      'never leaves while something runs',
      ['ctrl-c', 'ctrl-c', 'ctrl-c'],
      running,
      [cancel, cancel, cancel],
      '',
    ],
    ['clears the line', [text('GET'), 'ctrl-c'], healthy, [], ''],
    ['first shows how to leave', ['ctrl-c'], healthy, [], ''],
    ['leaves the second time', ['ctrl-c', 'ctrl-c'], healthy, [leave], ''],
    ['clears the line before it shows how to leave', [text('GET'), 'ctrl-c', 'ctrl-c'], healthy, [], ''],
    ['shows it again after any other key', ['ctrl-c', text('x'), 'backspace', 'ctrl-c'], healthy, [], ''],
    [
      'leaves after it cleared the line and showed how',
      [text('GET'), 'ctrl-c', 'ctrl-c', 'ctrl-c'],
      healthy,
      [leave],
      '',
    ],
  ])('%s', (_, keys, world, effects, typed) => {
    const done = presses(keys, world)
    expect([done.effects, done.ui.editor.text]).toEqual([effects, typed])
  })

  test.each([
    [1999, [leave]],
    [2000, []],
  ])('again after %i ms: %j', (ms, effects) => {
    const {ui} = presses(['ctrl-c'])
    expect(presses(['ctrl-c'], {...healthy, now: healthy.now + ms}, ui).effects).toEqual(effects)
  })
})

describe('Other keys', () => {
  test.each<[keys: readonly (Key | KeyName)[], effects: readonly Effect[]]>([
    [['ctrl-d'], [{effect: 'leave'}]],
    [[text('GET'), 'ctrl-d'], []],
    [['ctrl-z'], [{effect: 'suspend'}]],
    [['ctrl-l'], [{effect: 'redraw'}]],
    [['ctrl-x'], []],
  ])('%j: %j', (keys, effects) => {
    expect(presses(keys).effects).toEqual(effects)
  })

  test('Ctrl-L clears the transcript, and the first key that scrolls up shows it again', () => {
    const {ui} = presses(['ctrl-l'])
    expect(ui.cleared).toEqual({upTo: 0, but: []})
    const back = presses(['page-up'], healthy, ui).ui
    expect([back.cleared, back.scroll.transcript]).toEqual([undefined, 0])
    expect(presses(['page-up'], healthy, back).ui.scroll.transcript).toBeGreaterThan(0)
  })

  test('Ctrl-D in a line deletes the character under the cursor', () => {
    expect(presses([text('GET'), 'home', 'ctrl-d']).ui.editor.text).toBe('ET')
  })

  test.each<[keys: readonly KeyName[], line: string, cursor: number]>([
    [['ctrl-a'], 'SET key', 0],
    [['home', 'ctrl-e'], 'SET key', 7],
    [['ctrl-b'], 'SET key', 6],
    [['left', 'ctrl-f'], 'SET key', 7],
    [['word-left'], 'SET key', 4],
    [['home', 'word-right'], 'SET key', 3],
    [['ctrl-w'], 'SET ', 4],
    [['ctrl-u'], '', 0],
    [['home', 'ctrl-k'], '', 0],
    [['ctrl-w', 'ctrl-y'], 'SET key', 7],
    [['ctrl-t'], 'SET kye', 7],
    [['ctrl-h'], 'SET ke', 6],
    [['backspace'], 'SET ke', 6],
    [['home', 'delete'], 'ET key', 0],
    [['home', 'right', 'left', 'end'], 'SET key', 7],
    [['up'], 'SET key', 7],
    [['down'], 'SET key', 7],
  ])('%j in a line of two words: %j', (keys, line, cursor) => {
    expect(presses([text('SET key'), ...keys]).ui.editor).toMatchObject({text: line, cursor})
  })

  test.each([
    ['up', 'down'],
    ['ctrl-p', 'ctrl-n'],
  ] as const)('%s and %s go through the history', (up, down) => {
    const {ui} = presses([text('one'), 'enter', text('two'), 'enter', text('dra')])
    const lines = [up, up, up, down, down].map(
      (_, i, all) => presses(all.slice(0, i + 1), healthy, ui).ui.editor.text,
    )
    expect(lines).toEqual(['two', 'one', 'one', 'two', 'dra'])
  })
})

describe('While the history is searched', () => {
  const used = initialUiState(['SET cart:1 book', 'GET cart:1', 'INFO replication', 'GET cart:2'])
  const searched = (...keys: readonly (Key | KeyName)[]) => presses(keys, healthy, used)
  const line = (...keys: readonly (Key | KeyName)[]) => searched(...keys).ui.editor.text

  test.each<[title: string, keys: readonly (Key | KeyName)[], effects: readonly Effect[], typed: string]>([
    ['Enter runs the line found', ['ctrl-r', text('car'), 'enter'], [run('GET cart:2')], ''],
    ['Ctrl-R continues to older lines', ['ctrl-r', text('car'), 'ctrl-r', 'enter'], [run('GET cart:1')], ''],
    [
      'Ctrl-S goes back to newer lines',
      ['ctrl-r', text('car'), 'ctrl-r', 'ctrl-r', 'ctrl-s', 'tab'],
      [],
      'GET cart:1',
    ],
    ['Tab takes the line to the prompt', ['ctrl-r', text('book'), 'tab'], [], 'SET cart:1 book'],
    ['Escape does so too', ['ctrl-r', text('book'), 'escape'], [], 'SET cart:1 book'],
    [
      'any other key takes the line and then does what it always does',
      ['ctrl-r', text('book'), 'ctrl-w'],
      [],
      'SET cart:1 ',
    ],
    ['Ctrl-G returns to what was typed', [text('dra'), 'ctrl-r', text('book'), 'ctrl-g'], [], 'dra'],
    ['Ctrl-C does so too', [text('dra'), 'ctrl-r', text('book'), 'ctrl-c'], [], 'dra'],
    ['without a match the line stays', [text('dra'), 'ctrl-r', text('nosuch'), 'tab'], [], 'dra'],
    [
      'the last match stays if the longer query has none',
      ['ctrl-r', text('cart'), text('x'), 'tab'],
      [],
      'GET cart:2',
    ],
    [
      'Backspace goes back to the previous match',
      ['ctrl-r', text('G'), text('x'), 'backspace', 'tab'],
      [],
      'GET cart:2',
    ],
    ['a paste is searched for', ['ctrl-r', pasted('replica\nx'), 'tab'], [], 'INFO replication'],
  ])('%s', (_, keys, effects, typed) => {
    const {ui, effects: came} = searched(...keys)
    expect(came).toEqual(effects)
    expect(ui.editor.text).toBe(typed)
    expect(ui).not.toHaveProperty('search')
  })

  test('Up continues from the line found, and Down returns to what was typed', () => {
    expect(line('ctrl-r', text('repl'), 'up')).toBe('GET cart:1')
    expect(line(text('dra'), 'ctrl-r', text('repl'), 'tab', 'down', 'down')).toBe('dra')
  })
})

describe('Tab', () => {
  test.each<[title: string, keys: readonly (Key | KeyName)[], line: string]>([
    ['completes the only candidate', [text('/rese'), 'tab'], '/reset'],
    ['completes nothing without a candidate', [text('xyz'), 'tab'], 'xyz'],
    ['completes nothing if nothing is typed', ['tab'], ''],
    ['gives the first of several', [text('conf'), 'tab'], 'CONFIG GET '],
    ['then the next', [text('conf'), 'tab', 'tab'], 'CONFIG SET '],
    ['then the first again', [text('conf'), 'tab', 'tab', 'tab'], 'CONFIG GET '],
    ['Shift-Tab goes back', [text('conf'), 'tab', 'tab', 'shift-tab'], 'CONFIG GET '],
    [
      'starts over after another key',
      [text('get'), 'tab', 'backspace', 'backspace', 'tab', text('x')],
      'GETRANGE x',
    ],
    ['completes a node', [text('@6480'), 'tab'], '@6480 '],
    [
      'completes the end of the line, wherever the cursor is',
      [text('/rese'), 'home', 'tab', text('!')],
      '/reset!',
    ],
  ])('%s', (_, keys, line) => {
    expect(presses(keys).ui.editor.text).toBe(line)
  })

  test('shows the candidates until another key is pressed', () => {
    const {ui} = presses([text('conf'), 'tab', 'tab'])
    expect(ui.menu).toMatchObject({at: 1, typed: 'conf'})
    for (const other of [text('x'), key('left'), key('escape'), key('enter'), pasted('x')])
      expect(press(ui, other, healthy).ui).not.toHaveProperty('menu')
  })
})

describe('Help and panes', () => {
  test('F1 opens the help at its top and closes it', () => {
    const scrolled = {...initialUiState(), scroll: {...initialUiState().scroll, page: 5}}
    const {ui} = presses(['f1'], healthy, scrolled)
    expect([ui.page, ui.scroll.page]).toEqual(['help', 0])
    expect(presses(['f1'], healthy, ui).ui.page).toBeUndefined()
  })

  test('typing closes the help, and is typed', () => {
    const {ui} = presses(['f1', text('P')])
    expect([ui.page, ui.editor.text]).toEqual([undefined, 'P'])
  })

  test('Shift-Tab goes through the panes', () => {
    const panes = [1, 2, 3].map(
      times =>
        presses(
          Array.from({length: times}, () => 'shift-tab' as const),
          playing('open'),
        ).ui.pane,
    )
    expect(panes).toEqual(['nodes', 'transcript', 'lesson'])
  })

  test('without a lesson pane the nodes are selected', () => {
    expect(paneOf(initialUiState(), false)).toBe('nodes')
    expect(presses(['shift-tab']).ui.pane).toBe('transcript')
    expect(presses(['shift-tab', 'shift-tab']).ui.pane).toBe('nodes')
    expect(paneOf(presses(['page-down']).ui, true)).toBe('lesson')
  })

  test('F2 goes through the views of the nodes; PgDn goes on to scroll the lesson, unless only one pane is in sight', () => {
    expect(presses(['f2'], playing('open')).ui).toMatchObject({pane: 'lesson', view: 'opinions'})
    const tiny = {...playing('open'), oneAtATime: true}
    expect(presses(['f2'], tiny).ui).toMatchObject({pane: 'nodes', view: 'opinions'})
    expect(presses(['ctrl-o', 'f2'], playing('open')).ui).toMatchObject({pane: 'nodes', zoomed: true})
  })

  test('A new step is shown even if another pane was chosen or filled the screen', () => {
    const zoomed = presses(['shift-tab', 'ctrl-o'], playing('open')).ui
    expect(opened(zoomed, {place: 'slots/ask', view: 'slots', asks: false})).toMatchObject({
      pane: 'lesson',
      zoomed: false,
    })
  })

  test('Questions are shown even if another pane was chosen or filled the screen, and leave the view of the nodes as it is', () => {
    const place = {place: 'slots/ask', view: 'slots', asks: false} as const
    const chosen = {
      ...viewed(opened(initialUiState(), place), 'timeline'),
      pane: 'nodes',
      zoomed: true,
    } as const
    const asked = opened(chosen, {...place, asks: true})
    expect(asked).toMatchObject({pane: 'lesson', zoomed: false, view: 'timeline'})
    // While they are asked, the learner may look at something else.
    const elsewhere = {...asked, pane: 'nodes'} as const
    expect(opened(elsewhere, {...place, asks: true})).toBe(elsewhere)
    expect(opened(elsewhere, place)).toMatchObject({pane: 'nodes', view: 'timeline'})
  })

  test('A step opens the view that it is about; the view that the learner chose stays until another step begins', () => {
    const slots = {place: 'slots/ask', view: 'slots', asks: false} as const
    const at = opened(initialUiState(), slots)
    expect(at).toMatchObject({view: 'slots', pane: 'lesson'})
    const chosen = viewed(at, 'timeline')
    expect(opened(chosen, slots).view).toBe('timeline')
    expect(opened(chosen, {...slots, place: 'slots/asking'}).view).toBe('slots')
    expect(opened(opened(chosen, {place: 'slots/slot', view: 'nodes', asks: false}), slots).view).toBe(
      'slots',
    )
  })

  test('Ctrl-O zooms and unzooms; Escape unzooms and closes the help', () => {
    expect(presses(['ctrl-o']).ui.zoomed).toBe(true)
    expect(presses(['ctrl-o', 'ctrl-o']).ui.zoomed).toBe(false)
    expect(presses(['f1', 'ctrl-o']).ui).toMatchObject({zoomed: true})
    expect(presses(['f1', 'ctrl-o']).ui).not.toHaveProperty('page')
    expect(presses(['ctrl-o', 'f1', 'escape']).ui).toMatchObject({zoomed: false})
    expect(presses(['ctrl-o', 'f1', 'escape']).ui).not.toHaveProperty('page')
  })
})

describe('Scrolling', () => {
  const at = (pane: UiState['pane'], lines: number, help = false): UiState => ({
    ...initialUiState(),
    pane,
    ...(help && {page: 'help'}),
    lessonPage: lessonPage(playing('open').lab),
    scroll: {...initialUiState().scroll, [help ? 'page' : pane]: lines},
  })

  test.each<[pane: UiState['pane'], KeyName, from: number, to: number]>([
    // The lesson and the nodes are counted from their first line.
    ['lesson', 'page-down', 0, 5],
    ['lesson', 'page-down', 18, 20],
    ['lesson', 'page-up', 18, 13],
    ['lesson', 'page-up', 3, 0],
    ['lesson', 'shift-down', 0, 1],
    ['lesson', 'shift-down', 20, 20],
    ['lesson', 'shift-up', 0, 0],
    ['nodes', 'shift-down', 4, 5],
    // The transcript is counted from its newest.
    ['transcript', 'page-up', 0, 5],
    ['transcript', 'page-up', 18, 20],
    ['transcript', 'page-down', 3, 0],
    ['transcript', 'shift-up', 4, 5],
    ['transcript', 'wheel-up', 4, 7],
    ['transcript', 'wheel-down', 4, 1],
    ['transcript', 'shift-down', 4, 3],
    ['transcript', 'shift-down', 0, 0],
    // What was scrolled far may have become short meanwhile: the first key already moves.
    ['lesson', 'shift-up', 90, 19],
    ['transcript', 'shift-down', 90, 19],
  ])('moves the %s by %s from %i to %i', (pane, name, from, to) => {
    expect(presses([name], playing('open'), at(pane, from)).ui.scroll[pane]).toBe(to)
  })

  test('moves the lesson from where it opens, in both directions', () => {
    const world = {...playing('open'), limits: {...healthy.limits, lesson: {most: 20, page: 6, opens: 8}}}
    expect(presses(['page-up'], world).ui.scroll.lesson).toBe(-5)
    expect(presses(['page-up', 'page-up', 'page-up'], world).ui.scroll.lesson).toBe(-8)
    expect(presses(['page-down', 'page-down', 'page-down'], world).ui.scroll.lesson).toBe(12)
  })

  test('moves the transcript if there is no lesson', () => {
    const {scroll} = presses(['page-up'], healthy, at('lesson', 0)).ui
    expect(scroll).toEqual({lesson: 0, nodes: 0, transcript: 5, page: 0})
  })

  test('moves the help while it is shown, and nothing else', () => {
    const {ui} = presses(['page-down'], healthy, at('lesson', 0, true))
    expect(ui.scroll).toEqual({lesson: 0, nodes: 0, transcript: 0, page: 5})
  })

  test('moves at least a line, even on the smallest page', () => {
    const tiny = {...playing('open'), limits: {...healthy.limits, lesson: {most: 20, page: 1}}}
    expect(presses(['page-down'], tiny).ui.scroll.lesson).toBe(1)
  })

  test('moves nothing if everything is in sight', () => {
    const short = {...playing('open'), limits: {...healthy.limits, lesson: {most: 0, page: 6}}}
    expect(presses(['page-down', 'shift-down'], short).ui.scroll.lesson).toBe(0)
  })
})

describe('The line that the lab offers', () => {
  const entry = {id: 1, by: 'learner', typed: '、hint', node: '6379', running: false, at: 0} as const
  const message = {key: 'line.fullWidth', values: {signs: '、', line: '/hint'}} as const
  const offering: World = {...healthy, lab: {...healthy.lab, entries: [{...entry, parts: [{message}]}]}}

  test('runs with Enter, and Up finds it', () => {
    const {ui, effects} = presses(['enter'], offering)
    expect([effects, presses(['up'], offering, ui).ui.editor.text]).toEqual([
      [{effect: 'run', lines: ['/hint'], typed: true}],
      '/hint',
    ])
  })

  test('comes to the prompt with Tab', () => {
    expect(presses(['tab'], offering).ui.editor.text).toBe('/hint')
    expect(presses([text('GETR'), 'tab'], offering).ui.editor.text).toBe('GETRANGE ')
  })
})

test('A shell line that ends in a backslash waits for the rest of it, typed or pasted', () => {
  const typed = presses([text('redis-cli -p 6380 \\'), 'enter', text('GET a'), 'enter'])
  expect(typed.effects).toEqual([{effect: 'run', lines: ['redis-cli -p 6380 GET a'], typed: true}])
  expect(presses([pasted('redis-cli -p 6380 \\\n  GET a\nPING')]).ui.pasted).toEqual([
    'redis-cli -p 6380 GET a',
    'PING',
  ])
})
