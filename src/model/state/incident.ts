// An incident of a step: its clock, what it cost, and what the learner did meanwhile. Pure.

import {type Message, message, type Values} from '../text/messages.ts'
import type {IncidentCost, LabState, PassedStep, Play} from './lab-state.ts'
import {errorCount, type Traffic} from './traffic.ts'

/** Seconds that each hint adds to the clock. */
export const hintCost = 60
/** More hints than these do not exist, and cost nothing. */
const mostHints = 3

/** The clock of an incident: seconds since it opened, and those added for hints. */
export type IncidentClock = Readonly<{seconds: number; penalty: number}>

/** `at`: now, or when the incident was over, ms since the epoch. */
export function clockOf({start, end, hints, incident}: Play, at: number): IncidentClock {
  const until = end?.at ?? at
  return {
    seconds: Math.max(0, Math.round((until - (start?.at ?? until)) / 1000)),
    penalty: incident?.penalty ?? penaltyOf(hints),
  }
}

function penaltyOf(hints: number): number {
  return hintCost * Math.min(hints, mostHints)
}

/** `83` s as `1:23`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`
}

/** What the clock shows, with the penalty as far as there is one. */
export function clockWords(clock: IncidentClock): Message {
  return message(clock.penalty > 0 ? 'incident.clockHints' : 'incident.clock', timesOf(clock))
}

/** How long a solved incident took. */
export function timeWords(clock: IncidentClock): Message {
  return message(clock.penalty > 0 ? 'incident.timeHints' : 'incident.time', timesOf(clock))
}

function timesOf({seconds, penalty}: IncidentClock): Values {
  return {time: clockText(seconds), penalty: clockText(penalty), all: clockText(seconds + penalty)}
}

/** The cost of an incident that has just been solved. */
export function costOf({hints}: Play, traffic: Traffic | undefined): IncidentCost {
  const {totals, troubled = 0, lost} = traffic ?? {}
  return {
    penalty: penaltyOf(hints),
    failed: errorCount(totals?.errors ?? {}),
    troubled: Math.round(troubled / 1000),
    ...(lost && {lost: lost.writes}),
  }
}

/** The record of a solved incident, beside what was kept of earlier times. `seconds`: without the penalty. */
export function recordOf(
  cost: IncidentCost,
  {seconds, solved}: Pick<PassedStep, 'seconds' | 'solved'>,
  earlier: PassedStep | undefined,
): PassedStep['incident'] {
  const {times = 0, best = 0} = earlier?.incident ?? {}
  // A look at the solution is not a solved incident.
  if (solved) return {...cost, times, best}
  const time = Math.round(seconds + cost.penalty)
  return {...cost, times: times + 1, best: times === 0 ? time : Math.min(best, time)}
}

/** One line of the review: seconds since the incident opened, and a line that the learner typed or the condition that was met. */
export type ReviewMoment = Readonly<{seconds: number} & ({typed: string} | {goal: string})>

/** Lines of the incident that are shown: the first ones, because there the learner looked for the cause. */
const mostMoments = 24

/** What the learner did during the incident, and when each condition was met for the last time. */
export function momentsOf({entries, play}: LabState): readonly ReviewMoment[] {
  const {start, end, conditions = []} = play ?? {}
  if (!start || !end) return []
  const typed = entries
    .filter(({by, typed, at}) => by !== 'lab' && typed !== '' && at >= start.at && at <= end.at)
    .slice(0, mostMoments)
    .map(({typed, at}) => ({at, moment: {typed}}))
  // Conditions that held from the start say nothing.
  const met = conditions.flatMap(({id, metAt = 0}) =>
    metAt > start.at ? [{at: metAt, moment: {goal: id}}] : [],
  )
  return [...typed, ...met]
    .sort((a, b) => a.at - b.at)
    .map(({at, moment}) => ({seconds: Math.round((at - start.at) / 1000), ...moment}))
}

/** What users had of it, and what was lost. */
export function costWords({failed, troubled, lost}: IncidentCost): readonly Message[] {
  const users =
    failed === 0 && troubled === 0
      ? message('incident.unnoticed')
      : message('incident.users', {failed, time: clockText(troubled)})
  if (lost === undefined) return [users]
  return [users, message(lost === 0 ? 'incident.kept' : 'incident.lost', {lost})]
}
