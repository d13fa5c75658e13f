// The closing page: what it says about whom.

import {describe, expect, test} from 'vitest'
import {everyNodeAnswers} from '../../../../src/model/lesson/goals/replication.ts'
import {stepOf} from '../../../../src/model/lesson/lesson.ts'
import {reportOf} from '../../../../src/model/progress/report.ts'
import {summaryOf} from '../../../../src/model/progress/summary.ts'
import {initialState} from '../../../../src/model/state/initial-state.ts'
import type {Answers, PassedSteps} from '../../../../src/model/state/lab-state.ts'
import {translate} from '../../../../src/model/text/messages.ts'
import {summaryLines} from '../../../../src/plain/summary.ts'
import {lessonOf} from '../words-of.ts'

const plan = {
  ready: everyNodeAnswers,
  goals: {is: everyNodeAnswers},
  prediction: {answer: 'b', seen: () => true},
  solutions: {it: ['PING']},
}
const lessons = [
  lessonOf([stepOf('first', plan), stepOf('second', plan), stepOf('third', plan)], {
    recall: [{id: 'who', answer: 'a'}],
  }),
]

const pass = (solved = false) => ({at: 1, seconds: 61, hints: 1, solved, changes: []})
const chose = (chosen: string) => ({chosen, at: 1})

function sections(passed: PassedSteps[string], answers: Answers[string]) {
  const all = summaryOf(reportOf(lessons, {passed: {one: passed}, answers: {one: answers}}, 'en', 0))
  return Object.fromEntries(
    all.map(({title, items}) => [
      title,
      items.map(one => [
        ...(one.title === undefined ? [] : [one.title]),
        typeof one.text === 'string' ? one.text : translate('en', one.text),
      ]),
    ]),
  )
}

describe('The closing page', () => {
  const mixed = sections({first: pass(), second: pass(true)}, {first: chose('a'), 'recall/who': chose('b')})

  test('says what was done, in how long, with how much help', () => {
    expect(mixed['summary.did']).toEqual([
      ['Steps passed: 2 of 3; lessons finished: 0 of 1'],
      ['Time in these steps: 2 min 2 s; hints: 2; shown by /solve: 1'],
      ['Questions answered: 2; right: 0; wrong: 2; not answered: 1'],
    ])
  })

  test('says by idea what was predicted wrongly, and what is right', () => {
    expect(mixed['summary.otherwise']).toEqual([
      ['A lesson', 'Option a of who Reply a of who'],
      ['Title of first', 'Option b of first Reply b of first'],
    ])
  })

  test('names the questions that were not answered without their answers', () => {
    expect(mixed['summary.notAnswered']).toEqual([['Title of second', 'Question second?']])
  })

  test('says what to do next: review, steps that are left, steps that the lab solved', () => {
    expect(mixed['summary.next']?.slice(0, 3)).toEqual([
      ['`/review` asks 3 questions again: those answered wrongly or not at all.'],
      ['`/lessons` lists the steps; you have not passed 1 of them yet.'],
      ['The lab solved 1 step for you. Try to pass it yourself, beginning with "Title of second".'],
    ])
    const whole = sections(
      {first: pass(), second: pass(), third: pass()},
      {
        first: chose('b'),
        second: chose('b'),
        third: chose('b'),
      },
    )
    expect(Object.keys(whole)).toEqual(['summary.did', 'summary.next', 'summary.ideas'])
    expect(whole['summary.next']?.[0]?.[0]).toMatch(/^`npm start -- report FILE`/)
  })

  test('is read as lines without marks', () => {
    const state = {...initialState(), passed: {one: {first: pass()}}, answers: {one: {first: chose('a')}}}
    const lines = summaryLines(state, lessons, 'en')
    expect(lines.slice(0, 2)).toEqual(['What you did', '- Steps passed: 1 of 3; lessons finished: 0 of 1'])
    expect(lines).toContain('- Title of first · Option b of first Reply b of first')
    expect(lines.join()).not.toContain('`')
  })
})
