// Guards around the functions of a lesson's author: one that throws, or returns something else than a verdict or a boolean, becomes an error
// with a sentence that names lesson, step and field.

import {LabError} from '../text/lab-error.ts'
import {type MessageKey, message} from '../text/messages.ts'
import {isObject} from '../text/objects.ts'
import type {Evidence} from './evidence.ts'
import type {Verdict} from './verdict.ts'

/** The place of a function: `goals.follows` of step `one` of lesson `shop`. */
export type AuthorPlace = Readonly<{lesson: string; step: string; field: string}>

/** A goal, if it returns a verdict, or a sign, if true or false. */
export type Check<Value> = (evidence: Evidence) => Value

/** A goal that returns a verdict, or throws a LabError that says what it returned instead. */
export function guardGoal(place: AuthorPlace, goal: Check<Verdict>): Check<Verdict> {
  return evidence => required(place, resultOf(place, goal, evidence), isVerdict, 'guard.verdict')
}

/** A sign that returns true or false, or throws a LabError that says what it returned instead. */
export function guardSign(place: AuthorPlace, sign: Check<boolean>): Check<boolean> {
  return evidence => required(place, resultOf(place, sign, evidence), isBoolean, 'guard.boolean')
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isVerdict(value: unknown): boolean {
  if (!isObject(value)) return false
  const {is, because} = value
  return is === 'met' || ((is === 'notYet' || is === 'lost') && isSentence(because))
}

/** A message with values that can be said; of ours the compiler knows, of an author's nobody does. */
function isSentence(value: unknown): boolean {
  if (!isObject(value) || typeof value['key'] !== 'string') return false
  const {values = {}} = value
  return isObject(values) && Object.values(values).every(isSayable)
}

function isSayable(value: unknown): boolean {
  const isTranslated = isObject(value) && typeof value['en'] === 'string'
  return ['string', 'number', 'undefined'].includes(typeof value) || isTranslated || isSentence(value)
}

function resultOf<Value>(place: AuthorPlace, check: Check<Value>, evidence: Evidence): Value {
  try {
    return check(evidence)
  } catch (error) {
    if (error instanceof LabError)
      throw new LabError('guard.wrong', {...place, error: error.reason}, {cause: error})
    throw new LabError('guard.threw', {...place, error: textOf(error)}, {cause: error})
  }
}

function required<Value>(
  place: AuthorPlace,
  value: Value,
  fits: (value: unknown) => boolean,
  expected: MessageKey,
): Value {
  if (fits(value)) return value
  throw new LabError('guard.returned', {...place, expected: message(expected), actual: shown(value)})
}

const mostShown = 60

/** The value on one line, shortened. */
function shown(value: unknown): string {
  const text = textOf(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
}

/** Of any value at all: one may refer to itself, or have no text. */
function textOf(value: unknown): string {
  try {
    return isObject(value) && !(value instanceof Error) ? JSON.stringify(value) : String(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
