// A lesson's words made from its steps, where only the steps matter to a test.

import type {Stage} from '../../../src/model/cluster/snapshot.ts'
import {assembleLesson, type Lesson, type Recall, type Step} from '../../../src/model/lesson/lesson.ts'
import {stamp} from '../../../src/model/lesson/translation.ts'

/** Words that say everything the steps need: `Goal ID of STEP`, `Hint 1 of STEP` … */
export function wordsOf(steps: readonly Step[], recall: readonly Recall[] = []): string {
  const questions = recall.map(({id}) => `### question ${id}\n${question(id)}`)
  const first = recall.length === 0 ? [] : ['## recall: Before', ...questions]
  return ['# A lesson', 'What it is about.', ...first, ...steps.map(stepWords)].join('\n\n')
}

/** Two options, `a` and `b`. */
function question(id: string): string {
  return `Question ${id}?\n- a: Option a of ${id} → Reply a of ${id}\n- b: Option b of ${id} → Reply b of ${id}`
}

function stepWords({id, goals: goal, facts, prediction, solutions, mistakes}: Step): string {
  const part = (title: string, lines: readonly string[]) =>
    [`### ${title}`, ...lines.map(line => `- ${line}`)].join('\n')
  return [
    `## ${id}: Title of ${id}`,
    `Text of ${id}.`,
    ...(prediction ? [`### prediction\n${question(id)}`] : []),
    `### task\nTask of ${id}.`,
    part(
      'goals',
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
      'mistakes',
      mistakes.map(one => `${one.id}: Slip ${one.id} of ${id}`),
    ),
    `### passed\nPassed ${id}.\n${facts.map(one => `- ${one.id}: Fact ${one.id} of ${id}.\n`).join('')}`,
  ].join('\n\n')
}

type More = {id?: string; stage?: Stage; recall?: readonly Recall[]}

export function lessonOf(
  steps: readonly Step[],
  {id = 'one', stage = 'standalone', recall = []}: More = {},
): Lesson {
  const words = wordsOf(steps, recall)
  return assembleLesson({id, stage, steps, recall, words: {en: words, zh: stamp(words, words)}})
}
