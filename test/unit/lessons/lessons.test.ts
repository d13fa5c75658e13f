// Every lesson, read without a server: its words in both languages, and its lines. That they do what they say is held by `check`.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {rosterAt} from '../../../src/model/cluster/node.ts'
import type {Lesson, Step} from '../../../src/model/lesson/lesson.ts'
import type {StepWords} from '../../../src/model/lesson/lesson-words.ts'
import {fillPlaceholders} from '../../../src/model/lesson/placeholders.ts'
import {proofread} from '../../../src/model/lesson/proofread.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import {languages, translate} from '../../../src/model/text/messages.ts'
import {recorded} from '../recorded/recording.ts'

const names = lessons.map(lesson => [lesson.id, lesson] as const)
const allSteps = lessons.flatMap(lesson =>
  lesson.steps.map(step => [`${lesson.id} ${step.id}`, lesson, step] as const),
)

test('Lessons have names of their own, and so have the steps of each', () => {
  expect(new Set(lessons.map(({id}) => id)).size).toBe(lessons.length)
  for (const {steps} of lessons) expect(new Set(steps.map(({id}) => id)).size).toBe(steps.length)
})

describe('The words of', () => {
  test.each(names)('%s say everything its steps need, in both languages', (_, lesson) => {
    expect(proofread(lesson).map(fault => translate('en', fault))).toEqual([])
  })

  test.each(names)('%s have a title and a summary', (_, lesson) => {
    for (const language of languages) {
      expect(lesson.words[language].title).not.toBe('')
      expect(lesson.words[language].summary).not.toBe('')
    }
  })

  test.each(names)('%s are as many paragraphs of the same kinds in both languages', (_, lesson) => {
    const shape = (language: 'en' | 'zh') =>
      lesson.words[language].steps.map(({id, text}) => [id, ...text.map(({kind}) => kind)].join(' '))
    expect(shape('zh')).toEqual(shape('en'))
  })

  test.each(names)('%s are Chinese in Chinese', (_, lesson) => {
    for (const {id, text, passed} of lesson.words.zh.steps) {
      const paragraphs = text.filter(({kind}) => kind !== 'code').map(one => one.text)
      for (const paragraph of [...paragraphs, passed]) expect(paragraph, id).toMatch(/\p{Script=Han}/u)
    }
  })

  // What only one language names is a translation that fell behind.
  test.each(names)('%s name the same nodes, figures and commands in both languages', (_, lesson) => {
    const named = ({text, hints, solutions, goals, mistakes, passed}: StepWords) => {
      const lists = [
        ...Object.values(solutions),
        hints,
        Object.values(goals),
        Object.values(mistakes),
        [passed],
      ]
      const all = [...text.map(one => one.text), ...lists.flat()].join('\n')
      // Of code its first word: what follows a command may be told in the reader's language.
      const code = [...all.matchAll(/`([^`\s]+)[^`]*`/g)].map(([, word]) => word)
      return [...new Set([...code, ...(all.match(/\{[^}]*\}/g) ?? [])])].sort()
    }
    for (const [i, en] of lesson.words.en.steps.entries()) {
      const zh = lesson.words.zh.steps[i]
      expect(zh && named(zh), en.id).toEqual(named(en))
    }
  })
})

describe('The lines of', () => {
  const lines = ({setup: given, enter, solutions, mistakes}: Step) => [
    ...given,
    ...enter,
    ...[...solutions, ...mistakes].flatMap(path => path.lines),
  ]

  test.each(allSteps)('%s are commands, whatever ports the nodes have', (_, __, step) => {
    for (const line of lines(step))
      for (const roster of [6379, 17379].map(base => rosterAt(base))) {
        const became = parseLine(fillPlaceholders(line, {roster, snapshots: [recorded('cluster')]}), {
          node: '6379',
          roster,
        })
        expect(
          ['actions', 'use', 'follow', 'log', 'move'],
          `${line} became ${JSON.stringify(became)}`,
        ).toContain(became.is)
      }
  })

  // /next is no solution, and a slip that quits the lab would be one for good. A hint is what the tour's step on hints is about.
  test.each(allSteps)('%s move nothing in the lesson itself', (_, __, step) => {
    for (const line of lines(step))
      expect(line).not.toMatch(/^\/(next|back|reset|solve|play|done|lessons|review|lang|quit|help)/)
  })
})

describe('The step', () => {
  test.each(allSteps)(
    '%s can be passed: it asks something, and shows how',
    (_, lesson: Lesson, step: Step) => {
      expect(lesson.steps).toContain(step)
      expect(step.goals.length).toBeGreaterThan(0)
      expect(step.solutions.length).toBeGreaterThan(0)
      for (const {lines} of [...step.solutions, ...step.mistakes]) expect(lines.length).toBeGreaterThan(0)
    },
  )

  test.each(allSteps)('%s holds for a moment, but for no longer than anybody waits', (_, __, step: Step) => {
    expect(step.stableFor).toBeGreaterThan(0)
    expect(step.stableFor).toBeLessThanOrEqual(2000)
  })
})
