// A replay: it plays, pauses and goes back, and each moment looks as it did in the lab.

import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {nominalRoster, rosterAt} from '../../../src/model/cluster/node.ts'
import {nodesViews} from '../../../src/model/lesson/nodes-view.ts'
import type {Frame} from '../../../src/model/recording/recording.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import type {LabEvent} from '../../../src/model/state/lab-state.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'
import {Replay, speeds} from '../../../src/replay/replay.ts'
import {SegmentReader} from '../../../src/replay/segment-reader.ts'
import {initialUiState} from '../../../src/ui/state/ui-state.ts'
import {paintLesson, paintNodes} from '../../../src/ui/views/paint.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {lineWidth} from '../../../src/views/draw/styled-text.ts'
import {headerView} from '../../../src/views/header.ts'
import {replayView} from '../../../src/views/replay.ts'
import {createTranscriptView} from '../../../src/views/transcript.ts'
import {recorded, recordedAt, type Situation} from '../recorded/recording.ts'
import {tapeWith} from '../recorded/tape.ts'
import {began, line, update} from '../ui/states.ts'

const style = new Style({language: 'en', theme: {color: false, unicode: true}})
const situations: readonly Situation[] = ['cluster', 'killed', 'suspected', 'failed', 'promoted', 'returned']
const events: readonly LabEvent[] = [
  {on: 'starting', stage: 'cluster'},
  {on: 'ready', roster: rosterAt(6379)},
  ...began('failover', 'kill'),
  ...line('GET foo', {type: 'error', text: 'MOVED 12182 127.0.0.1:6381'}),
  ...situations.map((one, i): LabEvent => ({on: 'polled', snapshot: recorded(one, recordedAt + i * 200)})),
]

/** One frame every 100 ms from 1000 on. */
function frames(): readonly Frame[] {
  let state = initialState()
  return events.map((event, i) => {
    state = update(state, event)
    return {at: 1000 + i * 100, state}
  })
}
const all = frames()
const last = 1000 + (events.length - 1) * 100

/** Everything a screen shows of a state. */
function screen(state: Frame['state'], at: number): string {
  const size = {columns: 100, rows: 30}
  const panes = nodesViews.map(
    view => paintNodes({state, lessons, style}, size, {...initialUiState(), view}).lines,
  )
  const lesson = paintLesson({state, lessons, style}, size, 0).lines
  const transcript = createTranscriptView()(
    {state, lessons, style},
    {columns: 100, rows: 30},
    {scrolled: 0, now: at},
  ).lines
  return JSON.stringify([headerView({state, lessons, style}, 100), panes, lesson, transcript])
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('Each moment of a recorded failover looks as it did, also when read from a file', () => {
  using replay = new Replay(tapeWith(all), lessons)
  for (const {at, state} of all) {
    replay.seek(at)
    expect(screen(replay.state(), at)).toBe(screen(state, at))
  }
})

test('A lesson that this version does not have is named in the transcript by its id, and its sentences are left out', () => {
  const place = {lesson: 'theirs', step: 'one'}
  const parts: readonly LabEvent[] = [
    {on: 'typed', id: 1, by: 'learner', typed: '/solve', at: 1},
    {on: 'lessonBegan', id: 1, lesson: 'theirs', stage: 'cluster'},
    {on: 'explained', id: 1, ...place, solution: 'set', sentence: 0},
    // Known, but without this step.
    {on: 'explained', id: 1, lesson: 'failover', step: 'nothing-we-know', solution: 'set', sentence: 0},
  ]
  using replay = new Replay(tapeWith([{at: 1000, state: parts.reduce(update, initialState())}]), lessons)
  const shown = screen(replay.state(), 1000)
  expect(shown).toContain('── theirs ')
  expect(shown).not.toContain('# ')
})

test('Questions for which this version has no words are not shown, also without a lesson', () => {
  const asked = (question: string) => ({
    at: 1000,
    state: {
      ...initialState(),
      quiz: {why: 'review', questions: [{lesson: 'replicaof', question}], chosen: []} as const,
    },
  })
  for (const [question, isShown] of [
    ['recall/address', true],
    ['recall/nothing-we-know', false],
  ] as const) {
    using replay = new Replay(tapeWith([asked(question)]), lessons)
    expect(replay.state().quiz !== undefined).toBe(isShown)
    expect(() => screen(replay.state(), 1000)).not.toThrow()
  }
})

describe('A replay', () => {
  test('opens at the end, and plays from the beginning', () => {
    using replay = new Replay(tapeWith(all), lessons)
    expect(replay.position()).toEqual({at: last, from: 1000, to: last, playing: false, speed: 1})
    replay.play()
    expect(replay.position()).toMatchObject({at: 1000, playing: true})
    vi.advanceTimersByTime(500)
    expect(replay.position().at).toBe(1500)
    expect(replay.state()).toEqual(all[5]?.state)
    vi.advanceTimersByTime(60_000)
    expect(replay.position()).toMatchObject({at: last, playing: false})
  })

  test('can be paused', () => {
    using replay = new Replay(tapeWith(all), lessons)
    replay.play()
    vi.advanceTimersByTime(200)
    replay.pause()
    vi.advanceTimersByTime(5000)
    expect(replay.position()).toMatchObject({at: 1200, playing: false})
  })

  test('steps from change to change, and not beyond its ends', () => {
    using replay = new Replay(tapeWith(all), lessons)
    replay.seek(0)
    expect(replay.position().at).toBe(1000)
    replay.step(-1)
    expect(replay.position().at).toBe(1000)
    replay.step(1)
    expect(replay.state()).toEqual(all[1]?.state)
    replay.seek(9e15)
    replay.step(1)
    expect(replay.position().at).toBe(last)
  })

  test('jumps from event to event, to the moment that first showed it', () => {
    using replay = new Replay(tapeWith(all), lessons)
    expect(replay.position()).not.toHaveProperty('next')
    replay.seek(0)
    const seen: string[] = []
    for (let next = replay.position().next; next; next = replay.position().next) {
      replay.jump(1)
      expect(replay.position().at).toBe(next.at)
      expect(JSON.stringify(replay.state().timeline)).toContain(`"kind":"${next.entry.kind}"`)
      seen.push(next.entry.kind)
    }
    expect(seen[0]).toBe('killed')
    replay.jump(1)
    expect(replay.position().at).toBe(last)
    for (let i = 0; i < 20; i++) replay.jump(-1)
    expect(replay.position().at).toBe(1000)
  })

  test('stays where it is and says why if a part of it cannot be read', () => {
    const fault = new LabError('recorder.unreadable', {cause: 'ENOENT'})
    const reels = [
      {
        from: 0,
        to: 1000,
        frames: () => {
          throw fault
        },
      },
      {from: 1000, to: last, frames: () => all},
    ]
    using replay = new Replay(new SegmentReader(reels, []), lessons)
    replay.seek(500)
    expect(replay.position()).toMatchObject({at: last, fault: fault.reason})
    replay.seek(1200)
    expect(replay.position()).toMatchObject({at: 1200})
    expect(replay.position()).not.toHaveProperty('fault')
  })

  test('has speeds from a tenth to ten', () => {
    using replay = new Replay(tapeWith(all), lessons)
    for (let i = 0; i < 10; i++) replay.accelerate(-1)
    expect(replay.position().speed).toBe(speeds[0])
    for (let i = 0; i < 10; i++) replay.accelerate(1)
    expect(replay.position().speed).toBe(10)
    replay.play()
    vi.advanceTimersByTime(50)
    expect(replay.position().at).toBe(1500)
  })

  test('reports every move until its listener unsubscribes', () => {
    using replay = new Replay(tapeWith(all), lessons)
    const heard = vi.fn()
    const forget = replay.subscribe(heard)
    replay.seek(1000)
    replay.accelerate(1)
    forget()
    replay.seek(last)
    expect(heard).toHaveBeenCalledTimes(2)
  })

  test('shows the nodes of an unknown lesson, without its text', () => {
    using replay = new Replay(tapeWith(all), [])
    expect(replay.state()).not.toHaveProperty('play')
    expect(replay.state().snapshot).toEqual(all.at(-1)?.state.snapshot)
  })
})

describe('The line of a replay', () => {
  const from = 1000
  const mark = {
    at: 31_000,
    roster: nominalRoster,
    entry: {at: 30_990, kind: 'killed', node: '6381', values: {}, from: ['lab']},
  } as const
  const lineAt = (at: number, width: number, more = {}) => {
    const to = 61_000
    const next = at < mark.at ? {next: mark} : {}
    return replayView({...{at, from, to, playing: false, speed: 1}, ...next, ...more}, [mark], style, width)
  }
  const textAt = (...args: Parameters<typeof lineAt>) =>
    lineAt(...args)
      .map(one => one.text)
      .join('')

  test.each([
    [from, 40, '‖ 0:00.00 of 1:00.00  1x     in 30.00 s…'],
    [from, 60, '‖ 0:00.00 of 1:00.00  1x     ──────┼─────  in 30.00 s: 6381…'],
    [29_500, 80, '‖ 0:28.50 of 1:00.00  1x     ━━━━━━━─┼───────  in 1.50 s: 6381 was killed'],
    [31_000, 80, '‖ 0:30.00 of 1:00.00  1x     ━━━━━━━━┼───────  no event after this'],
    [61_000, 80, '‖ 1:00.00 of 1:00.00  1x     ━━━━━━━━┿━━━━━━━  no event after this'],
  ])('at %i in %i cells shows the position and the next event', (at, width, text) => {
    expect(textAt(at, width)).toBe(text)
  })

  test('keeps its parts in place at any speed and time, and is never too wide', () => {
    const barAt = (text: string) => text.search(/[━┿─┼]/)
    for (const width of [30, 60, 80, 120, 300])
      for (const speed of speeds)
        for (const at of [from, 20_000, 60_990]) {
          expect(lineWidth(lineAt(at, width, {speed}))).toBeLessThanOrEqual(width)
          expect(barAt(textAt(at, width, {speed}))).toBe(barAt(textAt(from, width)))
        }
  })

  test('shows hours if there are any, and why a part cannot be shown', () => {
    const fault = {key: 'recorder.unreadable', values: {cause: 'ENOENT'}} as const
    const text = textAt(3_723_450 + from, 120, {to: 7_200_000 + from, fault})
    expect(text).toContain('1:02:03.45 of 2:00:00.00')
    expect(text).toContain('Cannot read this part of the recording: ENOENT')
  })
})
