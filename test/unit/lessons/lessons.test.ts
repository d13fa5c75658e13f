// Every lesson, read without a server: its words in both languages, and its lines. That they do what they say is held by `check`.

import {describe, expect, test} from 'vitest'
import {lessons} from '../../../lessons/index.ts'
import {highlights, isHighlight} from '../../../src/model/cluster/highlight.ts'
import {rosterOf} from '../../../src/model/cluster/snapshot.ts'
import type {Step} from '../../../src/model/lesson/lesson.ts'
import type {StepWords} from '../../../src/model/lesson/lesson-words.ts'
import {fillPlaceholders} from '../../../src/model/lesson/placeholders.ts'
import {proofread} from '../../../src/model/lesson/proofread.ts'
import {parseLine} from '../../../src/model/prompt/parse-line.ts'
import {infoFieldsText} from '../../../src/model/text/catalogue/info-fields.ts'
import {languages, translate} from '../../../src/model/text/messages.ts'
import {widthOf} from '../../../src/views/draw/styled-text.ts'
import {recorded} from '../recorded/recording.ts'

const allSteps = lessons.flatMap(lesson =>
  lesson.steps.map(step => [`${lesson.id} ${step.id}`, step, lesson] as const),
)

test('Lessons have names of their own, and so have the steps of each', () => {
  expect(new Set(lessons.map(({id}) => id)).size).toBe(lessons.length)
  for (const {steps} of lessons) expect(new Set(steps.map(({id}) => id)).size).toBe(steps.length)
})

describe('The words of every lesson', () => {
  test('say everything its steps need, in both languages', () => {
    const faults = lessons.flatMap(lesson =>
      proofread(lesson).map(fault => `${lesson.id}: ${translate('en', fault)}`),
    )
    expect(faults).toEqual([])
  })

  test('have a title and a summary', () => {
    const faults = lessons.flatMap(({id, words}) =>
      languages.flatMap(language =>
        (['title', 'summary'] as const)
          .filter(part => words[language][part] === '')
          .map(part => `${id}: no ${part} in ${language}`),
      ),
    )
    expect(faults).toEqual([])
  })

  test('have titles that are read whole beside the nodes, in 110 columns', () => {
    const faults = lessons.flatMap(({id, words}) =>
      languages.flatMap(language =>
        words[language].steps
          .map(({title}) => title)
          .filter(title => widthOf(title) > 43)
          .map(title => `${id}: ${title}`),
      ),
    )
    expect(faults).toEqual([])
  })

  test('are as many paragraphs of the same kinds in both languages', () => {
    const faults = lessons.flatMap(lesson => {
      const shape = (language: 'en' | 'zh') =>
        lesson.words[language].steps.map(({id, text}) => [id, ...text.map(({kind}) => kind)].join(' '))
      const [en, zh] = [shape('en'), shape('zh')]
      return Array.from({length: Math.max(en.length, zh.length)}, (_, i) => [en[i], zh[i]])
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => `${lesson.id}: ${one} in English, ${other} in Chinese`)
    })
    expect(faults).toEqual([])
  })

  test('are Chinese in Chinese', () => {
    const faults = lessons.flatMap(lesson =>
      lesson.words.zh.steps.flatMap(({id, text, passed}) => {
        const paragraphs = text.filter(({kind}) => kind !== 'code').map(one => one.text)
        return [...paragraphs, passed]
          .filter(paragraph => !/\p{Script=Han}/u.test(paragraph))
          .map(paragraph => `${lesson.id} ${id}: ${paragraph}`)
      }),
    )
    expect(faults).toEqual([])
  })

  // What only one language names is a translation that fell behind.
  test('name the same nodes, figures and commands in both languages', () => {
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
    const faults = lessons.flatMap(lesson =>
      lesson.words.en.steps.flatMap((en, i) => {
        const zh = lesson.words.zh.steps[i]
        const [one, other] = [named(en), zh ? named(zh) : []]
        const only = [
          ...one.filter(name => !other.includes(name)).map(name => `${name} only in English`),
          ...other.filter(name => !one.includes(name)).map(name => `${name} only in Chinese`),
          ...(zh ? [] : ['no Chinese']),
        ]
        return only.map(fault => `${lesson.id} ${en.id}: ${fault}`)
      }),
    )
    expect(faults).toEqual([])
  })
})

const lineKinds = ['actions', 'use', 'follow', 'log', 'move', 'tool', 'conf', 'configure', 'traffic', 'links']

describe('The lines of every step', () => {
  const lines = ({setup, enter, solutions, mistakes}: Step) => [
    ...setup,
    ...enter,
    ...solutions.flatMap(solution => solution.lines),
    ...mistakes.flatMap(mistake => mistake.example),
  ]

  test('are commands, whatever ports the nodes have', () => {
    const faults = allSteps.flatMap(([name, step, {stage, spares, wired}]) =>
      lines(step).flatMap(line =>
        [6379, 17379].flatMap(base => {
          const roster = rosterOf(stage, base, spares, wired)
          const filled = fillPlaceholders(line, {roster, snapshots: [recorded('cluster')]})
          const became = parseLine(filled, {node: '6379', roster, stage, snapshot: recorded('cluster')})
          return lineKinds.includes(became.is) ? [] : [`${name}: ${line} became ${JSON.stringify(became)}`]
        }),
      ),
    )
    expect(faults).toEqual([])
  })

  // /next is no solution, and a mistake that quits the lab would be one for good. A hint is what the tour's step on hints is about.
  test('move nothing in the lesson itself', () => {
    const moves = /^\/(next|back|reset|solve|play|done|lessons|review|lang|quit|help)/
    const faults = allSteps.flatMap(([name, step]) =>
      lines(step)
        .filter(line => moves.test(line))
        .map(line => `${name}: ${line}`),
    )
    expect(faults).toEqual([])
  })
})

describe('Every step', () => {
  test('can be passed: it has goals, and shows how', () => {
    const faults = allSteps.flatMap(([name, {goals, solutions, mistakes}]) => [
      ...(goals.length > 0 ? [] : [`${name}: no goal`]),
      ...(solutions.length > 0 ? [] : [`${name}: no solution`]),
      ...solutions.filter(({lines}) => lines.length === 0).map(({id}) => `${name}: no line in ${id}`),
      ...mistakes.filter(({example}) => example.length === 0).map(({id}) => `${name}: no line in ${id}`),
    ])
    expect(faults).toEqual([])
  })

  test('holds for a moment, but for no longer than anybody waits', () => {
    const faults = allSteps
      .filter(([, {stableFor}]) => !(stableFor > 0 && stableFor <= 2000))
      .map(([name, {stableFor}]) => `${name}: ${stableFor} ms`)
    expect(faults).toEqual([])
  })
})

test('highlights only fields that Redis has', () => {
  const highlighted = lessons.flatMap(({id, steps}) =>
    steps.flatMap(step => step.highlight.map(field => ({at: `${id}/${step.id}`, field}))),
  )
  expect(highlighted.filter(({field}) => !isHighlight(field))).toEqual([])
})

test('What may be highlighted is every field with a meaning, and two groups', () => {
  const fields = Object.keys(infoFieldsText).map(key => key.replace('info-fields.', ''))
  const named = [...fields.filter(field => field !== 'slaveN'), 'slave', 'repl_backlog']
  expect([...highlights].toSorted()).toEqual(named.toSorted())
})
