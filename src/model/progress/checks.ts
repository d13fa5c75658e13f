// Checks of the values in a file that people edit and copy around: what is wrong, and where. Pure.

import {type Message, type MessageKey, message} from '../text/messages.ts'
import {isObject} from '../text/objects.ts'

/** Reports what is wrong with a value; `path` is its place in the file. */
export type Check = (value: unknown, path: string) => Message | undefined

/** Maximum number of characters shown of an invalid value. */
const mostShown = 40

function expect(expected: MessageKey, holds: (value: unknown) => boolean): Check {
  return (value, path) =>
    holds(value)
      ? undefined
      : message('progress.shape', {
          path,
          expected: message(expected),
          actual: JSON.stringify(value)?.slice(0, mostShown) ?? '-',
        })
}

/** Largest time a Date can represent, ms since the epoch. */
const endOfTime = 8.64e15

export const text = expect('progress.text', value => typeof value === 'string')
export const flag = expect('progress.flag', value => typeof value === 'boolean')
export const list = expect('progress.list', Array.isArray)
export const number = expect(
  'progress.number',
  value => typeof value === 'number' && value >= 0 && value <= endOfTime,
)
export const object = expect('progress.object', isObject)
export const versionNumber = expect('progress.version', value => Number.isInteger(value) && Number(value) > 0)

/** A list of at most `most` entries, each checked. */
export function listOf(check: Check, most = Number.POSITIVE_INFINITY): Check {
  return (value, path) => {
    const fault = list(value, path)
    if (fault) return fault
    const entries = value as unknown[]
    if (entries.length > most) return message('report.tooMany', {path, most})
    return firstFault(entries.map((one, i) => () => check(one, join(path, String(i)))))
  }
}

export function optional(check: Check): Check {
  return (value, path) => (value === undefined ? undefined : check(value, path))
}

/** Checks every value of an object. */
export function each(check: Check): Check {
  return (value, path) =>
    object(value, path) ??
    firstFault(
      Object.entries(value as object).map(
        ([name, one]) =>
          () =>
            check(one, join(path, name)),
      ),
    )
}

/** Checks the named fields of an object; the others may be anything. */
export function fields(checks: Readonly<Record<string, Check>>): Check {
  return (value, path) =>
    object(value, path) ??
    firstFault(
      Object.entries(checks).map(([name, check]) => () => {
        const found = Object.hasOwn(value as object, name)
          ? (value as Record<string, unknown>)[name]
          : undefined
        return check(found, join(path, name))
      }),
    )
}

export function firstFault(checks: readonly (() => Message | undefined)[]): Message | undefined {
  for (const check of checks) {
    const fault = check()
    if (fault) return fault
  }
  return undefined
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
