// Recordings of format 1 (lab 0.1.0) in the words of the present format: the same moments, line for line.

import {allMessages} from '../text/messages.ts'
import {type Delta, deltaOf, type Json, withDelta} from './json-delta.ts'

type Fields = Readonly<Record<string, unknown>>

/** New names of fields, by where they stand: a state, its step under way, a passed step, an answer, the open questions, a watched line. */
const renamed = {
  state: {
    standing: 'status',
    mark: 'lineStart',
    watched: 'watchedLine',
    told: 'reportedUpTo',
    traits: 'commandTable',
    telling: 'feedback',
  },
  play: {said: 'predicted', came: 'outcome', slip: 'mistake', done: 'outcomes', happened: 'changes'},
  passedStep: {happened: 'changes'},
  answer: {said: 'chosen'},
  part: {said: 'message'},
} as const

/** Where messages of a key that began so stand now. */
const keyPrefixes: Readonly<Record<string, readonly string[]>> = {
  ask: ['goals'],
  readonly: ['goals'],
  takeover: ['goals'],
  happened: ['what-changed'],
  heard: ['what-changed'],
  info: ['info-fields'],
  connection: ['outcome'],
  explain: ['line-errors', 'cluster-errors', 'replication-errors', 'server-errors', 'slot-errors'],
}

const statuses: Readonly<Record<string, string>> = {raising: 'starting', up: 'ready'}

/**
 * The lines behind the head: a state, then changes. A line that cannot be read stands as it is, with all that follow, so that reading them
 * names the line that is broken.
 */
export function upgradedLines([head = '', ...changes]: readonly string[]): readonly string[] {
  const first = objectIn(head)
  if (!isObject(first?.['state'])) return [head, ...changes]
  const upgrade = createUpgrade()
  const lines = [JSON.stringify({at: first['at'], state: upgrade(first['state'])})]
  let before: unknown = first['state']
  for (const [i, line] of changes.entries()) {
    const {at, delta} = objectIn(line) ?? {}
    if (!isObject(delta)) return [...lines, ...changes.slice(i)]
    const now: unknown = withDelta(before, delta as Delta)
    lines.push(JSON.stringify({at, delta: deltaOf(upgrade(before), upgrade(now)) ?? {keys: {}}}))
    before = now
  }
  return lines
}

/** One state after another; parts that two states share stay shared, so that what changed can still be told by identity. */
function createUpgrade(): (state: unknown) => Json {
  const known = new WeakMap<object, unknown>()
  const once = (value: unknown, make: (value: Fields) => unknown): unknown => {
    if (!isObject(value)) return value
    if (!known.has(value)) known.set(value, make(value))
    return known.get(value)
  }
  const list = (value: unknown, each: (item: unknown) => unknown): unknown =>
    Array.isArray(value) ? once(value as never, () => value.map(each)) : value

  /** Messages stand anywhere: `{say, with}` is `{key, values}` now. */
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return list(value, plain)
    return once(value, fields => {
      const {say, with: values} = fields
      if (typeof say !== 'string') return rename(fields, {}, plain)
      return {key: presentKey(say), ...(values !== undefined && {values: plain(values)})}
    })
  }
  const named = (names: Fields) => (value: unknown) => once(value, fields => rename(fields, names, plain))
  const each = (item: (value: unknown) => unknown) => (value: unknown) =>
    once(value, fields => Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, item(one)])))
  const entry = (value: unknown) =>
    once(value, fields => ({
      ...rename(fields, {}, plain),
      parts: list(fields['parts'], named(renamed.part)),
    }))
  const special: Readonly<Record<string, (value: unknown) => unknown>> = {
    standing: value => statuses[String(value)] ?? value,
    play: named(renamed.play),
    quiz: named(renamed.answer),
    passed: each(each(named(renamed.passedStep))),
    answers: each(each(named(renamed.answer))),
    entries: value => list(value, entry),
    // What the server says of its commands holds no message, and is large.
    docs: value => value,
    traits: value => value,
  }
  return state =>
    once(state, fields =>
      rename(fields, renamed.state, (value, key) => (special[key] ?? plain)(value)),
    ) as Json
}

function presentKey(key: string): string {
  const [prefix = '', ...rest] = key.split('.')
  const candidates = (keyPrefixes[prefix] ?? []).map(one => [one, ...rest].join('.'))
  return candidates.find(one => Object.hasOwn(allMessages, one)) ?? key
}

function rename(fields: Fields, names: Fields, convert: (value: unknown, key: string) => unknown): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [String(names[key] ?? key), convert(value, key)]),
  )
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function objectIn(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
