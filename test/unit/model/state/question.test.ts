// Questions: which one is open, what an answer leaves, and what is asked again.

import {describe, expect, test} from 'vitest'
import {everyNodeAnswers, isMaster} from '../../../../src/model/lesson/goals/replication.ts'
import {holds} from '../../../../src/model/lesson/goals/signs.ts'
import {stepOf} from '../../../../src/model/lesson/lesson.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {LabEvent, LabState} from '../../../../src/model/state/lab-state.ts'
import {openOptions, openQuestion, questionsToReview, recallOf} from '../../../../src/model/state/question.ts'
import {createUpdate} from '../../../../src/model/update/update.ts'
import {master, replica, snapshotOf} from '../readings.ts'
import {lessonOf} from '../words-of.ts'

const predicted = stepOf('predicted', {
  ready: everyNodeAnswers,
  goals: {is: isMaster('6380')},
  stableFor: 0,
  prediction: {answer: 'b', seen: holds(isMaster('6380'))},
  solutions: {it: ['PING']},
})
const lessons = [
  lessonOf([predicted], {
    recall: [
      {id: 'first', answer: 'a'},
      {id: 'second', answer: 'b'},
    ],
  }),
]
const [one] = lessons
const update = createUpdate(lessons)
const played = (events: readonly LabEvent[], state = initialState()): LabState => events.reduce(update, state)
const answer = (option: string): LabEvent => ({on: 'answered', option, at: 7})

const follower = [master('6379'), replica('6380', 6379)]
const promoted = [master('6379'), master('6380')]
const open = played([
  {on: 'stepBegan', lesson: 'one', step: 'predicted', at: 0},
  {on: 'prepared', at: 0},
  {on: 'polled', snapshot: snapshotOf(follower, {at: 1000})},
])
const comes: LabEvent = {on: 'polled', snapshot: snapshotOf(promoted, {at: 2000})}

describe('A prediction', () => {
  test('is asked when its step opens, and no longer when it is answered', () => {
    expect(openQuestion(lessons, open)).toEqual({lesson: 'one', question: 'predicted'})
    expect(openOptions(lessons, open)).toEqual(['a', 'b'])
    expect(openOptions(lessons, played([answer('a')], open))).toEqual([])
  })

  test('stands beside what then came, and is kept', () => {
    const state = played([answer('a'), comes], open)
    expect(state.play).toMatchObject({predicted: 'a', seen: true, phase: 'passed'})
    expect(state.answers).toEqual({one: {predicted: {chosen: 'a', at: 2000}}})
    expect(questionsToReview(lessons, state)).toEqual([{lesson: 'one', question: 'predicted'}])
  })

  test('that was right leaves nothing to review', () => {
    expect(questionsToReview(lessons, played([answer('b'), comes], open))).toEqual([])
  })

  test('is judged by what the lesson says, whatever an old progress file took for right', () => {
    const asked = (chosen: string) => ({passed: {}, answers: {one: {predicted: {chosen, right: 'a', at: 1}}}})
    expect(questionsToReview(lessons, asked('a'))).toHaveLength(1)
    expect(questionsToReview(lessons, asked('b'))).toEqual([])
  })

  test('is no longer open when its event was seen unasked, and is asked in the review', () => {
    const state = played([comes], open)
    expect(questionsToReview(lessons, state)).toEqual([{lesson: 'one', question: 'predicted'}])
    expect(state.play).toMatchObject({seen: true, phase: 'passed'})
    expect(openQuestion(lessons, state)).toBeUndefined()
    expect(played([answer('a')], state)).toBe(state)
    expect(state.answers).toEqual({})
  })

  test('is not asked again when the step starts over', () => {
    const again = played(
      [{on: 'stepBegan', lesson: 'one', step: 'predicted', at: 0}],
      played([answer('a')], open),
    )
    expect(again.play).toMatchObject({predicted: 'a'})
  })
})

describe('A quiz', () => {
  const questions = one ? recallOf(one, {}) : []
  const quiz = played([{on: 'quizBegan', why: 'recall', questions}], open)

  test('puts the recall questions that were never answered, one after another, before any prediction', () => {
    expect(questions.map(({question}) => question)).toEqual(['recall/first', 'recall/second'])
    expect(openQuestion(lessons, quiz)?.question).toBe('recall/first')
    expect(openQuestion(lessons, played([answer('b')], quiz))?.question).toBe('recall/second')
    expect(openOptions(lessons, played([answer('b'), answer('b')], quiz))).toEqual([])
  })

  test('keeps each answer beside the right one', () => {
    const over = played([answer('b'), answer('b'), answer('a')], quiz)
    expect(over.answers).toEqual({
      one: {
        'recall/first': {chosen: 'b', at: 7},
        'recall/second': {chosen: 'b', at: 7},
      },
    })
    expect(one && recallOf(one, over.answers)).toEqual([])
    expect(over.quiz?.chosen).toEqual(['b', 'b'])
    expect(played([{on: 'quizEnded'}], over)).not.toHaveProperty('quiz')
  })

  test('of wrong answers asks a prediction again', () => {
    const wrong = played([answer('a'), comes], open)
    const again = questionsToReview(lessons, wrong)
    const right = played([{on: 'quizBegan', why: 'review', questions: again}, answer('b')], wrong)
    expect(right.answers).toEqual({one: {predicted: {chosen: 'b', at: 7}}})
    expect(questionsToReview(lessons, right)).toEqual([])
  })

  test('does not ask what the lesson has no more, nor of a lesson that is gone', () => {
    const lost = {chosen: 'a', at: 1}
    expect(
      questionsToReview(lessons, {
        passed: {},
        answers: {one: {'recall/old': lost, old: lost}, other: {x: lost}},
      }),
    ).toEqual([])
  })

  test('ends when a step begins', () => {
    expect(played([{on: 'stepBegan', lesson: 'one', step: 'predicted', at: 0}], quiz)).not.toHaveProperty(
      'quiz',
    )
  })
})
