// A lesson's words made from its steps, where only the steps matter to a test.

import {type Lesson, lesson, type Step} from '../../../src/model/lesson.ts'
import type {Stage} from '../../../src/model/snapshot.ts'

/** Words that say everything the steps need: `Goal ID of STEP`, `Hint 1 of STEP` … */
export function wordsOf(steps: readonly Step[]): string {
  return ['# A lesson', 'What it is about.', ...steps.map(stepWords)].join('\n\n')
}

function stepWords({id, goal, solutions, slips}: Step): string {
  const part = (title: string, lines: readonly string[]) =>
    [`### ${title}`, ...lines.map(line => `- ${line}`)].join('\n')
  return [
    `## ${id}: Title of ${id}`,
    `Text of ${id}.`,
    `### task\nTask of ${id}.`,
    part(
      'goal',
      goal.map(one => `${one.id}: Goal ${one.id} of ${id}`),
    ),
    part(
      'hints',
      [1, 2, 3].map(level => `Hint ${level} of ${id}`),
    ),
    ...solutions.map(one =>
      part(
        `solution ${one.id}`,
        one.lines.map((_, i) => `Sentence ${i + 1} of ${one.id}`),
      ),
    ),
    part(
      'slips',
      slips.map(one => `${one.id}: Slip ${one.id} of ${id}`),
    ),
    `### passed\nPassed ${id}.`,
  ].join('\n\n')
}

export function lessonOf(steps: readonly Step[], {id = 'one', stage = 'standalone' as Stage} = {}): Lesson {
  const words = wordsOf(steps)
  return lesson({id, stage, steps, words: {en: words, zh: words}})
}
