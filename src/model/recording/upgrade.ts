// Conversion of recordings in format 1 (lab 0.1.0) to the present format, line by line.

import {type Roster, rosterAt} from '../cluster/node.ts'
import {presentKey, valueNames} from '../text/old-messages.ts'
import {type Delta, deltaOf, withDelta} from './json-delta.ts'

type Fields = Readonly<Record<string, unknown>>

/** New names of fields, by where they occur: a state, its current step, a passed step, an answer, the open questions, a watched line. */
const renamed = {
  state: {
    base: 'roster',
    standing: 'status',
    mark: 'lineStart',
    watched: 'watchedLine',
    told: 'reportedUpTo',
    traits: 'commandTable',
    telling: 'feedback',
  },
  play: {said: 'predicted', came: 'seen', slip: 'mistake', done: 'outcomes', happened: 'changes'},
  passedStep: {happened: 'changes'},
  answer: {said: 'chosen'},
  part: {said: 'message'},
} as const

const statuses: Readonly<Record<string, string>> = {raising: 'starting', up: 'ready'}

/**
 * Converts the lines after the head: a state, then changes. Keeps an unreadable line and all after it, so that parsing reports the broken line.
 */
export function upgradedLines([head = '', ...changes]: readonly string[]): readonly string[] {
  const first = objectIn(head)
  if (!isObject(first?.['state'])) return [head, ...changes]
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

/** Memoizes `convert`, so that parts shared by two states stay shared and changes can still be detected by identity. */
function once(convert: (fields: Fields) => unknown): (value: unknown) => unknown {
  const known = new WeakMap<object, unknown>()
  return value => {
    if (!isObject(value)) return value
    if (!known.has(value)) known.set(value, convert(value))
    return known.get(value)
  }
}

function listOf(item: (value: unknown) => unknown): (value: unknown) => unknown {
  return once(list => (Array.isArray(list) ? list.map(item) : list))
}

function recordOf(item: (value: unknown) => unknown): (value: unknown) => unknown {
  return once(fields => Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, item(one)])))
}

/** Converts messages and snapshots anywhere: `{say, with}` becomes `{key, values}`, and a snapshot gets a roster. */
const plain = once(fields => {
  if (Array.isArray(fields)) return fields.map(plain)
  const {say, with: values, base, nodes} = fields
  if (typeof base === 'number' && Array.isArray(nodes))
    return {...rename(fields, {base: 'roster'}), roster: rosterOf(base)}
  if (typeof say !== 'string') return rename(fields, {})
  return {key: presentKey(say), ...(values !== undefined && {values: presentValues(values)})}
})

const presentValues = once(values => rename(values, valueNames))

function named(names: Fields): (value: unknown) => unknown {
  return once(fields => rename(fields, names))
}

/** Version 0.1.0 noted which option came, as that run showed it; the right one is now the lesson's. */
function withSeen(play: Fields): Fields {
  return play['seen'] === undefined ? play : {...play, seen: true}
}

const rosters = new Map<unknown, Roster>()

function rosterOf(base: unknown): unknown {
  if (typeof base !== 'number') return base
  const roster = rosters.get(base) ?? rosterAt(base)
  rosters.set(base, roster)
  return roster
}

const parts = listOf(named(renamed.part))
const unchanged = (value: unknown) => value

/** Converters for fields of a state that contain more than messages and snapshots. */
const special: Readonly<Record<string, (value: unknown) => unknown>> = {
  base: rosterOf,
  standing: value => statuses[String(value)] ?? value,
  play: once(play => withSeen(rename(play, renamed.play))),
  quiz: named(renamed.answer),
  passed: recordOf(recordOf(named(renamed.passedStep))),
  answers: recordOf(recordOf(named(renamed.answer))),
  entries: listOf(once(entry => ({...rename(entry, {}), parts: parts(entry['parts'])}))),
  // Left as they are: command docs contain no messages, and are large.
  docs: unchanged,
  traits: unchanged,
}

const upgrade = once(state => rename(state, renamed.state, (value, key) => (special[key] ?? plain)(value)))

function rename(
  fields: Fields,
  names: Fields,
  convert: (value: unknown, key: string) => unknown = plain,
): Fields {
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
