// The one pure answer to everything that can happen. Together with judge.ts the only place that judges, so all faces agree.

import {withLags} from '../cluster/lag.ts'
import {withReplids} from '../cluster/replication-ids.ts'
import type {Reading, Snapshot} from '../cluster/snapshot.ts'
import {meaningOf} from '../explain/explain.ts'
import type {Lesson} from '../lesson/lesson.ts'
import type {Entry, EntryPart, LabEvent, LabState, Play} from '../state/lab-state.ts'
import {answered} from '../state/question.ts'
import {type TrafficEvent, withTraffic} from '../state/traffic.ts'
import {watch} from './effect-watch.ts'
import {beginStep, judge} from './judge.ts'
import {withTimeline} from './update-timeline.ts'

export type Update = (state: LabState, event: LabEvent) => LabState

/** Older lines of the transcript are dropped. */
const mostEntries = 400

/** The lessons are handed in, so that no state holds a function and the model imports no lesson. */
export function createUpdate(lessons: readonly Lesson[]): Update {
  return (state, event) => {
    const next = event.on === 'logged' ? logged(state, event) : changed(lessons, state, event)
    return watch(judge(lessons, withTimeline(state, next, event), event), event)
  }
}

/** So many lines of the logs are at hand. */
const mostLogs = 200

function logged(state: LabState, {node, lines}: LabEvent & {on: 'logged'}): LabState {
  const logs = [...state.logs, ...lines.map(text => ({node, text}))].slice(-mostLogs)
  return {...state, logs}
}

type Changing = Exclude<LabEvent, {on: 'logged'}>

function changed(lessons: readonly Lesson[], state: LabState, event: Changing): LabState {
  switch (event.on) {
    case 'starting':
      return raising(state, event)
    case 'ready':
      return {...state, roster: event.roster, status: 'ready'}
    case 'polled':
      return seen(state, shared(state.snapshot, event.snapshot))
    case 'typed':
      return typed(state, event)
    case 'ended':
      return withParts(state, event.id, [ended(lessons, state, event)])
    case 'told':
    case 'printed':
    case 'redirected':
    case 'shown':
    case 'helped':
    case 'explained':
      return withParts(state, event.id, partsOf(event))
    case 'finished':
      return withEntry(state, event.id, entry => ({...entry, running: false}))
    case 'connected':
      return {...state, connections: {...state.connections, [event.node]: event.connection}}
    case 'used':
      return {...state, node: event.node}
    case 'queued':
      return {...state, queued: event.lines}
    case 'following':
      return {...state, following: event.is}
    case 'traffic':
      return atWork(state, event.came)
    case 'learned':
      return {...state, docs: event.docs ?? state.docs, commandTable: event.commandTable}
    case 'feedback':
      return {...state, feedback: {...state.feedback, [event.what]: event.is}}
    default:
      return onCourse(lessons, state, event)
  }
}

type CourseEvent = Extract<
  LabEvent,
  {on: 'stepBegan' | 'prepared' | 'hinted' | 'solving' | 'freed' | 'quizBegan' | 'quizEnded' | 'answered'}
>

/** What happens on the way through the lessons. */
function onCourse(lessons: readonly Lesson[], state: LabState, event: CourseEvent): LabState {
  switch (event.on) {
    case 'stepBegan':
      return {...withoutTraffic(withoutQuiz(state)), play: beginStep(lessons, event.lesson, event.step)}
    case 'quizBegan':
      return {...state, quiz: {why: event.why, questions: event.questions, chosen: []}}
    case 'quizEnded':
      return withoutQuiz(state)
    case 'answered':
      return answered(lessons, state, event)
    default:
      return state.play ? {...state, play: changedPlay(state.play, event)} : state
  }
}

function raising(
  {snapshot: _, lineStart: __, traffic: ___, replids: ____, lags: _____, ...state}: LabState,
  {stage}: LabEvent & {on: 'starting'},
): LabState {
  return {...state, stage, status: 'starting', connections: {}, logs: []}
}

/** An outcome, and what it means here if it is an error. */
function ended(lessons: readonly Lesson[], state: LabState, event: LabEvent & {on: 'ended'}): EntryPart {
  const means = meaningOf(lessons, state, event)
  return {outcome: event.outcome, ...(means && {means})}
}

function partsOf(
  event: Extract<LabEvent, {on: 'told' | 'printed' | 'redirected' | 'shown' | 'helped' | 'explained'}>,
): readonly EntryPart[] {
  if (event.on !== 'printed') return [partOf(event)]
  return event.replies.map(printed => ({printed, action: event.action}))
}

function partOf(
  event: Extract<LabEvent, {on: 'told' | 'redirected' | 'shown' | 'helped' | 'explained'}>,
): EntryPart {
  switch (event.on) {
    case 'told':
      return {message: event.message, ...(event.fine && {fine: true})}
    case 'redirected':
      return {redirected: event.redirect}
    case 'shown':
      return {shown: event.excerpt}
    case 'helped':
      return {helped: event.entries}
    case 'explained': {
      const {on: _, id: __, ...explained} = event
      return {explained}
    }
  }
}

function changedPlay(
  play: Play,
  event: Extract<LabEvent, {on: 'prepared' | 'hinted' | 'solving' | 'freed'}>,
): Play {
  switch (event.on) {
    case 'prepared':
      return {...play, preparedAt: event.at}
    case 'hinted':
      return {...play, hints: play.hints + 1}
    case 'solving':
      return {...play, solved: true}
    case 'freed':
      return {...play, phase: 'free'}
  }
}

function withoutQuiz({quiz: _, ...state}: LabState): LabState {
  return state
}

function atWork(state: LabState, came: TrafficEvent): LabState {
  const traffic = withTraffic(state.traffic, came)
  return traffic ? {...state, traffic} : state
}

/** What the client wrote and read must not pass for what the learner did in the step. */
function withoutTraffic({traffic: _, ...state}: LabState): LabState {
  return state
}

function typed(state: LabState, event: LabEvent & {on: 'typed'}): LabState {
  const {id, by, at} = event
  const {node} = state
  const connection = state.connections[node]
  const entry: Entry = {
    ...{id, by, typed: event.typed, node, parts: [], running: true, at},
    ...(connection && {connection}),
    ...(event.several && {several: true}),
  }
  const entries = [...state.entries, entry].slice(-mostEntries)
  return {...state, entries, ...(by !== 'lab' && state.snapshot ? {lineStart: state.snapshot} : {})}
}

function withParts(state: LabState, id: number, parts: readonly EntryPart[]): LabState {
  return withEntry(state, id, entry => ({...entry, parts: [...entry.parts, ...parts]}))
}

function withEntry(state: LabState, id: number, change: (entry: Entry) => Entry): LabState {
  return {...state, entries: state.entries.map(entry => (entry.id === id ? change(entry) : entry))}
}

/** A look at all nodes, and what only a row of looks tells. */
function seen(state: LabState, snapshot: Snapshot): LabState {
  const replids = withReplids(state.replids ?? [], snapshot)
  return {...state, snapshot, replids, lags: withLags(state.lags ?? {}, snapshot)}
}

/** Readings that say what they said before stay the same objects, and so does the snapshot's list: who compares by identity sees no change. */
function shared(before: Snapshot | undefined, now: Snapshot): Snapshot {
  if (!before || before.stage !== now.stage) return now
  const nodes = now.nodes.map((reading, i) => same(before.nodes[i], reading))
  return {...now, nodes: nodes.every((reading, i) => reading === before.nodes[i]) ? before.nodes : nodes}
}

function same(before: Reading | undefined, now: Reading): Reading {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
}
