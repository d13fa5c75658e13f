// What a learner's lab tells the hub: kinds, ids and numbers. Nothing that was typed, no key, no value, no path, no host.

import {
  array,
  check,
  type InferOutput,
  looseObject,
  maxLength,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  union,
  variant,
} from 'valibot'
import {limits} from './limits.ts'
import {boolean, count, id, kind, moment, parser, picklist} from './schema.ts'

export const flags = ['help', 'done', 'none'] as const
/** What the learner shows the room: `help` puts them into the queue. */
export type Flag = (typeof flags)[number]

const place = {lesson: id, step: id}

const events = [
  /** The lab has joined, or is back. `version`: of the protocol. */
  kind('hello', {version: count(1000)}),
  /** A step is open. */
  kind('step', place),
  /** A line was run and the step is still open; `goal`: the first condition that is not met. */
  kind('try', {...place, goal: optional(id)}),
  /** A known mistake of the step was seen. */
  kind('mistake', {...place, mistake: id}),
  /** `n`: how many hints of this step the learner has asked for. */
  kind('hint', {...place, n: count(20)}),
  /** `ms`: since the step opened. */
  kind('passed', {...place, ms: count(1e9), hints: count(20), solved: boolean()}),
  /** `question`: a step's id, or `recall/ID`. */
  kind('answer', {lesson: id, question: id, option: id}),
  kind('flag', {flag: picklist(flags)}),
  /** What became of a command of the instructor. */
  kind('reply', {command: id, reply: picklist(['seen', 'taken', 'declined'])}),
  /** The answer to a poll: the number of the option, from 0. */
  kind('vote', {poll: id, option: count(limits.options - 1)}),
  /** `up`: the nodes of the lab run. */
  kind('lab', {lab: picklist(['up', 'down'])}),
  kind('beat', {}),
  /** The lab was closed, and will join again when it is opened. */
  kind('bye', {}),
] as const

const eventSchema = variant('kind', events)
export type WorkshopEvent = InferOutput<typeof eventSchema>

/** `seq`: from 1, for each outbox; a gap is an event that the outbox had no room for. `at`: the learner's clock, ms since the epoch. */
export type NumberedEvent = Readonly<{seq: number; at: number; event: WorkshopEvent}>

const known: ReadonlySet<string> = new Set(events.map(({entries}) => entries.kind.literal))
const ours = strictObject({seq: count(), at: moment, event: eventSchema})
/** Of a newer client: a kind that is unknown here is acknowledged and dropped, so that both ends go on. */
const newer = strictObject({
  seq: count(),
  at: moment,
  event: looseObject({
    kind: pipe(
      string(),
      check(name => !known.has(name)),
    ),
  }),
})

/** `epoch`: of the outbox, so that its numbers are told from those of another. `after`: the last number that the hub has acknowledged. */
const batchSchema = strictObject({
  epoch: pipe(string(), regex(/^[0-9a-f]{8}$/)),
  after: count(),
  events: pipe(array(union([ours, newer])), maxLength(limits.batch)),
})

const readBatch = parser(batchSchema)

export type Batch = Readonly<{
  epoch: string
  after: number
  /** In the order of their numbers. */
  events: readonly NumberedEvent[]
  /** The highest number of all, of the unknown ones too; `after` if there is none. */
  last: number
}>

/** The batch that a client sent, or undefined if it is none. */
export function parseBatch(value: unknown): Batch | undefined {
  const batch = readBatch(value)
  if (!batch) return undefined
  const {epoch, after} = batch
  const events = batch.events.filter((one): one is NumberedEvent => known.has(one.event.kind))
  const numbers = batch.events.map(({seq}) => seq)
  if (numbers.some((seq, i) => seq <= (numbers[i - 1] ?? after))) return undefined
  return {epoch, after, events, last: numbers.at(-1) ?? after}
}

/** An event as the hub stored it; undefined for what another version stored. */
export const parseEvent = parser(eventSchema)
