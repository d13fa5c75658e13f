// Events of a recorded session, collected frame by frame: the stages and their timelines, the lines that were run and where they went, the load,
// and the passed steps. session-markdown.ts formats them.

import {portOf, type Roster} from '../cluster/node.ts'
import type {Stage} from '../cluster/snapshot.ts'
import {describe, type Outcome} from '../commands/action.ts'
import {replyText} from '../commands/outcome-text.ts'
import type {Entry, EntryPart, LabState, PassedStep} from '../state/lab-state.ts'
import type {Traffic} from '../state/traffic.ts'
import {outcomesOf} from '../state/transcript.ts'
import type {Message} from '../text/messages.ts'
import type {TimelineEntry} from '../timeline/entry.ts'
import {type Marker, missingIn, withMarkers} from './markers.ts'
import type {Frame} from './recording.ts'

/** The life of one set of nodes, from their start to their end. */
export type StageRun = Readonly<{
  stage: Stage
  roster: Roster
  /** ms since the epoch */
  began: number
  timeline: readonly TimelineEntry[]
  traffic?: Traffic
}>

/** A line run by the learner or by a solution. */
export type RunLine = Readonly<{
  at: number
  typed: string
  /** Port shown in the prompt when the line was run. */
  port: number
  /** Ports of the nodes that were asked, in order. */
  ports: readonly number[]
  /** True if a redirect led from one node to the next. */
  redirected: boolean
  /** Beginning of the last reply; absent for a line that the lab answers itself. */
  reply?: string | Message
}>

export type PassedNow = Readonly<{lesson: string; step: string; passed: PassedStep}>

export type Session = Readonly<{
  from: number
  to: number
  stageRuns: readonly StageRun[]
  /** The newest lines, at most `mostRan`. */
  ran: readonly RunLine[]
  /** Total number of lines. */
  ranInAll: number
  passed: readonly PassedNow[]
  /** Newest lines of the nodes' logs, at most `mostLogged`, each with the node's port; and their total number. */
  logged: readonly Readonly<{port: number; text: string}>[]
  loggedInAll: number
}>

/** Maximum number of lines: a longer report would go unread. */
const mostRan = 1000
const mostLogged = 1000

/** Builds the session from the frames of a recording, which `see` must get in order. */
export function sessionGatherer(): Readonly<{see: (frame: Frame) => void; session: () => Session}> {
  let [from, last]: [number, Frame | undefined] = [0, undefined]
  const stageRuns = gathererOfStages()
  const lines = gathererOfLines()
  const logs = gathererOfLogs()
  const passed: PassedNow[] = []
  return {
    see(frame) {
      if (!last) from = frame.at
      stageRuns.see(last?.state, frame)
      lines.see(last?.state, frame.state)
      logs.see(last?.state, frame.state)
      if (last) passed.push(...newlyPassed(last.state, frame.state))
      last = frame
    },
    session: () => ({
      from,
      to: last?.at ?? from,
      stageRuns: stageRuns.all(),
      ...lines.all(),
      ...logs.all(),
      passed,
    }),
  }
}

type StageSoFar = Omit<StageRun, 'timeline'> &
  Pick<LabState, 'timeline'> &
  Readonly<{markers: readonly Marker[]}>

function gathererOfStages() {
  let stageRuns: readonly StageSoFar[] = []
  return {
    see(before: LabState | undefined, {at, state}: Frame) {
      const {stage, roster, timeline, traffic} = state
      const isNew = !before || (before.status === 'ready' && state.status === 'starting')
      const run = stageRuns.at(-1)
      if (isNew || !run) {
        stageRuns = [...stageRuns, {stage, roster, began: at, timeline, markers: []}]
        return
      }
      const markers = withMarkers(run.markers, before, state, at)
      stageRuns = stageRuns.with(-1, {...run, stage, roster, timeline, markers, ...(traffic && {traffic})})
    },
    /** Keeps all entries, because a timeline keeps only the newest. */
    all: (): readonly StageRun[] =>
      stageRuns.map(({markers, timeline, ...run}) => {
        const older = missingIn(
          markers.map(({entry}) => entry),
          timeline,
        )
        return {...run, timeline: [...older, ...timeline]}
      }),
  }
}

/** Collects a line when it is over, so that its possibly large replies need not be kept. */
function gathererOfLines() {
  let ran: readonly RunLine[] = []
  let count = 0
  let open: readonly RunLine[] = []
  const noted = new Set<number>()
  return {
    see(before: LabState | undefined, {entries, roster, server}: LabState) {
      if (before?.entries === entries) return
      const own = entries.filter(({id, by, typed}) => by !== 'lab' && typed !== '' && !noted.has(id))
      const over = own.filter(({running}) => !running)
      for (const {id} of over) noted.add(id)
      count += over.length
      ran = [...ran, ...over.map(entry => ranOf(entry, {roster, server}))].slice(-mostRan)
      open = own.filter(({running}) => running).map(entry => ranOf(entry, {roster, server}))
    },
    all: () => ({ran: [...ran, ...open], ranInAll: count + open.length}),
  }
}

function gathererOfLogs() {
  let logged: Session['logged'] = []
  let count = 0
  return {
    see(before: LabState | undefined, {logs, roster}: LabState) {
      if (before?.logs === logs) return
      const last = before?.logs.at(-1)
      const added = logs.slice(last ? logs.lastIndexOf(last) + 1 : 0)
      count += added.length
      logged = [...logged, ...added.map(({node, text}) => ({port: portOf(node, roster), text}))].slice(
        -mostLogged,
      )
    },
    all: () => ({logged, loggedInAll: count}),
  }
}

/** What the words for a line depend on. */
type Setting = Pick<LabState, 'roster' | 'server'>

function ranOf(entry: Entry, setting: Setting): RunLine {
  const {roster} = setting
  const {at, typed, node, parts} = entry
  const outcome = outcomesOf(entry).at(-1)
  const port = portOf(node, roster)
  const redirected = parts.some(part => 'redirected' in part)
  const ports = portsOf(parts, redirected ? [port] : [], roster)
  return {at, typed, port, ports, redirected, ...(outcome && {reply: beginningOf(outcome, setting)})}
}

/** Characters of a reply that fit into a row. */
const mostOfReply = 80

function beginningOf(outcome: Outcome, {roster, server}: Setting): string | Message {
  const {action} = outcome
  if (outcome.is === 'failed') return outcome.because
  if (outcome.is === 'done')
    return action.do === 'command' ? '' : describe(action, roster, outcome.pid, server)
  const text = replyText(outcome.reply, action)
  const [first = ''] = text.split('\n', 1)
  const shown = first.slice(0, mostOfReply)
  return shown === text ? text : `${shown} …`
}

function portsOf(parts: readonly EntryPart[], first: readonly number[], roster: Roster): readonly number[] {
  const ports = parts.flatMap(part => {
    if ('redirected' in part) return [part.redirected.port]
    return 'outcome' in part ? [portOf(part.outcome.action.node, roster)] : []
  })
  return [...new Set([...first, ...ports])]
}

function newlyPassed(before: LabState, now: LabState): readonly PassedNow[] {
  if (before.passed === now.passed) return []
  return Object.entries(now.passed).flatMap(([lesson, steps]) =>
    Object.entries(steps).flatMap(([step, passed]) =>
      before.passed[lesson]?.[step] === passed ? [] : [{lesson, step, passed}],
    ),
  )
}
