// What an instructor wants to know of a room: the class first, people second. Pure; all times are ms since the epoch.

import type {Delivery, WorkshopCommand} from './command.ts'
import {type Counts, medianWithin, type StepSums, type Tally} from './counts.ts'
import {limits} from './limits.ts'
import type {Person, Place, Room} from './room.ts'

/** The learners who are in the room; helpers are not counted. */
export function learnersIn(room: Room): readonly Person[] {
  return Object.values(room.people).filter(({role, gone}) => role === 'learner' && !gone)
}

/** The lab was closed, or gave no sign of life for three beats: it crashed, or the network is closed. */
export function isAway(person: Person, now: number): boolean {
  return person.closed === true || now - person.seenAt > 3 * limits.beat * 1000
}

/** Helpers are there by name, or only counted, too. */
export function helpersIn(room: Room): number {
  return (
    room.counts?.helpers ??
    Object.values(room.people).filter(({role, gone}) => role === 'helper' && !gone).length
  )
}

export function learnersDone({counts, ...room}: Room): number {
  return counts?.done ?? learnersIn(room).filter(({flag}) => flag === 'done').length
}

/**
 * How many are on each step, where anybody is. `away`: on it, but not here; a room that only counts has them in `here`. `median`: of those who passed it,
 * ms; absent if nobody has. `sums`: what else a room knows that only counts.
 */
export type StepCount = Readonly<{
  lesson: string
  step: string
  here: number
  away?: number
  passed: number
  median?: number
  sums?: Pick<StepSums, 'been' | 'tries' | 'hints' | 'mistakes'>
}>

export function countedSteps({steps}: Counts): readonly StepCount[] {
  return Object.entries(steps).map(([place, {here, passed, within, ...sums}]) => {
    const [lesson = '', step = ''] = place.split(' ')
    const median = medianWithin(within)
    return {lesson, step, here, passed, ...(median !== undefined && {median}), sums}
  })
}

export function stepCounts(room: Room, now: number): readonly StepCount[] {
  if (room.counts) return countedSteps(room.counts)
  const counts = new Map<string, {here: number; away: number; times: number[]}>()
  const at = (name: string) => {
    const found = counts.get(name) ?? {here: 0, away: 0, times: []}
    counts.set(name, found)
    return found
  }
  for (const person of learnersIn(room)) {
    const {place, passed} = person
    if (place) at(`${place.lesson}/${place.step}`)[isAway(person, now) ? 'away' : 'here']++
    for (const [name, ms] of Object.entries(passed)) at(name).times.push(ms)
  }
  return [...counts].map(([name, {here, away, times}]) => {
    const [lesson = '', ...step] = name.split('/')
    const median = medianOf(times)
    const count = {lesson, step: step.join('/'), here, passed: times.length}
    return {...count, ...(away > 0 && {away}), ...(median !== undefined && {median})}
  })
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length / 2
  const above = sorted[Math.floor(middle)]
  const below = sorted[Math.ceil(middle) - 1]
  return above === undefined || below === undefined ? undefined : (above + below) / 2
}

/** Why somebody may be stuck. */
export type Stuck = 'slow' | 'tries' | 'idle'

/** At least this many lines that did not pass the step, */
const manyTries = 3
/** or nothing done for this long, ms, */
const longIdle = 5 * 60_000
/** or this many times the room's median on this step, once some have passed it. */
const slowerThan = 2
const someHavePassed = 3

/** Those who are here, on a step, and may be stuck on it. Somebody who asks for help is in the queue, and not named twice. */
export function stuckPeople(
  room: Room,
  now: number,
  steps: readonly StepCount[] = stepCounts(room, now),
): readonly Readonly<{person: Person; why: Stuck}>[] {
  const paces = new Map(steps.map(pace => [`${pace.lesson}/${pace.step}`, pace]))
  return learnersIn(room).flatMap(person => {
    const {place, flag} = person
    if (!place || flag === 'help' || isAway(person, now) || hasPassed(person, place)) return []
    const why = stuckOn(person, now - place.since, paces.get(`${place.lesson}/${place.step}`), now)
    return why ? [{person, why}] : []
  })
}

function stuckOn(
  {tries, activeAt}: Person,
  took: number,
  pace: StepCount | undefined,
  now: number,
): Stuck | undefined {
  const usual = pace && pace.passed >= someHavePassed ? pace.median : undefined
  if (usual !== undefined && took > slowerThan * usual) return 'slow'
  if (tries >= manyTries) return 'tries'
  return now - activeAt > longIdle ? 'idle' : undefined
}

function hasPassed(person: Person, {lesson, step}: Place): boolean {
  return person.passed[`${lesson}/${step}`] !== undefined
}

/**
 * Somebody who waits for help. `n`: the same for everybody, for as long as the question is open; in a room that only counts, all that is known of who
 * asks.
 */
export type Question = Partial<Pick<Person, 'learner' | 'name' | 'place' | 'goal' | 'helper'>> &
  Readonly<{n: number; since: number}>

/** Those who asked for help, the longest waiting first; a helper's claim that ran out is none. */
export function helpQueue(room: Room, now: number): readonly Question[] {
  if (room.counts)
    return room.counts.questions.map(question => {
      const helper = room.claims?.[question.n]
      return {...question, ...(helper && helper.until > now && {helper})}
    })
  return learnersIn(room)
    .flatMap(person => {
      const {learner, name, place, goal, helper, flag, question: n, flagSince: since} = person
      if (flag !== 'help' || n === undefined || since === undefined) return []
      const known = {...(place && {place}), ...(goal !== undefined && {goal})}
      return [{n, since, learner, name, ...known, ...(helper && helper.until > now && {helper})}]
    })
    .toSorted((a, b) => a.n - b.n)
}

export type Poll = Delivery & Readonly<{command: Extract<WorkshopCommand, {kind: 'poll'}>}>

/** `lesson/question` -> option -> how many chose it */
export function answersIn(room: Room): Readonly<Record<string, Tally>> {
  if (room.counts)
    return Object.fromEntries(
      Object.entries(room.counts.answers).map(([question, all]) => [question.replace(' ', '/'), all]),
    )
  const given = learnersIn(room).flatMap(({answers}) => Object.entries(answers))
  const byQuestion = Map.groupBy(given, ([question]) => question)
  return Object.fromEntries(
    [...byQuestion].map(([question, answers]) => [question, tally(answers.map(([, option]) => option))]),
  )
}

/** How many chose each option of a poll. */
export function votesIn(room: Room, poll: string): Tally {
  return room.counts
    ? (room.counts.votes[poll] ?? {})
    : tally(learnersIn(room).map(({votes}) => votes[poll]?.toString()))
}

/** The newest poll. */
export function newestPoll(orders: readonly Delivery[]): Poll | undefined {
  return orders.findLast((order): order is Poll => order.command.kind === 'poll')
}

/** Whether everybody was shown how the room has answered it. */
export function wasShared(orders: readonly Delivery[], {id}: Poll): boolean {
  return orders.some(({command}) => command.kind === 'close' && command.poll === id && command.result)
}

/** Each option of a poll, with how many chose it. */
export function resultOf(room: Room, {id, command: {options}}: Poll) {
  const votes = votesIn(room, id)
  return options.map((option, i) => ({option, n: votes[i] ?? 0}))
}

/** How many took an order, and how many declined it. */
export type Reactions = Readonly<{taken: number; declined: number}>

export function reactionsTo(room: Room, order: string): Reactions {
  const {taken = 0, declined = 0} = room.counts
    ? (room.counts.replies[order] ?? {})
    : tally(learnersIn(room).map(({reactions}) => reactions[order]))
  return {taken, declined}
}

/** Labs name the options: `constructor` may be one, which every plain object has already. */
function tally(chosen: readonly (string | undefined)[]): Tally {
  const counts = new Map<string, number>()
  for (const option of chosen) if (option !== undefined) counts.set(option, (counts.get(option) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Nobody is known to be stuck in a room that only counts. */
export type ClassCounts = Readonly<{here: number; away: number; help: number; stuck: number}>

export function countsOf(room: Room, now: number): ClassCounts {
  if (room.counts) {
    const {learners, present: here, questions} = room.counts
    return {here, away: learners - here, help: questions.length, stuck: 0}
  }
  const learners = learnersIn(room)
  const away = learners.filter(person => isAway(person, now)).length
  return {
    here: learners.length - away,
    away,
    help: helpQueue(room, now).length,
    stuck: stuckPeople(room, now).length,
  }
}
