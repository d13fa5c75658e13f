// Checks that the export of a lesson file has the shape of a lesson, and explains mistakes in words. TypeScript finds them too, but not every
// author uses it. `check` proves that the goals and lines work.

import {inspect} from 'node:util'
import type {LessonPlan, StepPlan} from '../author.ts'
import {stages} from '../model/cluster/snapshot.ts'
import {isFact} from '../model/cluster/versions.ts'
import {nearest} from '../model/commands/did-you-mean.ts'
import {isNodesView} from '../model/lesson/nodes-view.ts'
import {mostRate} from '../model/state/traffic.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Message, type MessageKey, message} from '../model/text/messages.ts'

/** What a field must be: a description and a test. */
type Rule = Readonly<{expected: MessageKey; fits: (value: unknown) => boolean}>

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isId = (value: unknown) => typeof value === 'string' && /^[A-Za-z][\w-]*$/.test(value)
const isFunction = (value: unknown) => typeof value === 'function'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isList = (value: unknown, fits: (one: unknown) => boolean) => Array.isArray(value) && value.every(fits)
const isGoal = (value: unknown) => isFunction(value) || (isRecord(value) && isFunction(value['goal']))
const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0

/** One or more entries keyed by id; an id that is a number would lose its place. */
function keyedBy(fits: (value: unknown) => boolean) {
  return (value: unknown) =>
    isRecord(value) &&
    !Array.isArray(value) &&
    Object.entries(value).length > 0 &&
    Object.entries(value).every(([id, one]) => isId(id) && fits(one))
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
  wired: optional({expected: 'shape.boolean', fits: value => typeof value === 'boolean'}),
  recall: optional({expected: 'shape.recall', fits: keyedBy(isId)}),
  steps: {expected: 'shape.steps', fits: keyedBy(isRecord)},
}

const aFact = optional({expected: 'shape.fact', fits: value => isText(value) && isFact(String(value))})

const stepRules: Readonly<Record<keyof StepPlan, Rule>> = {
  aliases: texts,
  unless: aFact,
  needs: aFact,
  ready: {expected: 'shape.goal', fits: isFunction},
  goals: {
    expected: 'shape.goals',
    fits: keyedBy(isGoal),
  },
  solutions: {expected: 'shape.solutions', fits: keyedBy(isLines)},
  ways: optional({expected: 'shape.ways', fits: keyedBy(isLines)}),
  mistakes: optional({
    expected: 'shape.mistakes',
    fits: keyedBy(
      one =>
        isRecord(one) &&
        isLines(one['example']) &&
        isFunction(one['when']) &&
        (one['unless'] === undefined || (isText(one['unless']) && isFact(String(one['unless'])))),
    ),
  }),
  prediction: optional({
    expected: 'shape.prediction',
    fits: value =>
      isRecord(value) &&
      isText(value['answer']) &&
      isFunction(value['seen']) &&
      (value['unseen'] === undefined || isList(value['unseen'], isText)),
  }),
  facts: optional({expected: 'shape.goals', fits: keyedBy(isGoal)}),
  setup: texts,
  enter: texts,
  highlight: texts,
  view: optional({expected: 'shape.view', fits: value => isText(value) && isNodesView(String(value))}),
  countKeys: texts,
  traffic: optional({
    expected: 'shape.traffic',
    fits: value => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostRate,
  }),
  clientAt: optional({
    expected: 'shape.node',
    fits: value => isText(value) && /^\d{4,5}$/.test(String(value)),
  }),
  incident: optional({expected: 'shape.flag', fits: value => typeof value === 'boolean'}),
  stableFor: optional({
    expected: 'shape.stableFor',
    fits: value => Number.isFinite(value) && Number(value) >= 0,
  }),
}

/** The lesson of the folder `id`. @throws LabError with the file, step, field and what is expected there. */
export function lessonIn(file: string, id: string, exported: unknown): LessonPlan {
  if (!isRecord(exported)) throw new LabError('pack.noDefault', {file})
  if (exported['id'] !== id)
    throw new LabError('pack.otherId', {file, actual: shown(exported['id']), folder: id})
  requireFields(file, message('shape.ofLesson'), exported, lessonRules)
  const steps = Object.entries(exported['steps'] as Record<string, Record<string, unknown>>)
  for (const [step, plan] of steps) requireFields(file, message('shape.ofStep', {step}), plan, stepRules)
  const lesson = exported as LessonPlan
  requireWires(file, lesson)
  return lesson
}

/** What stands beside a wire needs wires, and no stage has them between Sentinels. */
function requireWires(file: string, {stage, wired = false, steps}: LessonPlan) {
  if (wired && stage === 'sentinel') throw new LabError('pack.wiredSentinels', {file})
  for (const [step, {clientAt, traffic}] of Object.entries(steps))
    if (clientAt !== undefined && !(wired && traffic !== undefined))
      throw new LabError('pack.clientAt', {file, of: message('shape.ofStep', {step})})
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
        actual: shown(value[field]),
      })
  const unknown = Object.keys(value).find(field => !Object.hasOwn(rules, field))
  if (unknown === undefined) return
  const near = nearest(unknown, Object.keys(rules))
  throw near === undefined
    ? new LabError('pack.noField', {file, of, field: unknown, fields: Object.keys(rules).join(', ')})
    : new LabError('pack.fieldMeant', {file, of, field: unknown, near})
}

/** The value on one line, shortened. */
function shown(value: unknown): string {
  const text = inspect(value, {depth: 1, breakLength: Number.POSITIVE_INFINITY})
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
