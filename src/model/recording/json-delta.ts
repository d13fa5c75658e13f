// Delta between two immutable values of plain JSON. Parts that are the same object in both are taken as unchanged,
// so a recording costs as much as what changed, not as much as the state.

import {isObject} from '../text/objects.ts'

export type Json = null | boolean | number | string | readonly Json[] | Readonly<{[key: string]: Json}>

export type Delta =
  /** Replaces the whole value. */
  | Readonly<{set: Json}>
  /** For a whole number, also one in a string: how much it grew. Offsets of several nodes grow alike, and what repeats is packed well. */
  | Readonly<{by: number}>
  /** For an object: changed and new keys, and the removed ones. */
  | Readonly<{keys: Readonly<Record<string, Delta>>; gone?: readonly string[]}>
  /**
   * For a list: how many items were dropped at the start, how many of the rest are kept, which of those changed (by new index), and what was added.
   */
  | Readonly<{drop: number; keep: number; items: Readonly<Record<string, Delta>>; add: readonly Json[]}>

/** Undefined if nothing changed. A key with the value `undefined` counts as absent, as in JSON. */
export function deltaOf(before: unknown, now: unknown): Delta | undefined {
  if (before === now) return undefined
  if (Array.isArray(before) && Array.isArray(now)) return listDelta(before, now)
  if (isObject(before) && isObject(now)) return recordDelta(before, now)
  if (typeof before === typeof now && isWhole(before) && isWhole(now))
    return {by: Number(now) - Number(before)}
  return {set: now as Json}
}

/** True if the number can be computed with and written again exactly as it was. */
function isWhole(value: unknown): boolean {
  const number = typeof value === 'string' ? Number(value) : value
  return (
    Number.isSafeInteger(number) &&
    Math.abs(number as number) < 2 ** 52 &&
    (number === value || String(number) === value)
  )
}

function recordDelta(before: Fields, now: Fields): Delta | undefined {
  const keys: Record<string, Delta> = {}
  for (const [key, value] of Object.entries(now)) {
    const delta = value === undefined ? undefined : deltaOf(before[key], value)
    if (delta) keys[key] = delta
  }
  const gone = Object.keys(before).filter(key => before[key] !== undefined && now[key] === undefined)
  if (gone.length > 0) return {keys, gone}
  return Object.keys(keys).length > 0 ? {keys} : undefined
}

/** Assumes that lists grow at the end and are cut at the start, as those of the state do. */
function listDelta(before: readonly unknown[], now: readonly unknown[]): Delta | undefined {
  const found = now.length > 0 ? before.indexOf(now[0]) : -1
  const drop = found > 0 ? found : 0
  const keep = Math.min(before.length - drop, now.length)
  const items: Record<string, Delta> = {}
  for (let i = 0; i < keep; i++) {
    const delta = deltaOf(before[drop + i], now[i])
    if (delta) items[i] = delta
  }
  const add = now.slice(keep) as readonly Json[]
  const same = drop === 0 && add.length === 0 && keep === before.length
  return same && Object.keys(items).length === 0 ? undefined : {drop, keep, items, add}
}

/** Applies the change to `before`; unchanged parts stay the same objects. */
export function withDelta(before: unknown, delta: Delta): unknown {
  if ('set' in delta) return delta.set
  if ('by' in delta) {
    const sum = Number(before) + delta.by
    return typeof before === 'string' ? String(sum) : sum
  }
  if ('keys' in delta) {
    const fields = {...(before as Fields)}
    for (const key of delta.gone ?? []) delete fields[key]
    for (const [key, one] of Object.entries(delta.keys)) fields[key] = withDelta(fields[key], one)
    return fields
  }
  const list = (before as readonly unknown[]).slice(delta.drop, delta.drop + delta.keep)
  for (const [i, one] of Object.entries(delta.items)) list[Number(i)] = withDelta(list[Number(i)], one)
  return [...list, ...delta.add]
}

type Fields = Record<string, unknown>
