// The text of a passed step: what it says on which way.

import {expect, test} from 'vitest'
import {everyNodeAnswers} from '../../../../src/model/lesson/goals/replication.ts'
import {stepOf} from '../../../../src/model/lesson/lesson.ts'
import {passedText} from '../../../../src/model/state/passed-text.ts'
import {lessonOf} from '../words-of.ts'

const step = stepOf('look', {
  ready: everyNodeAnswers,
  goals: {is: everyNodeAnswers},
  facts: {claim: everyNodeAnswers, seen: everyNodeAnswers, late: everyNodeAnswers},
  solutions: {it: ['PING']},
})
const [words] = lessonOf([step]).words.en.steps
const facts = {seen: 'You saw it.', late: 'It came late.'}
const ids = ['claim', 'seen', 'late']
const text = (hold: readonly string[] | undefined, passed = 'It works.') =>
  words && passedText({...words, passed, facts}, ids, hold ? {facts: hold} : {})

test('The paragraph stands before the sentences of the facts that hold', () => {
  expect(text(['claim', 'late', 'seen'])).toBe('It works. You saw it. It came late.')
  expect(text(['claim'])).toBe('It works.')
})

test('A paragraph whose claim does not hold is not shown', () => {
  expect(text(['seen'])).toBe('You saw it.')
})

test('Chinese sentences follow each other without a space', () => {
  expect(text(['claim', 'seen'], '可以。')).toBe('可以。You saw it.')
})

test('A recording of an earlier version has its paragraph', () => {
  expect(text(undefined)).toBe('It works.')
})
