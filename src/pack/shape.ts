// Checks that the export of a lesson file has the shape of a lesson, and explains mistakes in words. TypeScript finds them too, but not every
// author uses it. `check` proves that the goals and lines work.

import {inspect} from 'node:util'
import type {LessonPlan, StepInput} from '../author.ts'
import {stages} from '../model/cluster/snapshot.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Message, type MessageKey, message} from '../model/text/messages.ts'

/** What a field must be: a description and a test. */
type Rule = Readonly<{expected: MessageKey; fits: (value: unknown) => boolean}>

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isId = (value: unknown) => typeof value === 'string' && /^[\w-]+$/.test(value)
const isFunction = (value: unknown) => typeof value === 'function'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isList = (value: unknown, fits: (one: unknown) => boolean) => Array.isArray(value) && value.every(fits)
const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0

/** A list of records whose fields pass these tests. */
function listOf(fields: Readonly<Record<string, (value: unknown) => boolean>>) {
  const fits = (one: unknown) =>
    isRecord(one) && Object.entries(fields).every(([name, holds]) => holds(one[name]))
  return (value: unknown) => isList(value, fits)
}

function optional({expected, fits}: Rule): Rule {
  return {expected, fits: value => value === undefined || fits(value)}
}

const isLines = (value: unknown) => isFilled(value) && isList(value, isText)
const texts = optional({expected: 'shape.texts', fits: value => isList(value, isText)})
const id: Rule = {expected: 'shape.id', fits: isId}

/** All fields of a lesson; any other name is a typing error. */
const lessonRules: Readonly<Record<keyof LessonPlan, Rule>> = {
  id,
  aliases: texts,
  stage: {expected: 'shape.stage', fits: value => stages.some(stage => stage === value)},
  spares: optional({
    expected: 'shape.spares',
    fits: value => isList(value, one => isText(one) && /^\d{4,5}$/.test(String(one))),
  }),
  recall: optional({expected: 'shape.recall', fits: listOf({id: isId, answer: isId})}),
  steps: {expected: 'shape.steps', fits: value => isFilled(value) && isList(value, isRecord)},
}

const stepRules: Readonly<Record<keyof StepInput, Rule>> = {
  id,
  aliases: texts,
  ready: {expected: 'shape.goal', fits: isFunction},
  goals: {
    expected: 'shape.conditions',
    fits: value => isFilled(value) && listOf({id: isId, goal: isFunction})(value),
  },
  solutions: {
    expected: 'shape.solutions',
    fits: value => isFilled(value) && listOf({id: isId, lines: isLines})(value),
  },
  mistakes: optional({
    expected: 'shape.mistakes',
    fits: listOf({id: isId, lines: isLines, when: isFunction}),
  }),
  prediction: optional({
    expected: 'shape.prediction',
    fits: value => isRecord(value) && isFunction(value['outcome']),
  }),
  setup: texts,
  enter: texts,
  highlight: texts,
  countKeys: texts,
  stableFor: optional({expected: 'shape.hold', fits: value => Number.isFinite(value) && Number(value) >= 0}),
}

/** The lesson of the folder `id`. @throws LabError with the file, step, field and what is expected there. */
export function lessonIn(file: string, id: string, exported: unknown): LessonPlan {
  if (!isRecord(exported)) throw new LabError('pack.noDefault', {file})
  if (exported['id'] !== id)
    throw new LabError('pack.otherId', {file, came: shown(exported['id']), folder: id})
  requireFields(file, message('shape.ofLesson'), exported, lessonRules)
  const steps = exported['steps'] as readonly Record<string, unknown>[]
  for (const [i, step] of steps.entries()) {
    const of = isId(step['id'])
      ? message('shape.ofStep', {step: String(step['id'])})
      : message('shape.ofNthStep', {n: i + 1})
    requireFields(file, of, step, stepRules)
    if (steps.findIndex(one => one['id'] === step['id']) < i)
      throw new LabError('pack.sameStep', {file, step: String(step['id'])})
  }
  return exported as LessonPlan
}

function requireFields(
  file: string,
  of: Message,
  value: Record<string, unknown>,
  rules: Readonly<Record<string, Rule>>,
) {
  for (const [field, {expected, fits}] of Object.entries(rules))
    if (!fits(value[field]))
      throw new LabError('pack.field', {
        file,
        of,
        field,
        expected: message(expected),
        came: shown(value[field]),
      })
  const unknown = Object.keys(value).find(field => !Object.hasOwn(rules, field))
  if (unknown !== undefined)
    throw new LabError('pack.noField', {file, of, field: unknown, fields: Object.keys(rules).join(', ')})
}

/** The value on one line, shortened. */
function shown(value: unknown): string {
  const text = inspect(value, {depth: 1, breakLength: Number.POSITIVE_INFINITY})
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
