import {describe, expect, test} from 'vitest'
import type {Fact} from '../../../../src/model/cluster/versions.ts'
import {everyNodeAnswers} from '../../../../src/model/lesson/goals/replication.ts'
import {
  lesson,
  lessonAt,
  neededFor,
  once,
  stepAt,
  stepOf,
  stepsThatCount,
} from '../../../../src/model/lesson/lesson.ts'
import {lessonOf, wordsOf} from '../words-of.ts'

const plain = {ready: everyNodeAnswers, goals: {}, solutions: {}}
const [first, second] = [stepOf('first', plain), stepOf('second', plain)]

test('A step has a value for everything its author omitted', () => {
  const omitted = {
    aliases: [],
    setup: [],
    enter: [],
    stableFor: 300,
    highlight: [],
    countKeys: [],
    traffic: 0,
    view: 'nodes',
    incident: false,
    facts: [],
    ways: [],
    mistakes: [],
  }
  expect(first).toEqual({ready: everyNodeAnswers, id: 'first', goals: [], solutions: [], ...omitted})
  expect(stepOf('x', {...plain, stableFor: 500, setup: ['PING']})).toMatchObject({
    stableFor: 500,
    setup: ['PING'],
  })
})

test('A step keeps what is keyed by id in its order', () => {
  const when = () => false
  const made = stepOf('x', {
    ready: everyNodeAnswers,
    goals: {b: everyNodeAnswers, a: once(everyNodeAnswers)},
    solutions: {z: ['PING'], y: ['TIME']},
    mistakes: {typo: {example: ['PNIG'], when}},
  })
  expect(made.goals).toEqual([
    {id: 'b', goal: everyNodeAnswers},
    {id: 'a', goal: everyNodeAnswers, once: true},
  ])
  expect(made.solutions).toEqual([
    {id: 'z', lines: ['PING']},
    {id: 'y', lines: ['TIME']},
  ])
  expect(made.mistakes).toEqual([{id: 'typo', example: ['PNIG'], when}])
})

test('An id that is a number is refused: it would not keep its place', () => {
  expect(() => stepOf('x', {...plain, goals: {b: everyNodeAnswers, 1: everyNodeAnswers}})).toThrow(
    'The id "1" is a number. JavaScript would move it to the front: begin ids with a letter.',
  )
})

describe('A lesson', () => {
  const one = lessonOf([first, second])

  test('has the words of each step in each language', () => {
    expect(one.words.en.steps.map(({id}) => id)).toEqual(['first', 'second'])
    expect(one.words.zh.title).toBe('A lesson')
  })

  test('is found by its id, and so is its step', () => {
    expect(lessonAt([lessonOf([], {id: 'other'}), one], 'one')).toBe(one)
    expect(stepAt(one, 'second').id).toBe('second')
    expect(stepAt<string>(one, '2').id).toBe('second')
  })

  test('that is not one of the lessons is refused with a list of those that are', () => {
    expect(() => lessonAt([lessonOf([], {id: 'other'}), one], 'two')).toThrow(
      'There is no lesson "two". The lessons are: other, one.',
    )
    expect(() => stepAt(one, 'third')).toThrow('Lesson "one" has no step "third".')
  })

  const words = wordsOf([first, second])
  test.each([
    ['a step without words', wordsOf([first]), 'first'],
    ['words without a step', wordsOf([first, second, stepOf('third', plain)]), 'first second third'],
    ['the words in another order', wordsOf([second, first]), 'second first'],
  ])('with %s is told as a mistake in the file', (_, zh, came) => {
    expect(() =>
      lesson({id: 'one', stage: 'bare', steps: {first: plain, second: plain}, words: {en: words, zh}}),
    ).toThrow(
      `one/zh.md: the lesson has the steps "first second", the file has "${came}". Give both the same ids in the same order.`,
    )
  })
})

describe('A step that not every server can do', () => {
  const whole = stepOf('whole', {...plain, needs: 'clusterMigration'})

  test('names the servers that can, where this one cannot', () => {
    expect(neededFor(whole, 'redis', '8.2')).toBe('Redis 8.4')
    expect(neededFor(whole, 'redis', '8.4')).toBeUndefined()
    expect(neededFor(whole, 'valkey', '9.1')).toBe('Redis 8.4')
    expect(neededFor(whole, undefined, undefined)).toBeUndefined()
    expect(neededFor(first, 'redis', '7.0')).toBeUndefined()
  })

  test('or those that still can', () => {
    const unless = (fact: Fact) => stepOf('old', {...plain, unless: fact})
    expect(neededFor(unless('trimsSlots'), 'redis', '8.6')).toBe('Redis < 8.4, Valkey')
    expect(neededFor(unless('trimsSlots'), 'redis', '8.2')).toBeUndefined()
    expect(neededFor(unless('trimsSlots'), 'valkey', '9.1')).toBeUndefined()
    expect(neededFor(unless('forgetGossip'), 'valkey', '8.0')).toBe('Redis < 7.2')
  })

  test('counts as part of its lesson once it was passed', () => {
    const steps = [first, whole, second]
    const one = lessonOf(steps)
    expect(stepsThatCount(one).map(({id}) => id)).toEqual(['first', 'second'])
    expect(stepsThatCount(one, {whole: true}).map(({id}) => id)).toEqual(['first', 'whole', 'second'])
  })
})
