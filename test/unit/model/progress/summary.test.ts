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
        ...(one.heading === undefined ? [] : [one.heading]),
        typeof one.text === 'string' ? one.text : translate('en', one.text),
        ...(one.answers ?? []).map(answer => translate('en', answer)),
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

  test('tells of each incident: its best time, its users, and what was lost', () => {
    const cost = {penalty: 0, failed: 9, troubled: 65, times: 2, best: 83}
    const passed = {
      first: {...pass(), incident: cost},
      second: {...pass(), incident: {...cost, failed: 1, lost: 2}},
      third: {...pass(true), incident: {...cost, times: 0, best: 0}},
    }
    const unnoticed = {first: {...pass(), incident: {...cost, failed: 0, troubled: 0}}}
    expect(sections(unnoticed, {})['report.incidents']).toEqual([
      ['Title of first: solved, best time 1:23; the last time no request failed'],
    ])
    expect(sections(passed, {})['report.incidents']).toEqual([
      ['Title of first: solved, best time 1:23; the last time 9 requests failed, trouble for 1:05'],
      [
        'Title of second: solved, best time 1:23; the last time 1 request failed, trouble for 1:05, 2 acknowledged writes lost',
      ],
      ['Title of third: shown by `/solve`'],
    ])
    expect(sections({first: pass()}, {})['report.incidents']).toBeUndefined()
  })

  test('gives each wrong answer with its question and what is right, below the lesson named once', () => {
    expect(mixed['summary.otherwise']).toEqual([
      ['A lesson', 'Question who?', 'your answer: Option b of who', 'right: Option a of who Reply a of who'],
      ['Question first?', 'your answer: Option a of first', 'right: Option b of first Reply b of first'],
    ])
  })

  test('names the questions that were not answered without their answers', () => {
    expect(mixed['summary.notAnswered']).toEqual([['A lesson', 'Question second?']])
  })

  test('says what to do next: review, steps that are left, steps that the lab solved', () => {
    expect(mixed['summary.next']?.slice(0, 3)).toEqual([
      ['1 step is left. `/lessons one third` opens the first: Title of third.'],
      [
        '`/review` asks 3 questions again: those answered wrongly or not at all. It is worth more tomorrow, once you no longer have the answers above in mind.',
      ],
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

  test('names the first lesson that was not played and how to go there, though the last one is finished', () => {
    const three = ['one', 'two', 'three'].map(id => ({...lessonOf([stepOf('first', plan)]), id}))
    const report = reportOf(three, {passed: {three: {first: pass()}}, answers: {}}, 'en', 0)
    const texts = summaryOf(report)
      .flatMap(({items}) => items)
      .map(({text}) => (typeof text === 'string' ? text : translate('en', text)))
    expect(texts).toContain('2 steps are left. `/lessons one` opens the first: A lesson.')
    expect(texts).toContain('Not begun yet: two. `/lessons` lists every step.')
  })

  test('is read as lines without marks', () => {
    const state = {...initialState(), passed: {one: {first: pass()}}, answers: {one: {first: chose('a')}}}
    const lines = summaryLines(state, lessons, 'en')
    expect(lines.slice(0, 2)).toEqual(['What you did', '- Steps passed: 1 of 3; lessons finished: 0 of 1'])
    expect(lines).toContain('- Question first?')
    expect(lines).toContain('  right: Option b of first Reply b of first')
    expect(lines.join()).not.toContain('`')
  })
})
