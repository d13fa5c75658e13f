// The instructor's page keeps what the hub has told it.

import {effect} from '@preact/signals'
import {describe, expect, test} from 'vitest'
import {failover} from '../../../lessons/failover/lesson.ts'
import {courseOf} from '../../../src/model/lesson/course-of.ts'
import {currentQuestion} from '../../../src/web/class/current-question.ts'
import {cleanJson} from '../../../src/web/class/hub.ts'
import {
  createClassState,
  nameOf,
  numberOf,
  type Parts,
  sentenceOf,
  titleOf,
} from '../../../src/web/class/state.ts'

const newState = () => createClassState({language: 'en', scheme: 'light'}, courseOf([failover]))

test('A delta changes what it names, once for all of it; the whole room replaces everything', () => {
  const state = newState()
  state.take({room: {here: 1}, 'person/a': {name: 'Ada'}, 'person/b': {name: 'Bob'}}, true)
  const bob = state.people.value.get('b')
  let drawn = 0
  effect(() => {
    void [state.people.value, state.room.value]
    drawn++
  })
  state.take({room: {here: 2}, 'person/a': {name: 'Eve'}, 'person/c': {name: 'Cem'}}, false)
  expect(drawn).toBe(2)
  expect([...state.people.value.values()]).toEqual([
    {id: 'a', name: 'Eve'},
    {id: 'b', name: 'Bob'},
    {id: 'c', name: 'Cem'},
  ])
  // A row that is the same object is not drawn again.
  expect(state.people.value.get('b')).toBe(bob)
  state.take({'person/a': null}, false)
  expect([...state.people.value.keys()]).toEqual(['b', 'c'])
  expect(state.room.value).toEqual({here: 2})
  state.take({'person/d': {name: 'Dan'}}, true)
  expect([...state.people.value.keys()]).toEqual(['d'])
  expect(state.room.value).toBeUndefined()
})

test('Steps, conditions and known mistakes are told in the words of the lesson, in both languages', () => {
  const state = newState()
  const stop = {lesson: 'failover', step: 'gossip'}
  expect(titleOf(stop, state)).toBe('Gossip: where the nodes are listed')
  expect(numberOf(stop, state)).toBe(1)
  expect(sentenceOf(stop, 'goals', 'replica', state)).toBe('a replica was asked, too')
  expect(sentenceOf(stop, 'mistakes', 'unknown', state)).toBe(
    'There is no such subcommand: it is spelled `CLUSTER NODES`.',
  )
  state.setLanguage('zh')
  expect(titleOf(stop, state)).toMatch(/\p{Script=Han}/u)
  expect(sentenceOf(stop, 'mistakes', 'unknown', state)).toMatch(/\p{Script=Han}/u)
  expect(sentenceOf({lesson: 'none', step: 'of ours'}, 'goals', 'goal', state)).toBe('goal')
})

test('The lesson that is shown is the one where most are, until another is chosen', () => {
  const state = createClassState(
    {language: 'en', scheme: 'light'},
    courseOf([{...failover, id: 'other'}, failover]),
  )
  expect(state.lesson.value?.id).toBe('other')
  state.take({'step/failover/gossip': {here: 3, passed: 0}, 'step/other/gossip': {here: 1, passed: 9}}, true)
  expect(state.lesson.value?.id).toBe('failover')
  expect(state.busiest.value).toEqual({lesson: 'failover', step: 'gossip'})
  state.chosenLesson.value = 'other'
  expect(state.lesson.value?.id).toBe('other')
})

test('The step where most are is that of people who are here; the lesson stays while all are away', () => {
  const state = createClassState(
    {language: 'en', scheme: 'light'},
    courseOf([{...failover, id: 'other'}, failover]),
  )
  state.take(
    {'step/other/gossip': {here: 0, away: 3, passed: 0}, 'step/failover/gossip': {here: 1, passed: 0}},
    true,
  )
  expect(state.busiest.value && nameOf(state.busiest.value, state)).toBe(
    'failover 1 · Gossip: where the nodes are listed',
  )
  state.take({'step/failover/gossip': {here: 0, away: 1, passed: 0}, 'step/other/gossip': null}, false)
  expect(state.busiest.value).toBeUndefined()
  expect(state.lesson.value?.id).toBe('failover')
})

describe('The question that is shown first', () => {
  const [lesson] = courseOf([failover])
  const shownAt = (parts: Parts, of = lesson) => {
    const state = newState()
    state.take(parts, true)
    return of && currentQuestion(of, {steps: state.steps.value, questions: state.questions.value})?.id
  }
  const here = (step: string, here = 1) => ({[`step/failover/${step}`]: {here, passed: 0}})
  const elsewhere = {'step/slots/moved': {here: 9, passed: 0}}

  test('is that of the step of this lesson where most are, or the newest before it', () => {
    const [first = '', second = '', third = ''] = lesson?.steps.map(({id}) => id) ?? []
    for (const id of [first, second, third]) expect(shownAt({...here(id, 2), ...elsewhere})).toBe(id)
    const silent = lesson && {...lesson, questions: lesson.questions.filter(({id}) => id !== second)}
    expect(shownAt(here(second), silent)).toBe(first)
  })

  test('is the last that was answered, else the first, while nobody is on a step', () => {
    const [first, second] = lesson?.questions ?? []
    expect(shownAt({})).toBe(first?.id)
    expect(shownAt({[`question/failover/${second?.id}`]: {a: 1}})).toBe(second?.id)
  })
})

test('What people have typed is clean before the page sees it', () => {
  const sent = {
    'person/a': {name: 'A\u202eda\u001b[31m'},
    poll: {question: 'One\u0007\nor two?', result: [{option: 'y\u200bes', n: 2}]},
  }
  expect(cleanJson(JSON.stringify(sent))).toEqual({
    'person/a': {name: 'Ada'},
    poll: {question: 'One\nor two?', result: [{option: 'yes', n: 2}]},
  })
})
