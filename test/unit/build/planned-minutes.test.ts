// The plan in the guide to a workshop names every lesson, with its steps and minutes.

import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {plannedMinutes} from '../../../build/planned-minutes.ts'
import {lessons} from '../../../lessons/index.ts'

test.each(['docs/workshop.md', 'docs/workshop.zh.md'])('%s', file => {
  const rows = readFileSync(file, 'utf8').match(/^ {3}\| `.*$/gm)
  expect(rows).toEqual(
    lessons.map(lesson => `   | \`${lesson.id}\` | ${lesson.steps.length} | ${plannedMinutes(lesson)} |`),
  )
})
