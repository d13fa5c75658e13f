// The two lessons on READONLY as they are typed: recall, predictions, a mistake, and ways other than the one the lab shows.

import {expect, test} from 'vitest'
import {lessons} from '../../lessons/index.ts'
import {type Lesson, lessonAt, type Step} from '../../src/model/lesson/lesson.ts'
import type {QuestionWords} from '../../src/model/lesson/lesson-words.ts'
import {type Lab, openLab} from '../../tools/program/lab.ts'
import {type Learner, learn} from './learner.ts'

test('a learner answers the questions, solves the steps in other ways than shown, and does the same in a cluster', async () => {
  await using lab = await openLab(['readonly', '--node-timeout', '1000'])
  await play(lab, lessonAt(lessons, 'readonly'), 'on-the-master')
  await lab.run('/lessons readonly-cluster')
  await play(lab, lessonAt(lessons, 'readonly-cluster'), 'other-master')
}, 180_000)

/** Until the last step is passed; in the first the mistake is made before. */
async function play(lab: Lab, lesson: Lesson, mistake: string) {
  const learner = learn(lab, lesson, 'en')
  for (const {id} of lesson.recall) await answer(lab, learner, lesson.words.en.recall[id])
  lab.press('enter')
  for (const step of lesson.steps) {
    await learner.begins(step)
    const expected = step.prediction && (await predict(lab, learner, step))
    if (step === lesson.steps[0]) await err(lab, learner, step, mistake)
    expect(step.solutions.length).toBeGreaterThan(1)
    for (const line of step.solutions.at(-1)?.lines ?? []) await lab.run(line)
    await learner.passes(step)
    if (expected) await learner.reads(expected)
    if (step !== lesson.steps.at(-1)) lab.press('enter')
  }
}

/** The first option, right or wrong, has a reply. */
async function answer(lab: Lab, learner: Learner, words: QuestionWords | undefined) {
  await learner.reads(words?.text ?? '')
  await lab.run('1')
  await learner.reads(words?.options[0]?.reply ?? '')
}

/** Expects the first option; what is said to who did so, once it has come. */
async function predict(lab: Lab, learner: Learner, step: Step): Promise<string | undefined> {
  const words = learner.words(step).prediction
  await learner.reads(words?.text ?? '')
  await lab.run('1')
  await learner.readsNoMore(words?.text ?? '')
  return words?.options[0]?.reply
}

async function err(lab: Lab, learner: Learner, step: Step, mistake: string) {
  for (const line of step.mistakes.find(({id}) => id === mistake)?.example ?? []) await lab.run(line)
  await learner.reads(learner.words(step).mistakes[mistake] ?? '')
}
