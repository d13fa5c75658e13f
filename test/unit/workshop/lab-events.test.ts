// What a lab tells the room: every change that counts, once, and nothing but ids and numbers.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import type {LabEvent, LabState} from '../../../src/model/state/lab-state.ts'
import type {WorkshopEvent as RoomEvent} from '../../../src/model/state/workshop.ts'
import {parseEvent} from '../../../src/model/workshop/event.ts'
import {eventsBetween, firstEvents} from '../../../src/workshop/lab-events.ts'
import {recordedEvents, type Story, stories} from '../recorded/events.ts'
import {began, line, played, polled, states, update} from '../ui/states.ts'

const ok = {type: 'status', text: 'OK'} as const
const room = (event: RoomEvent): LabEvent => ({on: 'workshop', event})
const joined = room({is: 'joined', name: 'calm otter', role: 'learner', hub: '192.0.2.2:7700'})
const inStep = played([...began('replicaof', 'follow'), polled('masters'), joined])

/** What is told of these events, from `state` on. */
function told(events: readonly LabEvent[], state: LabState = inStep) {
  let before = state
  return events.flatMap(event => {
    const now = update(before, event)
    const all = eventsBetween(before, now)
    before = now
    return all
  })
}

const place = {lesson: 'replicaof', step: 'follow'}

describe('A lab tells', () => {
  test('a step that opens, and again when another one does', () => {
    expect(told([...began('tour', 'look'), ...began('tour', 'other')])).toEqual([
      {kind: 'step', lesson: 'tour', step: 'look'},
      {kind: 'step', lesson: 'tour', step: 'other'},
    ])
  })

  test('a line that did not pass the step, with the goal that is not met', () => {
    const [tried, ...more] = told(line('PING', ok))
    expect([tried, more]).toEqual([{kind: 'try', ...place, goal: expect.any(String)}, []])
  })

  test('no line for the lab, and none that sent nothing', () => {
    expect(told([...line('/room'), ...line('@6380')])).toEqual([])
  })

  test('a prediction when it is made, once; who joins later tells it then', () => {
    const open = played([...began('failover', 'kill'), polled('cluster'), joined])
    const answered: LabEvent = {on: 'answered', option: 'order', at: 5}
    const answer = {kind: 'answer', lesson: 'failover', question: 'kill', option: 'order'}
    expect(told([answered], open)).toEqual([answer])
    const predicted = update(open, answered)
    expect(firstEvents(predicted)).toContainEqual(answer)
    const saved = {...predicted, answers: {failover: {kill: {chosen: 'order', at: 9}}}}
    expect(eventsBetween(predicted, saved)).toEqual([])
  })

  test('a hint', () => {
    expect(told([{on: 'hinted'}])).toEqual([{kind: 'hint', ...place, n: 1}])
  })

  test('a step that is passed, once', () => {
    const all = told([polled('replicas', 200), polled('replicas', 600), polled('replicas', 900)])
    expect(all.filter(({kind}) => kind === 'passed')).toEqual([
      {kind: 'passed', ...place, ms: expect.any(Number), hints: 0, solved: false},
    ])
  })

  test('the flag, a vote, and what became of an order', () => {
    expect(
      told([
        room({is: 'flag', flag: 'help'}),
        room({is: 'voted', poll: 'p', option: 1}),
        room({is: 'replied', command: 'c', reply: 'declined'}),
      ]),
    ).toEqual([
      {kind: 'flag', flag: 'help'},
      {kind: 'vote', poll: 'p', option: 1},
      {kind: 'reply', command: 'c', reply: 'declined'},
    ])
  })

  test('each of more answers than the state keeps', () => {
    const votes = Array.from({length: 70}, (_, i) => room({is: 'voted', poll: `p${i}`, option: i % 2}))
    expect(told(votes)).toHaveLength(70)
  })

  test('where it is when it joins, and no flag: one that it has from before may have been lowered since', () => {
    expect(firstEvents(played([room({is: 'flag', flag: 'help'})], inStep))).toMatchObject([
      {kind: 'hello'},
      {kind: 'lab'},
      {kind: 'step', ...place},
    ])
  })
})

/** Every id of the lessons. Whatever else a string of an event is, it was typed, or came from a node. */
const ids = new Set(
  JSON.stringify(
    lessons.map(({id, steps, recall}) => [id, steps, recall]),
    (_, value) => (typeof value === 'function' ? undefined : value),
  )
    .split(/[^\w/-]+/)
    .concat(lessons.flatMap(({steps}) => steps.map(({id}) => id))),
)
const ours = new Set(
  'hello step try mistake hint passed answer flag reply vote lab beat up down help done none'.split(' '),
)

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

describe('Nothing that was typed, and nothing that a node said, goes out', () => {
  const secrets = ['SET hunter2 hunter2', 'AUTH hunter2', 'hunter2', 'GET "hunter2', '@all GET hunter2']
  const storyOf = (story: Story) => recordedEvents(story)
  const runs: readonly (readonly [string, LabState, readonly LabEvent[]])[] = [
    ...stories.map(story => [story, inStep, storyOf(story)] as const),
    ['lines', inStep, secrets.flatMap(typed => line(typed, {type: 'error', text: 'ERR hunter2'}))],
  ]

  test.each(runs)('of %s', (_, state, events) => {
    const typing = events.flatMap(event => [event, ...line('SET hunter2 hunter2', ok)])
    const all = told([...began('failover', 'kill'), ...typing], state)
    expect(all.length).toBeGreaterThan(0)
    const strange = all.flatMap(stringsIn).filter(text => !ids.has(text) && !ours.has(text))
    expect(strange).toEqual([])
    expect(all.filter(event => parseEvent(event) === undefined)).toEqual([])
  })

  test('between any two states that a lab can be in', () => {
    const all = Object.values(states).map(state => played([joined], state))
    const events = all.flatMap(before => all.flatMap(now => eventsBetween(before, now)))
    expect(events.length).toBeGreaterThan(50)
    const strange = events.flatMap(stringsIn).filter(text => !ids.has(text) && !ours.has(text))
    expect(strange).toEqual([])
    expect(events.filter(event => parseEvent(event) === undefined)).toEqual([])
  })
})
