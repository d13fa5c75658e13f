// What was recorded is what is read back, to the last field; what is no recording is told.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {rosterAt} from '../../../../src/model/cluster/node.ts'
import {deltaOf, withDelta} from '../../../../src/model/recording/json-delta.ts'
import {type Frame, frameAt, framesIn, parseRecording} from '../../../../src/model/recording/recording.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent} from '../../../../src/model/state/lab-state.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recorded, recordedAt, type Situation} from '../../recorded/recording.ts'
import {linesOf, read} from '../../recorded/tape.ts'

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
    {on: 'told', id, message: {key: 'move.free'}},
    {on: 'finished', id},
  ]).flat()
  const events: readonly LabEvent[] = [
    {on: 'starting', stage: 'cluster'},
    {on: 'ready', roster: rosterAt(6379)},
    {on: 'stepBegan', lesson: 'failover', step: 'kill', at: 0},
    {on: 'prepared', at: 0},
    ...polls,
    ...typed,
    {on: 'quizBegan', why: 'review', questions: []},
    {on: 'quizEnded'},
  ]
  let state = initialState()
  return events.map((event, i) => {
    state = update(state, event)
    return {at: 1000 + i * 50, state}
  })
}

describe('A recording', () => {
  const frames = failover()
  const lines = linesOf(frames)
  const recording = read(lines.join('\n'))

  test('is read back as it was, frame by frame, in stretches that each stand alone', () => {
    expect(recording.segments.length).toBeGreaterThan(2)
    const [first, ...later] = recording.segments.map(framesIn)
    const all = [...(first ?? []), ...later.flatMap(one => one.slice(1))]
    expect(all.length).toBe(frames.length)
    // As JSON: an undefined field and a missing one are the same.
    // All frames of the failover; of the typing, each of which stands on the one before, some.
    for (const [i, frame] of all.entries())
      if (i < 20 || i % 97 === 0 || i === frames.length - 1)
        expect(JSON.parse(JSON.stringify(frame))).toEqual(JSON.parse(JSON.stringify(frames[i])))
    for (const [i, stretch] of later.entries()) expect(stretch[0]?.at).toBe(recording.segments[i]?.to)
  })

  test('says what it is of', () => {
    expect(recording.versions).toEqual({lab: '0.1.0', server: 'Redis 7.0.15'})
  })

  test('has a mark where each event came to light, and one for an event of which many tell', () => {
    const {timeline} = frames.at(-1)?.state ?? {timeline: []}
    expect(timeline.length).toBeGreaterThan(3)
    const told = recording.markers.map(({entry}) => JSON.stringify(entry))
    expect(new Set(told)).toEqual(new Set(timeline.map(entry => JSON.stringify(entry))))
    for (const {at, entry} of recording.markers) {
      const shows = frames.find(({state}) => state.timeline.some(one => one.kind === entry.kind))
      expect(at).toBeGreaterThanOrEqual(shows?.at ?? Number.POSITIVE_INFINITY)
    }
  })

  test('costs what changed: far less than its states', () => {
    const whole = frames.reduce((sum, {state}) => sum + JSON.stringify(state).length, 0)
    expect(lines.join('').length).toBeLessThan(whole / 50)
  })

  test('read back shares what did not change', () => {
    const [before, after] = framesIn(
      recording.segments.at(-1) ?? {first: frames[0] as Frame, changes: []},
    ).slice(-2)
    expect(after?.state.snapshot).toBe(before?.state.snapshot)
  })

  test('of a lab that kept no timeline, no commandTable and no modes is read all the same', () => {
    const state = JSON.parse(lines[1] ?? '').state as Record<string, unknown>
    const {timeline: _, commandTable: __, feedback: ___, answers: ____, ...old} = state
    const {segments: stretches} = read([lines[0], JSON.stringify({at: 1, state: old}), lines[2]].join('\n'))
    expect(framesIn(stretches[0] ?? {first: frames[0] as Frame, changes: []}).at(-1)?.state).toMatchObject({
      timeline: [],
      commandTable: {},
      feedback: {errors: true, changes: true},
      stage: 'cluster',
    })
  })

  test('that was cut off anywhere is read up to the last whole line', () => {
    const text = lines.join('\n')
    const {cutIn: _, ...whole} = read(lines.slice(0, -1).join('\n'))
    expect(_).toBeUndefined()
    expect(read(text.slice(0, -5))).toEqual({...whole, cutIn: lines.length})
    expect(read(`${lines.slice(0, -1).join('\n')}\n{`)).toEqual({...whole, cutIn: lines.length})
    // Between two lines nothing shows that more came.
    expect(read(`${lines.slice(0, -1).join('\n')}\n`)).toEqual(whole)
  })

  test.each([
    ['', 'this is not a recording'],
    ['{"progress": 1}', 'this is not a recording'],
    ['not JSON', 'this is not a recording'],
    [lines[0], 'nothing to show'],
    ['{"recording":"redis-cluster-lab","version":3}', 'version 3'],
    ['{"recording":"redis-cluster-lab","version":"1"}', 'version 1'],
    [[...lines.slice(0, 3), '{"at":1,"delta":{"ke', ''].join('\n'), 'line 4 cannot be read'],
    [[...lines.slice(0, 3), '{"at":1,"delta":{"ke', lines[3]].join('\n'), 'line 4 cannot be read'],
    [`${lines[0]}\n${lines[1]?.slice(0, 99)}`, 'nothing to show'],
    [[...lines.slice(0, 3), '{"at":1}'].join('\n'), 'line 4 cannot be read'],
    [[lines[0], lines[2]].join('\n'), 'line 2 cannot be read'],
    [[lines[0], '{"at":1,"state":{}}'].join('\n'), 'line 2 cannot be read'],
    [[lines[0], '{"at":1,"state":{"stage":"cluster","base":6379,"entries":7}}'].join('\n'), 'line 2'],
    [[...lines.slice(0, 2), '{"at":1,"delta":{"keys":{"entries":{"set":7}}}}'].join('\n'), 'line 3'],
    [
      [...lines.slice(0, 2), '{"at":1,"delta":{"keys":{"snapshot":{"set":{"nodes":[7]}}}}}'].join('\n'),
      'line 3',
    ],
    [[...lines.slice(0, 2), '{"at":1,"delta":{"drop":0,"keep":1,"items":{},"add":[]}}'].join('\n'), 'line 3'],
  ])('that is none, or broken, is told: %#', (text, told) => {
    const came = parseRecording(text ?? '')
    expect('fault' in came ? translate('en', came.fault) : 'read').toContain(told)
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
    [
      {a: '98', b: 98, c: -1},
      {a: '102', b: 102, c: 3},
    ],
    [
      {a: '098', b: '1', c: '1e3'},
      {a: '099', b: 'no', c: '1001'},
    ],
    [{a: '9007199254740993'}, {a: '9007199254740995'}],
    [{a: 0.1}, {a: 0.3}],
    [{a: '5'}, {a: 5}],
    [{a: '-0'}, {a: '0'}],
  ])('from %j to %j', (before, now) => {
    const delta = deltaOf(before, now)
    expect(delta && withDelta(before, JSON.parse(JSON.stringify(delta)))).toEqual(now)
  })

  test('of an offset says how much it grew, of any other text what it is', () => {
    const [before, now] = [
      {offset: '46174', id: '1e9'},
      {offset: '46222', id: '1e8'},
    ]
    expect(deltaOf(before, now)).toEqual({keys: {offset: {by: 48}, id: {set: '1e8'}}})
  })

  test('is none between what is the same, or equal in every part', () => {
    const one = {a: [1, {b: 2}]}
    expect(deltaOf(one, one)).toBeUndefined()
    expect(deltaOf(one, {a: [...one.a]})).toBeUndefined()
  })
})
