// Small lessons for tests, with all the words they need; `words` changes them to what a test is about.

import type {Stage} from '../../../src/model/cluster/snapshot.ts'
import {keysGrew} from '../../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../../src/model/lesson/goals/signs.ts'
import {assembleLesson, type Lesson, type Step, type StepPlan} from '../../../src/model/lesson/lesson.ts'
import {stamp} from '../../../src/model/lesson/translation.ts'
import {met} from '../../../src/model/lesson/verdict.ts'
import type {Language} from '../../../src/model/text/messages.ts'

/** A words file, or part of it -> what is to stand there. */
export type Words = (text: string, language: Language) => string

/** A step without a fault, on any stage. */
export const healthy: StepPlan = {
  ready: () => met,
  goals: {written: keysGrew('6379')},
  stableFor: 50,
  solutions: {set: ['SET a 1']},
  mistakes: {typo: {example: ['SETT a 1'], when: lastErrorBegins('ERR unknown command')}},
}

/** Words for `healthy`'s like, after a recall of one question with the options `a` and `b`. */
export function recallWords(id: string, steps: readonly Step[]): string {
  const question = `### question ${id}\nWhich?\n- a: one → no\n- b: other → yes\n`
  return `# A lesson\n\n## recall: Before\n\n${question}\n${steps.map(wordsOf).join('\n')}`
}

export function ownLesson(
  id: string,
  steps: readonly Step[],
  {stage = 'standalone', words = text => text}: {stage?: Stage; words?: Words} = {},
): Lesson {
  const text = `# A lesson\n\nWhat it is about.\n\n${steps.map(wordsOf).join('\n')}`
  const en = words(text, 'en')
  return assembleLesson({id, stage, steps, words: {en, zh: stamp(words(text, 'zh'), en)}})
}

function wordsOf({id, goals: goal, prediction, solutions, mistakes}: Step): string {
  return [
    `## ${id}: A step`,
    '',
    'What there is to know.',
    '',
    ...(prediction ? ['### prediction', 'Which?', '- a: one → yes', '- b: other → no', ''] : []),
    '### task',
    'What is to be done on {6379}.',
    '',
    ...part(
      'goals',
      goal.map(one => `${one.id}: this holds`),
    ),
    ...part('hints', ['where', 'what', 'how']),
    ...solutions.flatMap(one =>
      part(
        `solution ${one.id}`,
        one.lines.map(() => 'why'),
      ),
    ),
    ...part(
      'mistakes',
      mistakes.map(one => `${one.id}: what helps`),
    ),
    '### passed',
    'Done.',
    '',
  ].join('\n')
}

function part(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${heading}`, ...items.map(item => `- ${item}`), '']
}
