// The content of the lesson pane, the header and the help.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import type {Step} from '../../../src/model/lesson/lesson.ts'
import {lost} from '../../../src/model/lesson/verdict.ts'
import {labCommands, usageOf} from '../../../src/model/prompt/slash-commands.ts'
import type {LabState, Play} from '../../../src/model/state/lab-state.ts'
import {paintLesson} from '../../../src/ui/views/paint.ts'
import {Style} from '../../../src/views/draw/style.ts'
import type {Line} from '../../../src/views/draw/styled-text.ts'
import {headerView} from '../../../src/views/header.ts'
import {helpView} from '../../../src/views/help.ts'
import {lessonView, stepDots} from '../../../src/views/lesson.ts'
import {began, jumpOffered, line, played, polled, type StateName, states} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: true, unicode: true}})
const chinese = new Style({...style, language: 'zh'})
/** A painted line without its tones. */
const bare = (painted: string) => painted.replace(/\x1b\[\d*m/g, '')
const texts = (lines: readonly Line[]) => lines.map(spans => spans.map(one => one.text).join(''))
/** Roomy enough for every line on one row. */
const size = {columns: 400, rows: 60}

const view = (state: LabState, words: typeof style | typeof chinese = style) =>
  lessonView({state, lessons, style: words}, size)
const asked = (state: LabState) => texts(view(state).task)

describe('The lesson pane shows', () => {
  test('the text of the step, with ports filled in', () => {
    const {title, text} = view(states.open)
    expect(title).toBe('REPLICAOF: two replicas')
    expect(texts(text)[0]).toMatch(/^6379 is the shop: the lab has put three products into it/)
    expect(texts(text).join('\n')).not.toMatch(/[{}`]/)
  })

  test('the real ports if the stage uses other ports', () => {
    expect(texts(view(states.moved).text)[0]).toMatch(/^10379 is the shop.* 10380 and 10381/)
  })

  test('the text in Chinese', () => {
    expect(view(states.open, chinese).title).toBe('REPLICAOF：两个从节点')
    expect(texts(view(states.open, chinese).text)[0]).toMatch(/^6379 存放商店的数据/)
  })

  test('nothing in free play', () => {
    expect(view(states.freePlay)).toEqual({title: 'free play', text: [], task: [], opensAt: 0, keeps: 0})
  })

  test('each kind of paragraph in its own style, with blank lines between', () => {
    for (const lesson of lessons)
      for (const {id} of lesson.steps) {
        const blocks = texts(view(played(began(lesson.id, id))).text)
        const words = lesson.words.en.steps.find(step => step.id === id)
        expect(blocks.filter(text => text === '').length).toBe((words?.text.length ?? 0) - 1)
      }
  })
})

test('A line of code that is too wide for the pane goes on below, at a space', () => {
  const state = played([...began('scale-out', 'reshard'), polled('cluster')])
  const guessed: LabState = {
    ...state,
    ...(state.play && {play: {...state.play, phase: 'open', predicted: 'slots'}}),
  }
  const {text} = lessonView({state: guessed, lessons, style}, {columns: 49, rows: 60})
  const at = texts(text).findIndex(one => one.includes('--cluster-from'))
  expect(texts(text).slice(at)).toEqual([
    '    --cluster-from ID --cluster-to ID',
    '      --cluster-slots 100 --cluster-yes',
  ])
})

describe('The task shows', () => {
  test('while the nodes start, that they do', () => {
    const starting = played([...began('replicaof', 'follow'), {on: 'starting', stage: 'standalone'}])
    expect(asked(starting)).toEqual(['starting six redis-servers …'])
  })

  test('while the lab prepares the step, what it waits for', () => {
    const up: LabState = {...played(began('failover', 'kill')), status: 'ready'}
    expect(asked(up)).toEqual(['preparing this step …'])
    expect(asked(states.waiting)).toEqual([
      'This step waits: 6381 is down: it has no process',
      '/start 6381 brings it back.',
    ])
    const {snapshot} = states.waiting
    const late = snapshot && {...states.waiting, snapshot: {...snapshot, at: snapshot.at + 60_000}}
    expect(late && asked(late).at(-1)).toBe('/reset restores the start of this step.')
  })

  test('while the step is open, each goal, which are met, and why the others are not', () => {
    expect(asked(states.open)).toEqual([
      'Your turn: Make 6380 and 6381 replicas of 6379.',
      ' · 6380 follows 6379, and its link is up',
      '   6380 is a master; expected a replica of 6379',
      ' · 6381 follows 6379, and its link is up',
      '   6381 is a master; expected a replica of 6379',
    ])
    expect(asked(states.followed)).toContain(' ✔ 6380 follows 6379, and its link is up')
  })

  test('when the step is passed, what was achieved and how to continue', () => {
    const lines = asked(states.passed)
    expect(lines.some(text => text.startsWith('Done: 6379 now counts 2 replicas'))).toBe(true)
    expect(lines.at(-1)).toBe('Press Enter to continue')
    expect(lines.join('\n')).toContain('has copied its data: 3 keys')
  })

  test('while the instructor offers a jump, which Enter takes, that /next continues; in any room', () => {
    const state = {...states.passed, workshop: jumpOffered()}
    for (const [words, last] of [
      [style, 'Type /next to continue'],
      [chinese, '输入 /next 继续'],
    ] as const)
      for (const rows of [60, 5]) {
        const {task} = lessonView({state, lessons, style: words}, {...size, rows})
        expect(texts(task).at(-1)).toBe(last)
        expect(texts(task).join()).not.toContain('Enter')
      }
  })

  test('a hint that is asked for after the step was passed, in any room', () => {
    const hinted = played([{on: 'hinted'}], states.passed)
    for (const rows of [60, 5])
      expect(texts(lessonView({state: hinted, lessons, style}, {...size, rows}).task).join('\n')).toContain(
        'Hint 1',
      )
    expect(asked(states.passed).join('\n')).not.toContain('Hint')
  })

  test('when a goal can no longer be met, the way out', () => {
    const play = states.open.play
    const conditions = play?.conditions.map(({id}) => ({id, verdict: lost({key: 'ui.loading'})})) ?? []
    const lines = asked({...states.open, ...(play && {play: {...play, conditions}})})
    expect(lines.slice(1, 4)).toEqual([
      ' ✖ 6380 follows 6379, and its link is up',
      '   loading its data',
      '   /reset restores the start of this step.',
    ])
  })

  test('after a mistake, the text that helps, until it is corrected', () => {
    const invalid = line('REPLICAOF 127.0.0.1 abc', {type: 'error', text: 'ERR Invalid master port'})
    const mistaken = played([...invalid, polled('masters', 200)], states.open)
    expect(asked(mistaken).at(-1)).toBe(' ! The second argument must be the port, a number: 6379.')
    const ping = line('PING', {type: 'status', text: 'PONG'})
    const corrected = played([...ping, polled('masters', 400)], mistaken)
    expect(asked(corrected)).toEqual(asked(states.open))
  })

  test.each([
    [0, []],
    [1, ['Hint 1']],
    [3, ['Hint 3']],
    [4, ['Hint 3', 'No more hints']],
    [9, ['Hint 3', 'No more hints']],
  ])('after %i requests for a hint the last one, which says more than those before: %j', (times, hints) => {
    const state = played(
      Array.from({length: times}, () => ({on: 'hinted'}) as const),
      states.open,
    )
    const [gap, ...below] = asked(state).slice(5)
    // Where there is room, what is new stands apart.
    expect(gap).toBe(hints.length > 0 ? '' : undefined)
    expect(below.map(text => /Hint \d|No more hints/.exec(text)?.[0])).toEqual(hints)
  })
})

describe('In a small pane the task is in sight once something happened', () => {
  const small = {columns: 78, rows: 8}
  test.each<[StateName]>([['followed'], ['passed'], ['waiting'], ['hinted'], ['syncing'], ['failedOver']])(
    '%s: with its last line',
    name => {
      const {lines} = paintLesson(
        {state: states[name], lessons, style: new Style({...style, theme: {color: false, unicode: true}})},
        small,
        0,
      )
      const {task} = lessonView({state: states[name], lessons, style}, small)
      const last = texts(task).at(-1)?.trim() ?? ''
      expect(lines.join('\n').replace(/\x1b\[\d*m/g, '')).toContain(last)
    },
  )

  test('and its title shows how many hints were used, and what is hidden above and below', () => {
    const {notes, foot} = paintLesson({state: states.hinted, lessons, style}, small, -1, 'PgDn')
    expect(foot).toBe('/hint 3 of 3')
    expect(notes).toEqual([expect.stringMatching(/^\d+ above, \d+ below: PgUp PgDn$/)])
  })
})

describe('If not all fits, the lesson pane opens', () => {
  const crowded = {columns: 78, rows: 8}
  const plain = new Style({...style, theme: {color: false, unicode: true}})
  const first = (state: LabState) => paintLesson({state, lessons, style: plain}, crowded, 0).lines
  const play = states.hinted.play
  const stateWith = (change: Partial<Play>): LabState => ({
    ...states.hinted,
    ...(play && {play: {...play, ...change}}),
  })
  const untouched = {hints: 0, outcomes: [], conditions: []}

  test('at its top, for the text to be read', () => {
    const opened = played([...began('replicaof', 'full'), polled('replicas')])
    const shown = first(opened)
    expect(bare(shown[0] ?? '')).toBe(texts(lessonView({state: opened, lessons, style}, crowded).text)[0])
  })

  test('at the task, once the prediction is answered', () => {
    const shown = first(stateWith({...untouched, predicted: 'all'})).join('\n')
    expect(shown).toContain('You predicted')
    expect(shown).toContain('Your turn')
  })

  test('at the newest mistake and hint', () => {
    const shown = first(stateWith({mistake: 'is-master', hints: 3})).join('\n')
    expect(shown).toContain(' ! ')
    expect(shown).toContain('Hint 3')
  })

  test('at what happened, when the step is passed', () => {
    const passed = {...states.passed, play: {...states.passed.play, phase: 'passed'} as Play}
    expect(paintLesson({state: passed, lessons, style: plain}, {columns: 78, rows: 3}, 0).lines[0]).toMatch(
      /Done/,
    )
  })

  test('and every line can be reached', () => {
    const state = stateWith({mistake: 'is-master', predicted: 'all'})
    const {most, opens = 0} = paintLesson({state, lessons, style: plain}, crowded, 0)
    const seen = Array.from(
      {length: most + 1},
      (_, i) => paintLesson({state, lessons, style: plain}, crowded, i - opens).lines,
    ).flat()
    const {text, task} = lessonView({state, lessons, style: plain}, crowded)
    for (const one of texts([...text, ...task])) expect(seen.map(bare)).toContain(one)
  })

  test('a mistake made with a command of the lab is in sight, though the explanation is new, too', () => {
    const state = played(began('partition', 'alone'))
    const play = {...state.play, phase: 'open', predicted: 'runs', mistake: 'replica-too'} as Play
    const {lines} = paintLesson(
      {state: {...state, status: 'ready', play}, lessons, style: plain},
      {columns: 78, rows: 9},
      0,
    )
    expect(lines.join('\n')).toContain('is on the same side, so nobody on the other side can')
  })

  test('goals that are met become one line if the task is too long', () => {
    const {play: open} = states.open
    const met = open?.conditions.map(({id}) => ({id, verdict: {is: 'met'} as const})) ?? []
    const crowd = {...open, conditions: met, hints: 3, mistake: 'on-the-master'} as Play
    const shown = paintLesson(
      {state: {...states.open, play: crowd}, lessons, style: plain},
      {columns: 78, rows: 6},
      0,
    )
    expect(shown.lines.join('\n')).toContain(`${met.length} of ${met.length} done`)
    expect(shown.lines.join('\n')).toContain('Your turn')
  })
})

describe('The dots show the steps of a lesson', () => {
  const three = ['a', 'b', 'c'].map(id => ({id}) as Step)
  const lesson = {id: 'one', steps: three} as unknown as Parameters<typeof stepDots>[0]
  const once = {at: 0, seconds: 1, hints: 0, solved: false, changes: []}
  const at = (step: string, ...passed: readonly string[]): LabState => ({
    ...states.freePlay,
    passed: {one: Object.fromEntries(passed.map(id => [id, once])), other: {c: once}},
    play: {lesson: 'one', step, phase: 'open', outcomes: [], conditions: [], hints: 0, changes: []},
  })

  test.each([
    [at('a'), '◉○○', '@..'],
    [at('b', 'a'), '●◉○', '#@.'],
    [at('b', 'a', 'b', 'c'), '●◉●', '#@#'],
  ])('%#', (state, dots, ascii) => {
    expect(stepDots(lesson, state, style)).toBe(dots)
    expect(stepDots(lesson, state, new Style({...style, theme: {color: true, unicode: false}}))).toBe(ascii)
  })
})

describe('The header shows', () => {
  const row = (name: StateName, width = 120) =>
    texts([headerView({state: states[name], lessons, style}, width)])[0]?.trimEnd()

  test.each<[StateName, says: RegExp]>([
    ['starting', /free play.*starting six redis-servers …$/],
    ['freePlay', /free play.*6379: cluster ok · 16384\/16384 · epoch 6$/],
    ['open', /replicaof · step 2 of \d+ .*standalone · 6 of 6 up$/],
    // As the node at the prompt reports it.
    ['failed', /6480: cluster fail · \d+\/16384/],
    ['failedOver', /failover · step \d+ of \d+ .*6379: cluster ok · 16384\/16384 · epoch 7$/],
    ['paused', /6379: cluster ok/],
  ])('%s: %s', (name, says) => {
    expect(row(name)).toMatch(says)
  })

  test('that redirects are followed, and the cluster state in any room', () => {
    const following = played([{on: 'following', is: true}], states.failedOver)
    const said = (width: number) =>
      texts([headerView({state: following, lessons, style}, width)])[0]?.trimEnd()
    expect(said(120)).toMatch(/failover · step \d+ of \d+ .*\/cluster on · 6379: cluster ok/)
    expect(said(60)).toMatch(/^failover · step \d+ of \d+ +\/cluster on · 6379: cluster ok$/)
    expect(said(50)).toMatch(/^failover · \d+\/\d+ +\/cluster on · 6379: cluster ok$/)
  })

  /** Slots and epochs are shown once a step was about them. */
  const whollyExplained = (id: string) => {
    if (id === 'build') return /6480.*(ok|fail)(?: · \d+\/16384)?$/
    const order = lessons.map(lesson => lesson.id)
    if (order.indexOf(id) >= order.indexOf('failover'))
      return /6480.*(ok|fail) · \d+\/16384 · (epoch|纪元) \d+$/
    return id.startsWith('readonly-') || id === 'slots' ? /6480.*(ok|fail) · \d+\/16384$/ : /6480.*(ok|fail)$/
  }

  test('nothing on the first screen that its step does not explain: no slots, no epoch', () => {
    const state = played([...began('tour', 'look'), {on: 'starting', stage: 'cluster'}, polled('cluster')])
    const header = headerView({state: {...state, status: 'ready'}, lessons, style}, 120)
    expect(texts([header])[0]).toMatch(/tour · step 1 of \d+ .* 6379: cluster ok$/)
  })

  test('at 80 columns the whole state, whether ok or fail, in every step, in free play, in every language', () => {
    const faults = lessons.flatMap(lesson =>
      lesson.steps.flatMap(({id}) =>
        [style, chinese].flatMap(words =>
          (['cluster', 'failed'] as const).flatMap(situation =>
            (['open', 'free'] as const).flatMap(phase => {
              const at = played([...began(lesson.id, id), {on: 'used', node: '6480'}, polled(situation)])
              const state = {...at, status: 'ready', ...(at.play && {play: {...at.play, phase}})} as LabState
              const row = texts([headerView({state, lessons, style: words}, 80)])[0] ?? ''
              const whole = whollyExplained(lesson.id).test(row)
              return whole && row.includes(`${lesson.id} · `) ? [] : [row]
            }),
          ),
        ),
      ),
    )
    expect(faults).toEqual([])
  })

  test('how many nodes answer if there is no cluster state', () => {
    const killed = played([
      {on: 'ready', roster: rosterAt(6379)},
      {on: 'used', node: '6381'},
      polled('killed'),
    ])
    expect(texts([headerView({state: killed, lessons, style}, 120)])[0]).toMatch(/5 of 6 up/)
  })
})

describe('The help', () => {
  test.each([[style], [chinese]])('lists every command of the lab and the keys: %#', words => {
    const lines = texts(helpView(words, 100)).join('\n')
    for (const command of labCommands) expect(lines).toContain(words.translate(usageOf(command)))
    for (const key of ['Tab', 'Shift-Tab', 'Ctrl-O', 'Ctrl-C', 'Ctrl-D', 'Ctrl-A'])
      expect(lines).toContain(key)
  })
})
