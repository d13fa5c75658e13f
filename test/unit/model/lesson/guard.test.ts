// Functions of a lesson's author that fail: what is said, and where.

import {describe, expect, test} from 'vitest'
import {everyNodeAnswers} from '../../../../src/model/lesson/goals/replication.ts'
import {type StepPlan, stepAt, stepOf} from '../../../../src/model/lesson/lesson.ts'
import {met} from '../../../../src/model/lesson/verdict.ts'
import {evidenceOf, snapshotOf} from '../readings.ts'
import {lessonOf} from '../words-of.ts'

const evidence = evidenceOf(snapshotOf([]))
const plan: StepPlan = {ready: () => met, goals: {is: () => met}, solutions: {it: ['PING']}}
/** A function as an author without TypeScript may write it. */
const returning = (value: unknown) => (() => value) as never

const look = (change: Partial<StepPlan>) =>
  stepAt(lessonOf([stepOf('look', {...plan, ...change})], {id: 'shop'}), 'look')

const endless: Record<string, unknown> = {}
endless['again'] = endless
const verdict = 'it must return a verdict: met, notYet(because(…)) or lost(because(…)).'

describe('A function that', () => {
  test.each<[title: string, change: Partial<StepPlan>, sentence: string]>([
    [
      'is a goal and returns nothing',
      {goals: {is: returning(undefined)}},
      `\`goals.is\` returned undefined; ${verdict}`,
    ],
    ['is a goal and returns true', {goals: {is: returning(true)}}, `\`goals.is\` returned true; ${verdict}`],
    [
      'is a goal and gives no reason',
      {goals: {is: returning({is: 'notYet', because: 'x'})}},
      `\`goals.is\` returned {"is":"notYet","because":"x"}; ${verdict}`,
    ],
    [
      'is a goal and gives a reason that cannot be said',
      {goals: {is: returning({is: 'lost', because: {key: 'x', values: {node: null}}})}},
      `\`goals.is\` returned {"is":"lost","because":{"key":"x","values":{"node":null}}}; ${verdict}`,
    ],
    [
      'is a goal and returns what refers to itself',
      {goals: {is: returning(endless)}},
      `\`goals.is\` returned [object Object]; ${verdict}`,
    ],
    [
      'is a goal and throws what has no text',
      {
        goals: {
          is: () => {
            throw Object.assign(Object.create(null), endless)
          },
        },
      },
      '`goals.is` threw [object Object]',
    ],
    [
      'is a fact and throws',
      {
        facts: {
          seen: () => {
            throw new TypeError('No node 6999')
          },
        },
      },
      '`facts.seen` threw TypeError: No node 6999',
    ],
    ['guards the start', {ready: returning(null)}, `\`ready\` returned null; ${verdict}`],
    [
      'recognizes a mistake and returns a verdict',
      {mistakes: {typo: {example: ['PING'], when: returning(met)}}},
      '`mistakes.typo.when` returned {"is":"met"}; it must return true or false.',
    ],
    [
      'sees an event and returns nothing',
      {prediction: {answer: 'a', seen: returning(undefined)}},
      '`prediction.seen` returned undefined; it must return true or false.',
    ],
  ])('%s is named with lesson, step and field', (_, change, sentence) => {
    const {ready, goals, facts, mistakes, prediction} = look(change)
    const run = () => {
      ready(evidence)
      for (const {goal} of [...goals, ...facts]) goal(evidence)
      for (const {when} of mistakes) when(evidence)
      prediction?.seen(evidence)
    }
    expect(run).toThrow(`shop, step look: ${sentence}`)
  })

  test('returns what it must is not in the way', () => {
    expect(look({}).goals[0]?.goal(evidence)).toBe(met)
    expect(look({goals: {is: everyNodeAnswers}}).goals[0]?.goal(evidence)).toEqual(everyNodeAnswers(evidence))
  })
})
