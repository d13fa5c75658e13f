// The watch on a line's effects: reports them once the nodes were read after the line and have settled, or after a time limit.

import type {NodeName} from '../cluster/node.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import {commandOf, type Outcome} from '../commands/action.ts'
import {newlyBroken} from '../explain/link-cause.ts'
import type {Entry, LabEvent, LabState, LineEffect, LinkingLine, WatchedLine} from '../state/lab-state.ts'
import {isFinished} from '../state/lines-over.ts'
import {type Message, message} from '../text/messages.ts'
import {equalJson, without} from '../text/objects.ts'
import {entrySentence} from '../timeline/describe.ts'
import {parseLogLine} from '../timeline/log-line.ts'
import {effectOf, effectsOf, lateLinks, linking} from './effects.ts'

/** Time limit in ms: after its OK a failover takes 40 to 260 ms, a first synchronization 5 to 100 ms. */
const timeLimit = 2000
/** Time in ms after which nobody connects a link with the line any more. */
const longestLink = 60_000
/** Time in ms without an effect after which a command is taken to have changed nothing. */
const settleTime = 400

/** Watches the learner's lines and solutions even while reports are off, so that no effect shows up under a later line. */
export function watch(state: LabState, event: LabEvent): LabState {
  if (event.on === 'starting') return without(unwatched(state), 'linkingLine')
  if (event.on === 'finished') return begun(state, event.id)
  if (event.on === 'logged') return withTimeout(state, event)
  if (event.on !== 'polled') return state
  const later = state.linkingLine ? withLateLinks(state, state.linkingLine, event.snapshot) : state
  return later.watchedLine ? seen(later, later.watchedLine, event) : later
}

/** A full synchronization may wait for seconds: what became of it belongs to the line that ordered it, not to a later one. */
function withLateLinks(state: LabState, line: LinkingLine, now: Snapshot): LabState {
  const {sentences, nodes} = lateLinks(line, now, state.timeline)
  const told = withChanged(state, {...line, lines: 1}, sentences)
  if (nodes.length === 0 || now.at - line.over > longestLink) return without(told, 'linkingLine')
  return nodes.length === line.nodes.length ? state : {...told, linkingLine: {...line, nodes}}
}

/** A manual failover fails some 5 s after its OK, and only the log tells: that belongs to the line that asked for it. */
function withTimeout(state: LabState, {node, lines}: LabEvent & {on: 'logged'}): LabState {
  if (!lines.some(line => parseLogLine(line)?.event?.what === 'manualTimedOut')) return state
  const timedOut = state.timeline.findLast(one => one.kind === 'manualTimedOut' && one.node === node)
  const line = state.entries.findLast(
    ({by, parts}) => by !== 'lab' && parts.some(part => 'outcome' in part && isFailover(part.outcome, node)),
  )
  if (!timedOut || !line) return state
  return withChanged(state, {id: line.id, lines: 1}, [entrySentence(timedOut, state.roster)])
}

function isFailover({action, is}: Outcome, node: NodeName): boolean {
  return (
    is === 'replied' && action.node === node && commandOf(action).join(' ').startsWith('CLUSTER FAILOVER')
  )
}

function unwatched(state: LabState): LabState {
  return without(state, 'watchedLine', 'reportedUpTo')
}

function begun(state: LabState, id: number): LabState {
  const {watchedLine} = state
  const effect = effectIn(state, id)
  const before = watchedLine?.before ?? laterOf(state.lineStart, state.reportedUpTo)
  if (!effect || !before) return state
  const joined = watchedLine ? both(watchedLine, effect) : {...effect, lines: 1}
  return {...state, watchedLine: {...joined, id, before}}
}

function effectIn(state: LabState, id: number): LineEffect | undefined {
  const {entries, commandTable, roster} = state
  const entry = entries.find(entry => entry.id === id)
  const effect = entry && entry.by !== 'lab' ? effectOf(entry, commandTable, roster) : undefined
  return effect && isLoadRunning(state) ? {...effect, wrote: []} : effect
}

/** Whether the load runs: its keys and bytes cannot be told apart from the learner's. */
function isLoadRunning({traffic}: LabState): boolean {
  return traffic?.is === 'on'
}

/** The later snapshot: effects up to it were already reported under an earlier line. */
function laterOf(lineStart: Snapshot | undefined, reported: Snapshot | undefined): Snapshot | undefined {
  return reported && lineStart && reported.at > lineStart.at ? reported : lineStart
}

function both(watched: WatchedLine, effect: LineEffect): LineEffect & Pick<WatchedLine, 'lines'> {
  return {
    wrote: [...new Set([...watched.wrote, ...effect.wrote])],
    ordered: watched.ordered || effect.ordered,
    to: [...new Set([...watched.to, ...effect.to])],
    began: watched.began,
    over: effect.over,
    lines: watched.lines + 1,
  }
}

function seen(
  state: LabState,
  watched: WatchedLine,
  {snapshot: now, over}: LabEvent & {on: 'polled'},
): LabState {
  // A reading that began before the line ended may show half of its effect.
  if ((over && !isFinished(over, watched.id)) || isFollowed(state, watched)) return state
  const {sentences: all, pending} = effectsOf(watched, watched.before, now, state)
  const sentences = isLoadRunning(state) ? all.filter(({key}) => key !== 'what-changed.keys') : all
  const age = now.at - watched.over
  const isSame = equalJson(sentences, watched.seen)
  const isSettled = !watched.ordered || (isSame && (sentences.length > 0 || age > settleTime))
  if (age < timeLimit && (pending || !isSettled))
    return {...state, watchedLine: {...watched, seen: sentences}}
  const nodes = watched.ordered ? linking(watched.before, now) : []
  return {
    ...withChanged(unwatched(state), watched, withCauses(sentences, watched, now, state)),
    reportedUpTo: now,
    ...(nodes.length > 0 && {linkingLine: {...watched, nodes}}),
  }
}

/** Adds why a link is down, or does not come up, to what a command about nodes has changed. */
function withCauses(
  sentences: readonly Message[],
  {ordered, before}: WatchedLine,
  now: Snapshot,
  {logs}: LabState,
): readonly Message[] {
  const causes = ordered ? newlyBroken(before, now, logs) : []
  const told = causes.map(({values}) => values?.['node'])
  const others = sentences.filter(
    ({key, values}) => key !== 'effects.linkDown' || !told.includes(values?.['node'] as number),
  )
  return [...others, ...causes]
}

/** Whether a newer line runs: its effects cannot be told apart and are reported together. */
function isFollowed({entries}: LabState, {id}: WatchedLine): boolean {
  return entries.some(entry => entry.id > id && entry.running && entry.by !== 'lab')
}

function withChanged(
  state: LabState,
  {id, lines}: Pick<WatchedLine, 'id' | 'lines'>,
  sentences: readonly Message[],
): LabState {
  if (sentences.length === 0 || !state.feedback.changes) return state
  const change = (entry: Entry): Entry => {
    const [first, ...rest] = [...(entry.changed ? [entry.changed] : []), ...sentences]
    if (!first) return entry
    const whole = rest.reduce((one, other) => message('effects.and', {one, other}), first)
    return {...entry, changed: lines === 1 ? whole : message('effects.together', {lines, whole})}
  }
  return {...state, entries: state.entries.map(entry => (entry.id === id ? change(entry) : entry))}
}
