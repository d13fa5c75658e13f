// What was recorded is what is read back, to the last field; what is no recording is told.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {deltaOf, withDelta} from '../../../src/model/delta.ts'
import {type Frame, frameAt, parseRecording, recordingLines} from '../../../src/model/recording.ts'
import type {LabEvent} from '../../../src/model/state.ts'
import {say} from '../../../src/model/text.ts'
import {createUpdate, firstState} from '../../../src/model/update.ts'
import {recorded, recordedAt, type Situation} from '../recorded/recording.ts'

const update = createUpdate(lessons)

/** A failover as the nodes said it, with lines typed meanwhile: more than the transcript keeps. */
function failover(): readonly Frame[] {
  const situations: readonly Situation[] = [
    'cluster',
    'killed',
    'suspected',
    'failed',
    'promoted',
    'returned',
  ]
  const polls = situations.map(
    (one, i): LabEvent => ({
      on: 'polled',
      snapshot: recorded(one, recordedAt + i * 200),
    }),
  )
  const typed = Array.from({length: 500}, (_, id): readonly LabEvent[] => [
    {on: 'typed', id, by: 'learner', typed: `GET ${id}`, at: id},
    {on: 'told', id, said: {say: 'move.free'}},
    {on: 'finished', id},
  ]).flat()
  const events: readonly LabEvent[] = [
    {on: 'raising', stage: 'cluster'},
    {on: 'raised', base: 6379},
    {on: 'stepBegan', lesson: 'failover', step: 'kill', at: 0},
    {on: 'prepared', at: 0},
    ...polls,
    ...typed,
    {on: 'quizBegan', why: 'review', questions: []},
    {on: 'quizEnded'},
  ]
  let state = firstState()
  return events.map((event, i) => {
    state = update(state, event)
    return {at: 1000 + i * 50, state}
  })
}

describe('A recording', () => {
  const frames = failover()
  const lines = recordingLines(frames)

  test('is read back as it was, frame by frame', () => {
    const read = parseRecording(lines.join('\n'))
    if ('fault' in read) throw new Error(say('en', read.fault))
    expect(read.frames.length).toBe(frames.length)
    // As JSON: an undefined field and a missing one are the same.
    // All frames of the failover; of the typing, each of which stands on the one before, some.
    for (const [i, frame] of read.frames.entries())
      if (i < 20 || i % 97 === 0 || i === frames.length - 1)
        expect(JSON.parse(JSON.stringify(frame))).toEqual(JSON.parse(JSON.stringify(frames[i])))
  })

  test('costs what changed: far less than its states', () => {
    const whole = frames.reduce((sum, {state}) => sum + JSON.stringify(state).length, 0)
    expect(lines.join('').length).toBeLessThan(whole / 50)
  })

  test('read back shares what did not change', () => {
    const read = parseRecording(lines.join('\n'))
    if ('fault' in read) throw new Error(say('en', read.fault))
    const [before, after] = read.frames.slice(-2)
    expect(after?.state.snapshot).toBe(before?.state.snapshot)
  })

  test.each([
    ['', 'this is no recording'],
    ['{"progress": 1}', 'this is no recording'],
    ['not JSON', 'this is no recording'],
    [lines[0], 'no moment at all'],
    ['{"recording":"redis-cluster-lab","version":2}', 'version 2'],
    [[...lines.slice(0, 3), '{"at":1,"delta":{"ke'].join('\n'), 'line 4 cannot be read'],
    [[...lines.slice(0, 3), '{"at":1}'].join('\n'), 'line 4 cannot be read'],
    [[lines[0], lines[2]].join('\n'), 'line 2 cannot be read'],
    [[...lines.slice(0, 2), '{"at":1,"delta":{"drop":0,"keep":1,"items":{},"add":[]}}'].join('\n'), 'line 3'],
  ])('that is none, or broken, is told: %#', (text, told) => {
    const read = parseRecording(text ?? '')
    expect('fault' in read ? say('en', read.fault) : 'read').toContain(told)
  })

  test.each([
    [0, 1000],
    [1000, 1000],
    [1049, 1000],
    [1050, 1050],
    [9e12, frames.at(-1)?.at],
  ])('shows at %i the moment of %i', (at, shown) => {
    expect(frameAt(frames, at)?.at).toBe(shown)
  })
})

describe('A change', () => {
  test.each<[before: unknown, now: unknown]>([
    [{a: 1}, {a: 2}],
    [{a: 1, b: 2}, {b: 2}],
    [{}, {a: {b: [1]}}],
    [
      [1, 2, 3],
      [2, 3, 4],
    ],
    [[1, 2, 3], []],
    [[], [1]],
    [[{a: 1}], [{a: 2}, {a: 3}]],
    [{a: [1]}, {a: {b: 1}}],
    [{a: null}, {a: 0}],
    ['x', {set: 1}],
    [{keys: 1}, {keys: {gone: ['x']}}],
  ])('from %j to %j', (before, now) => {
    const delta = deltaOf(before, now)
    expect(delta && withDelta(before, JSON.parse(JSON.stringify(delta)))).toEqual(now)
  })

  test('is none between what is the same, or equal in every part', () => {
    const one = {a: [1, {b: 2}]}
    expect(deltaOf(one, one)).toBeUndefined()
    expect(deltaOf(one, {a: [...one.a]})).toBeUndefined()
  })
})
