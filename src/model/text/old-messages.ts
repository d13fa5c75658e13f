// Messages as lab 0.1.0 wrote them into recordings and progress files: `{say, with}` with the keys of that version.

import {allMessages} from './messages.ts'
import {isObject} from './objects.ts'

/** New prefixes of message keys, by their old prefix. */
const keyPrefixes: Readonly<Record<string, readonly string[]>> = {
  ask: ['goals'],
  judge: ['goals'],
  readonly: ['goals'],
  takeover: ['goals'],
  happened: ['what-changed'],
  heard: ['what-changed'],
  info: ['info-fields'],
  connection: ['outcome'],
  explain: ['line-errors', 'cluster-errors', 'replication-errors', 'server-errors', 'slot-errors'],
}

/** Keys that were renamed alone, by prefix. */
const renamedKeys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  follow: {dead: 'outcome.refused'},
}

/** The present key of a message; the old one where no message of today has it. */
export function presentKey(key: string): string {
  const [prefix = '', ...rest] = key.split('.')
  const renamed = renamedKeys[prefix]?.[rest.join('.')]
  if (renamed) return renamed
  const candidates = (keyPrefixes[prefix] ?? []).map(one => [one, ...rest].join('.'))
  return candidates.find(one => Object.hasOwn(allMessages, one)) ?? key
}

/** Present names of messages' values, by their old names. */
export const valueNames: Readonly<Record<string, string>> = {came: 'actual', heir: 'promoted'}

/** A message of that version as `{key, values}`, with the messages among its values; any other value unchanged. */
export function presentMessage(value: unknown): unknown {
  if (!isObject(value) || typeof value['say'] !== 'string') return value
  const {say, with: values} = value
  if (!isObject(values)) return {key: presentKey(say)}
  const present = Object.entries(values).map(([name, one]) => [valueNames[name] ?? name, presentMessage(one)])
  return {key: presentKey(say), values: Object.fromEntries(present)}
}
