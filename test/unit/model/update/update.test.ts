// What each event does to the state. How a step is judged is in judge.test.ts.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {nominalRoster, rosterAt} from '../../../../src/model/cluster/node.ts'
import type {Action, Outcome} from '../../../../src/model/commands/action.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {LabError} from '../../../../src/model/text/lab-error.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {recorded, recordedAt, situations} from '../../recorded/recording.ts'
import {master, snapshotOf} from '../readings.ts'
import {docsOf} from '../usual-docs.ts'

const update = createUpdate(lessons)
/** Each state is frozen before the next event: who changed it would throw. */
const played = (events: readonly LabEvent[], state = initialState()): LabState =>
  events.reduce((before, event) => frozen(update(before, event)), frozen(state))

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

const get: Action = {do: 'command', node: '6379', words: ['GET', 'k']}
const outcome: Outcome = {action: get, at: 5, ms: 1, is: 'replied', reply: {type: 'nil'}}
const typed = (id: number, by: 'learner' | 'lab' | 'solution' = 'learner', line = 'GET k'): LabEvent => ({
  on: 'typed',
  id,
  by,
  typed: line,
  at: id,
})
const redirect = {is: 'MOVED', slot: 12182, host: '127.0.0.1', port: 6381} as const
const excerpt = {path: '/tmp/6381/redis.log', lines: ['bye']}
const polled = (snapshot = recorded('masters')): LabEvent => ({on: 'polled', snapshot})

test('Before anything stands, the prompt is at the first node and nothing was said', () => {
  expect(initialState()).toEqual({
    stage: 'standalone',
    roster: nominalRoster,
    status: 'starting',
    node: '6379',
    connections: {},
    queued: 0,
    following: false,
    passed: {},
    answers: {},
    entries: [],
    timeline: [],
    logs: [],
    docs: {},
    commandTable: {},
    feedback: {errors: true, changes: true, hints: true},
  })
  const passed = {replicaof: {look: {at: 1, seconds: 2, hints: 0, solved: false, changes: []}}}
  expect(initialState(passed).passed).toEqual(passed)
})

describe('A stage', () => {
  test('that is starting says nothing yet: what the one before said is forgotten, the transcript is not', () => {
    const state = played([polled(), typed(1), {on: 'starting', stage: 'cluster'}])
    expect(state).toMatchObject({stage: 'cluster', status: 'starting'})
    expect(state).not.toHaveProperty('snapshot')
    expect(state).not.toHaveProperty('lineStart')
    expect(state.entries).toHaveLength(1)
  })

  test('that has started has its ports', () => {
    expect(played([{on: 'ready', roster: rosterAt(7379)}])).toMatchObject({
      status: 'ready',
      roster: rosterAt(7379),
    })
  })

  test('teaches the commands its server knows', () => {
    const learned = {docs: docsOf('GET', 'SET'), commandTable: {GET: {arity: 2}}}
    expect(played([{on: 'learned', ...learned}])).toMatchObject(learned)
  })
})

describe('A typed line', () => {
  test('is an entry that runs until it is finished, at the node of the prompt', () => {
    const state = played([{on: 'used', node: '6480'}, typed(1)])
    expect(state.entries).toEqual([
      {id: 1, by: 'learner', typed: 'GET k', node: '6480', parts: [], running: true, at: 1},
    ])
    expect(played([{on: 'finished', id: 1}], state).entries[0]?.running).toBe(false)
  })

  test('gathers what comes of it, in order, whatever came of another meanwhile', () => {
    const sentence = {lesson: 'replicaof', step: 'look', solution: 'info', sentence: 0}
    const state = played([
      typed(1),
      typed(2),
      {on: 'ended', id: 1, outcome},
      {on: 'told', id: 2, message: {key: 'move.noLesson'}},
      {on: 'printed', id: 1, action: get, replies: [{type: 'nil'}]},
      {on: 'explained', id: 2, ...sentence},
      {on: 'redirected', id: 1, redirect},
      {on: 'shown', id: 1, excerpt},
      {on: 'told', id: 2, message: {key: 'follow.on'}, fine: true},
    ])
    expect(state.entries.map(({parts}) => parts)).toEqual([
      [{outcome}, {printed: {type: 'nil'}, action: get}, {redirected: redirect}, {shown: excerpt}],
      [{message: {key: 'move.noLesson'}}, {explained: sentence}, {message: {key: 'follow.on'}, fine: true}],
    ])
  })

  test.each([
    ['learner', true],
    ['solution', true],
    ['lab', false],
  ] as const)('by the %s marks how the nodes were: %s', (by, marks) => {
    const state = played([polled(), typed(1, by)])
    expect(state.lineStart).toBe(marks ? state.snapshot : undefined)
  })

  test('marks nothing where nothing was read yet', () => {
    expect(played([typed(1)])).not.toHaveProperty('lineStart')
  })

  test('is dropped after four hundred newer ones, and what still comes of it is too', () => {
    const lines = Array.from({length: 450}, (_, i) => [typed(i + 1), {on: 'finished', id: i + 1} as const])
    const state = played(lines.flat())
    expect([state.entries.length, state.entries[0]?.id, state.entries.at(-1)?.id]).toEqual([400, 51, 450])
    expect(played([{on: 'ended', id: 1, outcome}], state).entries).toEqual(state.entries)
  })

  test('is not dropped while it runs: a MONITOR under hundreds of lines can still be ended', () => {
    const lines = Array.from({length: 450}, (_, i) => [typed(i + 2), {on: 'finished', id: i + 2} as const])
    const state = played([typed(1), ...lines.flat()])
    expect(state.entries[0]).toMatchObject({id: 1, running: true})
    expect(played([{on: 'finished', id: 1}, typed(500)], state).entries[0]?.id).toBeGreaterThan(1)
  })
})

test('Cluster mode is on until it is turned off', () => {
  const on = played([{on: 'following', is: true}, typed(1), {on: 'used', node: '6481'}])
  expect(on.following).toBe(true)
  expect(played([{on: 'following', is: false}], on).following).toBe(false)
})

describe('Outside of a lesson', () => {
  test.each<[LabEvent]>([[{on: 'hinted'}], [{on: 'prepared', at: 1}]])('%j changes nothing', event => {
    const state = played([polled()])
    expect(update(state, event)).toBe(state)
  })

  test('a lesson or step that is none is told at once', () => {
    expect(() => played([{on: 'stepBegan', lesson: 'nosuch', step: 'look', at: 1}])).toThrow(LabError)
    expect(() => played([{on: 'stepBegan', lesson: 'replicaof', step: 'nosuch', at: 1}])).toThrow(LabError)
  })
})

describe('What says the same stays the same object', () => {
  test('all readings, and their list', () => {
    const first = played([polled(recorded('replicas'))])
    const second = played([polled(JSON.parse(JSON.stringify(recorded('replicas', recordedAt + 200))))], first)
    expect(second.snapshot?.nodes).toBe(first.snapshot?.nodes)
    expect(second.snapshot?.at).toBe(recordedAt + 200)
  })

  test('all but the one that says something else', () => {
    const first = played([polled(snapshotOf([]))])
    const second = played([polled(snapshotOf([master('6380', 14)]))], first)
    const same = first.snapshot?.nodes.map((reading, i) => reading === second.snapshot?.nodes[i])
    expect(same).toEqual([true, false, true, true, true, true])
    expect(second.snapshot?.nodes).not.toBe(first.snapshot?.nodes)
  })

  test('but not what another stage said', () => {
    const first = played([polled(snapshotOf([]))])
    const second = played([polled(snapshotOf([], {stage: 'bare'}))], first)
    expect(second.snapshot?.nodes).not.toBe(first.snapshot?.nodes)
  })
})

test('Every state is plain JSON: it comes back from its text as it was', () => {
  const events: LabEvent[] = [
    {on: 'starting', stage: 'standalone'},
    {on: 'ready', roster: rosterAt(6379)},
    {on: 'learned', docs: docsOf('GET'), commandTable: {GET: {arity: 2}}},
    {on: 'stepBegan', lesson: 'replicaof', step: 'follow', at: recordedAt},
    {on: 'prepared', at: recordedAt},
    ...situations.flatMap((situation, i): readonly LabEvent[] => [
      typed(i + 1),
      {on: 'ended', id: i + 1, outcome: {...outcome, is: 'failed', because: {key: 'outcome.closed'}}},
      {on: 'hinted'},
      {on: 'polled', snapshot: recorded(situation, recordedAt + i * 500)},
      {on: 'finished', id: i + 1},
    ]),
  ]
  let state = initialState()
  for (const event of events) {
    state = update(state, event)
    expect(JSON.parse(JSON.stringify(state)), event.on).toEqual(state)
  }
  expect(state.play?.phase).toBe('passed')
})

test('The client at work is gone with its nodes, and when a step begins', () => {
  const began: LabEvent = {on: 'traffic', event: {is: 'began', rate: 20}}
  const step: LabEvent = {on: 'stepBegan', lesson: 'replicaof', step: 'look', at: 1}
  const free = played([step, {on: 'freed'}, began])
  expect(free.traffic).toMatchObject({is: 'on', rate: 20})
  for (const event of [{on: 'starting', stage: 'cluster'} as const, step])
    expect(played([event], free)).not.toHaveProperty('traffic')
  expect(played([{on: 'traffic', event: {is: 'ended'}}])).not.toHaveProperty('traffic')
})
