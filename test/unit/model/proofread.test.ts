import {describe, expect, test} from 'vitest'
import {everyNodeAnswers} from '../../../src/model/ask.ts'
import {lesson, type Step, step} from '../../../src/model/lesson.ts'
import {proofread} from '../../../src/model/proofread.ts'
import {say} from '../../../src/model/text.ts'
import {wordsOf} from './words-of.ts'

const look = step({
  id: 'look',
  ready: everyNodeAnswers,
  goal: [{id: 'asked', ask: everyNodeAnswers}],
  solutions: [{id: 'info', lines: ['INFO', 'ROLE']}],
  slips: [{id: 'typo', lines: ['INF0'], seen: () => false}],
})

/** The faults of a lesson whose English words are `en`, in English. */
function faults(en: string, steps: readonly Step[] = [look]): readonly string[] {
  const one = lesson({id: 'one', stage: 'standalone', steps, words: {en, zh: wordsOf(steps)}})
  return proofread(one).map(fault => say('en', fault))
}

const words = wordsOf([look])

test('Words that say everything have no fault', () => {
  expect(faults(words)).toEqual([])
})

describe('A fault is told with its file, its step and its remedy', () => {
  test.each<[title: string, words: string, fault: string]>([
    [
      'a condition without a sentence',
      words.replace('- asked: Goal asked of look', ''),
      'one/en.md, step look: no sentence for "asked" under ### goal. Add one.',
    ],
    [
      'a sentence without a condition',
      words.replace('- asked:', '- other: x\n- asked:'),
      'one/en.md, step look: "other" under ### goal belongs to nothing in the lesson. Remove it, or mend its id.',
    ],
    [
      'a slip without a sentence',
      words.replace('- typo: Slip typo of look', ''),
      'one/en.md, step look: no sentence for "typo" under ### slips. Add one.',
    ],
    [
      'a solution nobody wrote',
      words.replace('### passed', '### solution magic\n- x\n\n### passed'),
      'one/en.md, step look: "magic" under ### solution belongs to nothing in the lesson. Remove it, or mend its id.',
    ],
    [
      'a line of a solution without a sentence',
      words.replace('- Sentence 2 of info', ''),
      'one/en.md, step look: solution "info" has 2 lines and 1 sentence. Each line needs one.',
    ],
    [
      'a hint too few',
      words.replace('- Hint 3 of look', ''),
      'one/en.md, step look: 2 hints, expected 3: where to look, which command, its shape.',
    ],
    ['no text', words.replace('Text of look.', ''), 'one/en.md, step look: text is empty.'],
    ['no task', words.replace('Task of look.', ''), 'one/en.md, step look: ### task is empty.'],
    ['no end', words.replace('Passed look.', ''), 'one/en.md, step look: ### passed is empty.'],
    ...['Text of look.', 'Task of look.', 'Goal asked', 'Hint 2', 'Sentence 1', 'Slip typo', 'Passed'].map(
      (place): [string, string, string] => [
        `a placeholder that cannot be filled, in "${place}"`,
        words.replace(place, `${place} {lag 6379} {6379}`),
        'one/en.md, step look: {lag 6379} names no figure or no node. CONTRIBUTING.md lists them.',
      ],
    ),
  ])('%s', (_, broken, fault) => {
    expect(broken).not.toBe(words)
    expect(faults(broken)).toEqual([fault])
  })

  test('a whole solution without words: that it has none, and how many it needs', () => {
    expect(faults(words.replace(/### solution info\n.*\n.*\n/, ''))).toEqual([
      'one/en.md, step look: no sentence for "info" under ### solution. Add one.',
      'one/en.md, step look: solution "info" has 2 lines and 0 sentences. Each line needs one.',
    ])
  })

  test('and each file is read', () => {
    const broken = words.replace('Passed look.', '')
    const one = lesson({id: 'one', stage: 'bare', steps: [look], words: {en: broken, zh: broken}})
    expect(proofread(one).map(fault => say('zh', fault))).toEqual([
      'one/en.md，步骤 look：### passed 为空。',
      'one/zh.md，步骤 look：### passed 为空。',
    ])
  })
})
