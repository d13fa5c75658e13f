// The judging of a step: ready, the conditions, hold, slips. Pure.

import {type Lesson, lessonAt, type Step, stepAt} from './lesson.ts'
import type {Sight} from './sight.ts'
import type {Snapshot} from './snapshot.ts'
import type {LabEvent, LabState, Passed, Play} from './state.ts'
import {notYet} from './verdict.ts'

/** Outcomes a goal may look back on. */
const mostDone = 500

export function beginStep(lessons: readonly Lesson[], lessonId: string, stepId: string): Play {
  const step = stepAt(lessonAt(lessons, lessonId), stepId)
  const unasked = notYet({say: 'judge.notYetAsked'})
  return {
    lesson: lessonId,
    step: stepId,
    phase: 'preparing',
    done: [],
    conditions: step.goal.map(({id}) => ({id, verdict: unasked})),
    hints: 0,
  }
}

export function judge(lessons: readonly Lesson[], state: LabState, event: LabEvent): LabState {
  const {play} = state
  if (!play || (event.on !== 'polled' && event.on !== 'ended')) return state
  const step = stepAt(lessonAt(lessons, play.lesson), play.step)
  const noted = event.on === 'ended' ? note(state, play, event) : play
  const judged =
    event.on === 'polled' ? judgeSnapshot(step, noted, state.snapshot) : withSlip(step, noted, state.snapshot)
  if (judged === play) return state
  const justPassed = judged.phase === 'passed' && play.phase !== 'passed'
  return {...state, play: judged, ...(justPassed ? {passed: withPassed(state.passed, judged)} : {})}
}

/** The lab's own lines are no deed of the learner. */
function note(state: LabState, play: Play, event: LabEvent & {on: 'ended'}): Play {
  const entry = state.entries.find(one => one.id === event.id)
  if (play.phase === 'preparing' || !entry || entry.by === 'lab') return play
  return {...play, done: [...play.done, event.outcome].slice(-mostDone)}
}

function judgeSnapshot(step: Step, play: Play, now: Snapshot | undefined): Play {
  if (!now) return play
  if (play.phase === 'preparing') return open(step, play, now)
  if (play.phase === 'passed') return play
  const sight = sightOf(play, now)
  const conditions = keep(
    play.conditions,
    step.goal.map(({id, ask}) => ({id, verdict: ask(sight)})),
  )
  const {metSince, ...rest} = play
  const asked = {...rest, conditions}
  if (conditions.some(({verdict}) => verdict.is !== 'met')) return unchanged(play, withSlip(step, asked, now))
  const since = metSince ?? now.at
  if (now.at - since < step.hold) return unchanged(play, {...asked, metSince: since})
  const {slip: _, ...passed} = asked
  return {...passed, phase: 'passed', metSince: since}
}

function open(step: Step, play: Play, now: Snapshot): Play {
  if (play.preparedAt === undefined || now.at < play.preparedAt) return play
  const waitsFor = step.ready({now, start: now, done: []})
  if (waitsFor.is !== 'met') return unchanged(play, {...play, waitsFor})
  const {waitsFor: _, ...ready} = play
  return judgeSnapshot(step, {...ready, phase: 'open', start: now, done: []}, now)
}

function withSlip(step: Step, play: Play, now: Snapshot | undefined): Play {
  if (!now || play.phase !== 'open') return play
  const found = step.slips.find(one => one.seen(sightOf(play, now)))
  const {slip, ...rest} = play
  if (found?.id === slip) return play
  return found ? {...rest, slip: found.id} : rest
}

function withPassed(passed: Passed, {lesson, step}: Play): Passed {
  return {...passed, [lesson]: [...new Set([...(passed[lesson] ?? []), step])]}
}

function sightOf(play: Play, now: Snapshot): Sight {
  return {now, start: play.start ?? now, done: play.done}
}

type Asked = Play['conditions']

/** The list that was, if it says the same: nothing to draw again. */
function keep(before: Asked, now: Asked): Asked {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}

function unchanged(before: Play, now: Play): Play {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
