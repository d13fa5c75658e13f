// Progress of two files or two labs brought together, and taken over from the ids of earlier versions.

import {describe, expect, test} from 'vitest'
import {stepOf} from '../../../../src/model/lesson/lesson.ts'
import {
  mergeProgress,
  newerIn,
  noProgress,
  type Progress,
  sayable,
  withIdsOf,
} from '../../../../src/model/progress/progress.ts'
import type {GivenAnswer, PassedStep} from '../../../../src/model/state/lab-state.ts'
import {message} from '../../../../src/model/text/messages.ts'
import {healthy, ownLesson} from '../../../redis/check/own-lessons.ts'

const passedAt = (at: number): PassedStep => ({at, seconds: 1, hints: 0, solved: false, changes: []})
const answeredAt = (at: number, option = 'ok'): GivenAnswer => ({chosen: option, at})

const mine: Progress = {
  version: 3,
  passed: {tour: {look: passedAt(10), write: passedAt(20)}},
  answers: {tour: {look: answeredAt(10, 'wrong')}},
  at: {lesson: 'tour', step: 'write', done: true, since: 20},
}
const theirs: Progress = {
  version: 3,
  passed: {tour: {look: passedAt(30)}, slots: {moved: passedAt(40)}},
  answers: {tour: {look: answeredAt(30), 'recall/role': answeredAt(30)}},
  at: {lesson: 'slots', step: 'moved', done: false, since: 40},
}

describe('Of two that are brought together', () => {
  test('nothing is lost, and of what both have the newer stays, whichever comes first', () => {
    const both: Progress = {
      version: 3,
      passed: {tour: {look: passedAt(30), write: passedAt(20)}, slots: {moved: passedAt(40)}},
      answers: {tour: {look: answeredAt(30), 'recall/role': answeredAt(30)}},
      at: {lesson: 'slots', step: 'moved', done: false, since: 40},
    }
    expect(mergeProgress(mine, theirs)).toEqual(both)
    expect(mergeProgress(theirs, mine)).toEqual(both)
  })

  test('one that is none changes nothing', () => {
    expect(mergeProgress(mine, noProgress)).toEqual(mine)
    expect(mergeProgress(noProgress, mine)).toEqual(mine)
  })

  test('the first stays where neither is newer, with what only its version knows', () => {
    const known = {...passedAt(10), mood: 'fine'}
    const first = {...noProgress, passed: {tour: {look: known}}, badges: ['early']}
    const merged = mergeProgress(first, {...noProgress, passed: {tour: {look: passedAt(10)}}})
    expect(merged).toEqual(first)
  })

  test('a place without a time is older than any that has one', () => {
    const untimed: Progress = {...noProgress, at: {lesson: 'tour', step: 'look', done: false}}
    expect(mergeProgress(untimed, theirs).at).toEqual(theirs.at)
    expect(mergeProgress(theirs, untimed).at).toEqual(theirs.at)
  })

  test('it is counted what the one brings to the other', () => {
    expect(newerIn(theirs, mine)).toEqual({steps: 2, answers: 2})
    expect(newerIn(mine, theirs)).toEqual({steps: 1, answers: 0})
    expect(newerIn(mine, mine)).toEqual({steps: 0, answers: 0})
    expect(newerIn(mine, noProgress)).toEqual({steps: 2, answers: 1})
  })
})

describe('Progress under ids of earlier versions', () => {
  const write = stepOf('write', {
    ...healthy,
    aliases: ['set', 'look'],
  })
  const read = stepOf('read', {
    ...healthy,
  })
  const lessons = [
    {...ownLesson('shop', [write, read]), aliases: ['tour']},
    {
      ...ownLesson('slots', [
        stepOf('moved', {
          ...healthy,
        }),
      ]),
      aliases: ['shop'],
    },
  ]

  test('is taken over: what was passed, what was answered, and where the learner was', () => {
    const old: Progress = {
      version: 3,
      passed: {tour: {set: passedAt(10), read: passedAt(20)}},
      answers: {tour: {set: answeredAt(10), 'recall/role': answeredAt(5)}},
      at: {lesson: 'tour', step: 'set', done: false, since: 7},
    }
    expect(withIdsOf(lessons, old)).toEqual({
      version: 3,
      passed: {shop: {write: passedAt(10), read: passedAt(20)}},
      answers: {shop: {write: answeredAt(10), 'recall/role': answeredAt(5)}},
      at: {lesson: 'shop', step: 'write', done: false, since: 7},
    })
  })

  test('gives way to what is newer under the id of today, and replaces what is older', () => {
    const both = (old: number, now: number): Progress => ({
      ...noProgress,
      passed: {tour: {set: passedAt(old)}, shop: {write: passedAt(now)}},
    })
    for (const [old, now] of [
      [10, 20],
      [20, 10],
    ] as const)
      expect(withIdsOf(lessons, both(old, now)).passed).toEqual({shop: {write: passedAt(20)}})
  })

  test('goes by the id of today where a lesson has the id that another had once', () => {
    const progress = {...noProgress, passed: {shop: {write: passedAt(10)}}}
    expect(withIdsOf(lessons, progress)).toEqual(progress)
  })

  test('stays as it is where no lesson knows it', () => {
    const progress: Progress = {
      version: 3,
      passed: {'a-pack': {step: passedAt(10)}, shop: {gone: passedAt(20)}},
      answers: {'a-pack': {step: answeredAt(10)}},
      at: {lesson: 'a-pack', step: 'step', done: true},
    }
    expect(withIdsOf(lessons, progress)).toEqual(progress)
  })
})

test('Sentences for which this version has no words are not shown, nor those that hold one', () => {
  const good = message('what-changed.back', {
    node: 6381,
    role: message('what-changed.aReplica', {master: 6481}),
  })
  const bad: readonly unknown[] = [
    {key: 'happened.nothingWeKnow'},
    {key: 'constructor'},
    {key: 'what-changed.back', values: {node: 6381, role: {key: 'nothing'}}},
    {key: 'what-changed.back', values: {node: null}},
    {key: 'what-changed.back', values: 'text'},
    {key: 'what-changed.back', values: null},
    'text',
    null,
    7,
  ]
  const happened = [...bad, good, ...bad] as PassedStep['changes']
  const progress = {...noProgress, passed: {shop: {write: {...passedAt(10), changes: happened}}}}
  expect(sayable(progress).passed).toEqual({shop: {write: {...passedAt(10), changes: [good]}}})
})

test('Failovers of a kind that this version does not know are not shown', () => {
  const step = (...kinds: readonly string[]) =>
    ({...passedAt(10), failovers: kinds.map(is => ({is, owner: '6379'}))}) as PassedStep
  const shown = (...kinds: readonly string[]) =>
    sayable({...noProgress, passed: {shop: {write: step(...kinds)}}}).passed['shop']?.['write']
  expect(shown('newer', 'died')).toEqual(step('died'))
  expect(shown('newer')).toEqual(passedAt(10))
})
