// A room as the instructor's page gets it: parts by name, so that only what has changed is sent. Pure; all times are ms since the epoch.

import {asksForReply, type Delivery, type Target, type WorkshopCommand} from './command.ts'
import type {Flag} from './event.ts'
import type {Role} from './join.ts'
import {
  answersIn,
  countsOf,
  helpersIn,
  helpQueue,
  isAway,
  newestPoll,
  type Reactions,
  reactionsTo,
  resultOf,
  type StepCount,
  type Stuck,
  stepCounts,
  stuckPeople,
  wasShared,
} from './overview.ts'
import type {Person, Place, Room} from './room.ts'

/** How to join. `words`: both ends compare them; `page`: what a phone opens. */
export type Door = Readonly<{address: string; code: string; helperCode: string; page: string; words?: string}>

/** `median`: ms for a step, over everything that everybody has passed. `away`: of the hub's Redis. `pictures`: may be asked for. */
export type RoomPart = Readonly<{
  here: number
  away: number
  help: number
  stuck: number
  helpers: number
  locked: boolean
  ended: boolean
  noRedis: boolean
  pictures: boolean
  /** Nobody is known here: there are sums, and questions by their numbers. */
  counted?: true
  median?: number
}>

/** An open question of a room that only counts. */
export type AskedPart = Readonly<{since: number; helper?: string}>

/** `shared`: everybody was shown the result. */
export type PollPart = Readonly<{
  id: string
  question: string
  open: boolean
  shared?: true
  result: readonly Readonly<{option: string; n: number}>[]
}>

export type TimerPart = Readonly<{until: number; text?: string | undefined}>

/** What the room was told; not what one question or one person needed. */
export type ShownCommand = Exclude<WorkshopCommand, {kind: 'snapshot' | 'help' | 'rename'}>

/** `reactions`: to a jump or an offered line. */
export type SentPart = Readonly<{at: number; target: Target; command: ShownCommand; reactions?: Reactions}>

/** What is as usual is left out. `passed`: steps. */
export type PersonPart = Readonly<{
  name: string
  role?: Role
  place?: Place
  passed?: number
  tries?: number
  hints?: number
  goal?: string
  mistake?: string
  flag?: Flag
  flagSince?: number
  question?: number
  helper?: string
  stuck?: Stuck
  activeAt?: number
  away?: true
  picture?: NonNullable<Person['picture']>
}>

/** Those with a slash are many: `step/LESSON/STEP`, `question/LESSON/QUESTION`, `asked/NUMBER`, `sent/CURSOR`, `person/ID`. */
export type ClassParts = Readonly<{
  room: RoomPart
  door: Door
  poll?: PollPart
  timer?: TimerPart
  [step: `step/${string}`]: Omit<StepCount, 'lesson' | 'step'>
  [question: `question/${string}`]: Readonly<Record<string, number>>
  [asked: `asked/${string}`]: AskedPart
  [sent: `sent/${string}`]: SentPart
  [person: `person/${string}`]: PersonPart
}>

export type ClassNow = Readonly<{
  room: Room
  orders: readonly Delivery[]
  door: Door
  noRedis: boolean
  pictures: boolean
  now: number
}>

/** Broadcasts that the page shows. */
const mostSent = 12

/** The class comes first, for a delta has only so much room. */
export function classParts({room, orders, door, noRedis, pictures, now}: ClassNow): ClassParts {
  const steps = stepCounts(room, now)
  const stuck = new Map(stuckPeople(room, now, steps).map(({person, why}) => [person.learner, why]))
  const people = Object.values(room.people).filter(({gone}) => !gone)
  const {here, away, help} = countsOf(room, now)
  const median = medianOf(steps)
  const poll = newestPoll(orders)
  const timer = timerOf(orders, now)
  return {
    room: {
      ...{here, away, help},
      stuck: stuck.size,
      helpers: helpersIn(room),
      ...(room.counts && {counted: true as const}),
      locked: room.locked,
      ended: room.ended,
      ...{noRedis, pictures},
      ...(median !== undefined && {median}),
    },
    door,
    ...(poll && {
      poll: {
        id: poll.id,
        question: poll.command.question,
        open: room.poll === poll.id && !room.ended,
        ...(wasShared(orders, poll) && {shared: true as const}),
        result: resultOf(room, poll),
      },
    }),
    ...(timer && {timer}),
    ...named('step', steps, ({lesson, step, ...count}) => [`${lesson}/${step}`, count]),
    ...named('question', Object.entries(answersIn(room)), entry => entry),
    ...named('sent', orders.filter(isShown).slice(-mostSent), order => [order.cursor, sentPart(room, order)]),
    ...named('asked', room.counts ? helpQueue(room, now) : [], ({n, since, helper}) => [
      String(n),
      {since, ...(helper && {helper: helper.helper})},
    ]),
    ...named('person', people, person => [
      person.learner,
      personPart(person, stuck.get(person.learner), now),
    ]),
  }
}

function named<One>(
  group: string,
  all: readonly One[],
  entryOf: (one: One) => readonly [string, unknown],
): Readonly<Record<string, never>> {
  const entries = all.map(one => {
    const [name, part] = entryOf(one)
    return [`${group}/${name}`, part] as const
  })
  return Object.fromEntries(entries) as Readonly<Record<string, never>>
}

/** The median of the steps' medians, each as often as the step was passed. */
function medianOf(steps: readonly StepCount[]): number | undefined {
  const sorted = steps.toSorted((a, b) => (a.median ?? 0) - (b.median ?? 0))
  const half = steps.reduce((sum, {passed}) => sum + passed, 0) / 2
  let before = 0
  return sorted.find(({passed}) => {
    before += passed
    return passed > 0 && before >= half
  })?.median
}

export function timerOf(orders: readonly Delivery[], now: number): TimerPart | undefined {
  const {at, command} = orders.findLast(order => order.command.kind === 'timer') ?? {}
  const isOver = orders.some(order => order.command.kind === 'end')
  if (at === undefined || command?.kind !== 'timer' || isOver) return undefined
  const until = at + command.seconds * 1000
  return until > now ? {until, ...(command.text !== undefined && {text: command.text})} : undefined
}

type Shown = Delivery & Readonly<{command: ShownCommand}>

function isShown(order: Delivery): order is Shown {
  return !['snapshot', 'help', 'rename'].includes(order.command.kind)
}

function sentPart(room: Room, {id, at, target, command}: Shown): SentPart {
  return {at, target, command, ...(asksForReply(command) && {reactions: reactionsTo(room, id)})}
}

function personPart(person: Person, stuck: Stuck | undefined, now: number): PersonPart {
  const {name, role, place, passed, tries, hints, goal, mistake, flag, flagSince, question, helper, picture} =
    person
  const n = Object.keys(passed).length
  return {
    name,
    ...(role === 'helper' && {role}),
    ...(place && {place}),
    ...(n > 0 && {passed: n}),
    ...(tries > 0 && {tries}),
    ...(hints > 0 && {hints}),
    ...(goal !== undefined && {goal}),
    ...(mistake !== undefined && {mistake}),
    // Only learners ask; somebody who was one may have become a helper.
    ...(role === 'learner' && {
      ...(flag !== 'none' && {flag}),
      ...(flagSince !== undefined && {flagSince}),
      ...(question !== undefined && {question}),
    }),
    ...(helper && helper.until > now && {helper: helper.helper}),
    ...(stuck && {stuck, activeAt: person.activeAt}),
    ...(isAway(person, now) && {away: true as const}),
    ...(picture && {picture}),
  }
}

/** A part as JSON, by name. */
export type PartTexts = ReadonlyMap<string, string>

export function textsOf(parts: ClassParts): PartTexts {
  return new Map(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]))
}

const utf8 = new TextEncoder()

/**
 * A page's next delta: `{"NAME":PART,…}`, null for what is gone, and what the page has then. Takes what fits into `most` bytes; the rest is in the next.
 * Undefined if nothing has changed.
 */
export function nextDelta(
  has: PartTexts,
  now: PartTexts,
  most: number,
): Readonly<{text: string; has: PartTexts}> | undefined {
  const next = new Map(has)
  const fields: string[] = []
  let size = 2
  const add = (name: string, text: string | undefined) => {
    const field = `${JSON.stringify(name)}:${text ?? 'null'}`
    const bytes = utf8.encode(field).length + 1
    if (fields.length > 0 && size + bytes > most) return
    size += bytes
    fields.push(field)
    if (text === undefined) next.delete(name)
    else next.set(name, text)
  }
  for (const name of has.keys()) if (!now.has(name)) add(name, undefined)
  for (const [name, text] of now) if (has.get(name) !== text) add(name, text)
  return fields.length > 0 ? {text: `{${fields.join(',')}}`, has: next} : undefined
}
