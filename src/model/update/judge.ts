// The check of a step: when it opens, its conditions, how long they must hold, and known mistakes.

import type {Snapshot} from '../cluster/snapshot.ts'
import {stepChanges} from '../cluster/what-changed.ts'
import type {Evidence, TrafficFigures} from '../lesson/evidence.ts'
import {type Condition, type Lesson, lessonAt, type Step, stepAt, stepOn} from '../lesson/lesson.ts'
import {notYet} from '../lesson/verdict.ts'
import {costOf, recordOf} from '../state/incident.ts'
import type {Entry, LabEvent, LabState, PassedStep, Play, SeenFailover} from '../state/lab-state.ts'
import {isFinished} from '../state/lines-over.ts'
import {withAnswer} from '../state/question.ts'
import {figuresOfTraffic} from '../state/traffic.ts'
import {LabError} from '../text/lab-error.ts'
import {keepEqual, without} from '../text/objects.ts'
import {failoversOf} from '../timeline/failover.ts'

type ConditionResult = Play['conditions'][number]

/** What is judged: the nodes, and what the client at work has seen. */
type Seen = Readonly<{now: Snapshot; traffic?: TrafficFigures; servedSince?: number}>

/** Older outcomes are dropped. */
const mostOutcomes = 500

/**
 * ms; a line that was sent less long ago and has no reply yet may have had its effect already. Until its outcome is known, the effect would be taken
 * for somebody else's.
 */
const replyMayFollow = 1000

export function beginStep(lessons: readonly Lesson[], lessonId: string, stepId: string): Play {
  const step = stepAt(lessonAt(lessons, lessonId), stepId)
  const unasked = notYet({key: 'goals.notYetAsked'})
  return {
    lesson: lessonId,
    step: stepId,
    phase: 'preparing',
    outcomes: [],
    conditions: step.goals.map(({id}) => ({id, verdict: unasked})),
    hints: 0,
    changes: [],
  }
}

export function judge(lessons: readonly Lesson[], state: LabState, event: LabEvent): LabState {
  const {play, server, serverVersion, snapshot, entries, traffic} = state
  if (!play) return state
  // What it did is on the nodes only: the next reading is judged with it.
  if (event.on === 'ended' || event.on === 'shown') return withPlay(state, recordLine(state, play, event))
  if (event.on !== 'polled' || !snapshot || isDoubtful(entries, play, event)) return state
  const step = stepOn(stepAt(lessonAt(lessons, play.lesson), play.step), server, serverVersion)
  const isClient = traffic !== undefined && step.traffic > 0
  const {servedSince} = traffic ?? {}
  const judged = judgePlay(step, play, {
    now: snapshot,
    ...(servedSince !== undefined && {servedSince}),
    ...(isClient && {traffic: figuresOfTraffic(traffic, play.start?.at)}),
  })
  if (judged === play) return state
  const isOver = step.incident && judged.phase === 'passed'
  const ended = isOver ? {...judged, incident: costOf(judged, traffic)} : judged
  return withResults(state, play, {...state, play: ended})
}

function withPlay(state: LabState, play: Play): LabState {
  return play === state.play ? state : {...state, play}
}

/** A failing function of the lesson's author is reported; the step goes on with what was known before. */
function judgePlay(step: Step, play: Play, seen: Seen): Play {
  try {
    return judgeSeen(step, play, seen)
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    return keepEqual(play, {...play, fault: error.reason})
  }
}

/** Saves what outlives the step: how it was passed, and the answer to its prediction. */
function withResults(
  {answers, passed, timeline}: LabState,
  before: Play,
  state: LabState & {play: Play},
): LabState {
  const {lesson, step} = before
  const justPassed = state.play.phase === 'passed' && before.phase !== 'passed'
  // A question that was left out this time keeps the answer of another time.
  const {predicted = justPassed ? answers[lesson]?.[step]?.chosen : undefined} = state.play
  const play = predicted === undefined ? state.play : {...state.play, predicted}
  const earlier = passed[lesson]?.[step]
  // What the learner did without help is not replaced by a look at the solution.
  const isKept = play.solved === true && earlier?.solved === false
  // An answer given in this step counts once: when its event is seen, or else when the step is passed.
  const justDecided = before.seen ? false : play.seen || justPassed
  return {
    ...state,
    play,
    ...(justPassed &&
      !isKept && {
        passed: {...passed, [lesson]: {...passed[lesson], [step]: passedStep(play, earlier, timeline)}},
      }),
    ...(justDecided &&
      state.play.predicted !== undefined &&
      predicted !== undefined && {
        answers: withAnswer(
          answers,
          {lesson, question: step},
          {chosen: predicted, at: state.snapshot?.at ?? play.metSince ?? 0},
        ),
      }),
  }
}

function passedStep(play: Play, earlier: PassedStep | undefined, timeline: LabState['timeline']): PassedStep {
  const {metSince: at = 0, start, hints, solved = false, changes, incident} = play
  const passed = {at, seconds: Math.round((at - (start?.at ?? at)) / 100) / 10, hints, solved, changes}
  const record = incident && recordOf(incident, passed, earlier)
  const failovers = failoversSince(start?.at ?? at, timeline)
  return {...passed, ...(failovers.length > 0 && {failovers}), ...(record && {incident: record})}
}

/** The failovers that ended in the step. */
function failoversSince(start: number, timeline: LabState['timeline']): readonly SeenFailover[] {
  return failoversOf(timeline)
    .filter(({end}) => end !== undefined && end.at >= start)
    .map(({is, owner, promoted, ms}) => ({
      is,
      ...(owner && {owner}),
      ...(promoted && {promoted}),
      ...(ms !== undefined && {ms}),
    }))
}

/** Records an outcome of the learner, or a log that was shown; the lab's own lines do not count. */
function recordLine(state: LabState, play: Play, event: LabEvent & {on: 'ended' | 'shown'}): Play {
  const entry = state.entries.find(({id}) => id === event.id)
  if (play.phase === 'preparing' || play.phase === 'free' || !entry || entry.by === 'lab') return play
  if (event.on === 'shown') return event.log ? {...play, logs: [...(play.logs ?? []), event.log]} : play
  return {...play, outcomes: [...play.outcomes, event.outcome].slice(-mostOutcomes)}
}

type Polled = LabEvent & {on: 'polled'}

/**
 * Whether lines and nodes may not tell the same: a line's effect can be in this snapshot and its outcome not known yet, or the other way round.
 * Before the step is open, the lines are those of its setup.
 */
function isDoubtful(entries: readonly Entry[], {phase}: Play, {snapshot: {at: now}, over}: Polled): boolean {
  const matters = ({by}: Entry) => (by === 'lab') === (phase === 'preparing')
  return entries.some(entry => {
    if (!matters(entry) || entry.held) return false
    if (entry.running) return now - entry.at < replyMayFollow
    return over !== undefined && !isFinished(over, entry.id)
  })
}

function judgeSeen(step: Step, play: Play, seen: Seen): Play {
  if (play.phase === 'preparing') return open(step, play, seen)
  if (play.phase === 'passed' || play.phase === 'free') return play
  const {now, traffic} = seen
  const evidence = evidenceOf(play, seen)
  const conditions = keepEqual(
    play.conditions,
    step.goals.map((condition, i) => judgeCondition(condition, play.conditions[i], evidence)),
  )
  const facts = factsOf(step, play, evidence)
  const {metSince, ...rest} = withSeen(step, play, evidence)
  const judged = withStuck({...rest, conditions, ...(facts && {facts: facts.stay})}, now)
  if (conditions.some(({verdict}) => verdict.is !== 'met'))
    return keepEqual(play, withMistake(step, judged, evidence))
  const since = metSince ?? now.at
  if (now.at - since < step.stableFor) return keepEqual(play, {...judged, metSince: since})
  return {
    ...without(judged, 'mistake', 'stuck'),
    ...(facts && {facts: facts.all}),
    phase: 'passed',
    metSince: since,
    end: now,
    ...(play.traffic && {traffic: {...play.traffic, ...(traffic && {end: traffic})}}),
    changes: play.start ? stepChanges(play.start, now) : [],
  }
}

/** Time without a newly met condition (ms), and the number of the learner's commands in it, after which the lab offers help. */
const stuckAfter = 120_000
const triesWhenStuck = 4

function withStuck(play: Play, now: Snapshot): Play {
  const progress = Math.max(play.start?.at ?? now.at, ...play.conditions.map(({metAt = 0}) => metAt))
  const tries = play.outcomes.filter(({at}) => at > progress).length
  if (now.at - progress < stuckAfter || tries < triesWhenStuck) return without(play, 'stuck')
  return {...play, stuck: true}
}

function judgeCondition(
  {id, goal, once}: Condition,
  before: ConditionResult | undefined,
  evidence: Evidence,
): ConditionResult {
  if (once && before?.metAt !== undefined) return before
  const verdict = goal(evidence)
  return verdict.is === 'met' ? {id, verdict, metAt: before?.metAt ?? evidence.now.at} : {id, verdict}
}

/** The facts that hold now, and those of them that stay met for the rest of the step. Undefined in a step without facts. */
function factsOf({facts}: Step, play: Play, evidence: Evidence) {
  if (facts.length === 0) return undefined
  const before = play.facts ?? []
  const hold = facts.filter(({id, goal}) => before.includes(id) || goal(evidence).is === 'met')
  return {all: hold.map(({id}) => id), stay: hold.filter(({once}) => once).map(({id}) => id)}
}

/** Records that the event of the prediction was seen; it stays seen. */
function withSeen({prediction}: Step, play: Play, evidence: Evidence): Play {
  if (!prediction || play.phase !== 'open' || play.seen) return play
  return prediction.seen(evidence) ? {...play, seen: true} : play
}

function open(step: Step, play: Play, seen: Seen): Play {
  const {now, traffic} = seen
  if (play.preparedAt === undefined || now.at < play.preparedAt) return play
  const waitsFor = isClientAtWork(step, traffic)
    ? step.ready({now, start: now, outcomes: [], logs: [], hints: 0})
    : notYet({key: 'goals.clientBegins'})
  if (waitsFor.is !== 'met') return keepEqual(play, {...play, waitsFor})
  const begun = {start: now, ...(traffic && {traffic: {start: traffic}}), outcomes: []}
  return judgeSeen(step, {...without(play, 'waitsFor'), phase: 'open', ...begun}, seen)
}

/** Whether the client has had the replies of half a second: its connections to all masters are open then. */
function isClientAtWork({traffic: rate}: Step, traffic: TrafficFigures | undefined): boolean {
  return (traffic?.acknowledged ?? 0) >= rate / 4
}

function withMistake(step: Step, play: Play, evidence: Evidence): Play {
  if (play.phase !== 'open') return play
  const found = step.mistakes.find(({when}) => when(evidence))
  if (found?.id === play.mistake) return play
  return found ? {...play, mistake: found.id} : without(play, 'mistake')
}

function evidenceOf(play: Play, {now, traffic, servedSince}: Seen): Evidence {
  const {start = now, outcomes, logs = [], hints} = play
  const client = traffic && play.traffic ? {traffic: {now: traffic, start: play.traffic.start}} : {}
  const served = servedSince === undefined ? {} : {servedSince}
  return {now, start, outcomes, logs, hints, ...client, ...served}
}
