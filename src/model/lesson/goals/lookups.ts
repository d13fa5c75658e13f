// Keys that were looked up on a node: found or missed, which key, and since when. Nodes count lookups (INFO stats) without their keys, so for
// an outside redis-cli only the number is known; the learner's own lines also name the key and give the order.

import type {NodeName} from '../../cluster/node.ts'
import type {Answered} from '../../cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome} from '../../commands/action.ts'
import {textOf} from '../../protocol/bytes.ts'
import type {Reply} from '../../protocol/reply.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {met, notYet} from '../verdict.ts'
import {aboutNode, counterGrowth, nodeOf} from './about-node.ts'

type Lookups = Readonly<{keyspace_hits: number; keyspace_misses: number}>

/** Commands that look up their first argument, or all of them. */
const oneKey = [
  'GET',
  'STRLEN',
  'GETRANGE',
  'LRANGE',
  'LLEN',
  'LINDEX',
  'HGET',
  'HGETALL',
  'HLEN',
  'TYPE',
  'TTL',
  'HKEYS',
  'HVALS',
  'SMEMBERS',
  'SCARD',
  'ZCARD',
  'ZRANGE',
]
const manyKeys = ['MGET', 'EXISTS']

/** @param words a command's words in upper case */
export function isRead([name = '']: readonly string[]): boolean {
  return oneKey.includes(name) || manyKeys.includes(name)
}

/** Which of the learner's lines count; `index` is the line's place in the evidence. */
export type Counts = (outcome: Outcome, index: number) => boolean

/**
 * Lookups on the node since the step began, without those of the learner's own lines that do not count, or that got an error: Redis counts a hit
 * before it finds that the value is of another type.
 */
export function lookupsOn(
  evidence: Evidence,
  reading: Answered,
  stat: keyof Lookups,
  counts: Counts,
): number {
  const others = evidence.outcomes.filter(
    (outcome, index) =>
      outcome.action.node === reading.name && (!counts(outcome, index) || errorOf(outcome) !== undefined),
  )
  const grown = counterGrowth(evidence, reading, ({stats}) => stats[stat] ?? 0)
  return grown - others.reduce((sum, outcome) => sum + lookupsOf(outcome)[stat], 0)
}

/** The learner's lines that name this key. */
export function naming(key: string): Counts {
  return ({action}) => action.do === 'command' && action.words.some(word => textOf(word) === key)
}

/** `key` was looked up on `node` and not found. */
export function wasMissedOn(node: NodeName, key: string): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      lookupsOn(evidence, reading, 'keyspace_misses', naming(key)) > 0
        ? met
        : notYet(message('goals.notMissed', {...nodeOf(reading), key})),
    )
}

const none: Lookups = {keyspace_hits: 0, keyspace_misses: 0}

/** How many keys a line looked up: an estimate from its reply. */
function lookupsOf(outcome: Outcome): Lookups {
  const [name = '', ...rest] = commandOf(outcome.action)
  const all = keysOf(name, rest.length)
  if (outcome.is !== 'replied') return none
  if (outcome.reply.type === 'error')
    return all > 0 && errorOf(outcome)?.startsWith('WRONGTYPE') ? {...none, keyspace_hits: 1} : none
  const hits = Math.min(all, foundBy(name, outcome.reply))
  return {keyspace_hits: hits, keyspace_misses: all - hits}
}

function keysOf(name: string, words: number): number {
  if (manyKeys.includes(name)) return words
  return oneKey.includes(name) ? 1 : 0
}

function foundBy(name: string, reply: Reply): number {
  if (reply.type === 'nil') return 0
  if (reply.type === 'integer') return name === 'TTL' ? Number(reply.text) + 2 : Number(reply.text)
  if (reply.type === 'status') return textOf(reply.text) === 'none' ? 0 : 1
  if (!('items' in reply)) return 1
  const items = reply.items.filter(({type}) => type !== 'nil').length
  return name === 'MGET' ? items : Math.min(1, items)
}
