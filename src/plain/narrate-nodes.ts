// Changes on the nodes as sentences, for people who do not see the panel: roles, slots, links, suspicions, nodes that stop and return. Pure.

import {upstreamOf} from '../model/cluster/cluster-view.ts'
import {failureViews, subjectsOf, suspicions} from '../model/cluster/failure-view.ts'
import {newSentinelSums} from '../model/cluster/sentinel-sums.ts'
import {answeredOf, linkIsUp, type Reading, type Snapshot} from '../model/cluster/snapshot.ts'
import {whatChanged} from '../model/cluster/what-changed.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {listed} from '../model/text/listed.ts'
import {type Language, type Message, type MessageKey, message, translate} from '../model/text/messages.ts'
import {rowSentences} from '../model/timeline/describe.ts'
import {type EventKind, mayGrow} from '../model/timeline/entry.ts'

/** Silent while the lab sets up a step: those changes are not the learner's. */
export function narrateNodes(before: LabState, now: LabState, language: Language): readonly string[] {
  const [was, is] = [before.snapshot, now.snapshot]
  if (!was || !is || was === is || was.stage !== is.stage) return []
  if ([before, now].some(({play}) => play?.phase === 'preparing')) return []
  const changes = was.nodes === is.nodes ? [] : changesBetween(was, is)
  return [...changes, ...completed(was.at, is.at, now)].map(one => translate(language, one, now.server))
}

/** Kinds of events that `whatChanged` does not tell, or that come in hundreds: a reshard moves one slot at a time. */
const narratedKinds: readonly EventKind[] = [
  'heldUp',
  'allSilent',
  'joined',
  'forgotten',
  'reset',
  'epoch',
  'migrating',
  'importing',
  'closed',
  'given',
  'moved',
  'assigned',
  'unassigned',
  'stays',
  'linkCause',
  'manualTimedOut',
  'leaderElected',
  'failoverGivenUp',
  'demoted',
  'sentToMaster',
  'tilt',
]

/** Rows of the timeline that were completed between `was` and `is` (ms since the epoch): nothing more joins them. */
function completed(was: number, is: number, {timeline, roster}: LabState): readonly Message[] {
  const recent = timeline.filter(one => narratedKinds.includes(one.kind))
  const done = recent.filter(one => mayGrow(one, was) && !mayGrow(one, is))
  return rowSentences(done, roster)
}

const toldElsewhere: readonly MessageKey[] = [
  'what-changed.keys',
  'what-changed.slots',
  'timeline.moved',
  'timeline.assigned',
  'timeline.unassigned',
]

function changesBetween(was: Snapshot, is: Snapshot): readonly Message[] {
  // Without changed key counts: one sentence per write would be too many. Slots are told once they are all moved.
  const changes = whatChanged(was, is).filter(({key}) => !toldElsewhere.includes(key))
  const reasons = is.nodes.flatMap((reading, i) => reasonFor(was.nodes[i], reading))
  const links = is.nodes.flatMap(reading => linkChange(reading, was, is))
  return [...suspicionChanges(was, is), ...newSentinelSums(was, is), ...changes, ...reasons, ...links]
}

/** The reason for a node's silence, if it becomes known after the silence began. */
function reasonFor(was: Reading | undefined, now: Reading): readonly Message[] {
  if (was?.is !== 'silent' || now.is !== 'silent' || was.because === now.because) return []
  const known = now.because === 'notRunning' || now.because === 'paused'
  return known ? [message(`what-changed.${now.because}`, {node: now.port})] : []
}

function linkChange(now: Reading, before: Snapshot, at: Snapshot): readonly Message[] {
  const master = now.is === 'answered' ? upstreamOf(now, at)?.port : undefined
  if (now.is !== 'answered' || master === undefined) return []
  const was = answeredOf(before, now.name)
  const wasUp = was !== undefined && upstreamOf(was, before)?.port === master && linkIsUp(was)
  if (wasUp === linkIsUp(now)) return []
  return [message(wasUp ? 'effects.linkDown' : 'what-changed.linkUp', {node: now.port, master})]
}

/** Names each node that starts to suspect another; a failure is declared by the majority. */
function suspicionChanges(was: Snapshot, is: Snapshot): readonly Message[] {
  const [before, now] = [suspicions(was), suspicions(is)]
  return is.nodes.flatMap(({port}): readonly Message[] => {
    const others = suspectersOf(port, is).filter(one => !markersOf(port, was).includes(one))
    const suspected =
      others.length > 0 ? [message('timeline.suspected', {node: port, others: listed(others)})] : []
    const [then, sum] = [before, now].map(all => all.find(one => one.port === port))
    if (then && !sum) return [message('what-changed.cleared', {node: port})]
    if (!sum?.failed || then?.failed) return suspected
    return [...suspected, message('opinions.failed', {port, needed: sum.needed})]
  })
}

/** The nodes that mark the one on `port` as `fail?`. */
function suspectersOf(port: number, snapshot: Snapshot): readonly number[] {
  return nodesThatMark(port, snapshot, ['fail?'])
}

/** The nodes that mark it as `fail?` or `fail`. */
function markersOf(port: number, snapshot: Snapshot): readonly number[] {
  return nodesThatMark(port, snapshot, ['fail?', 'fail'])
}

function nodesThatMark(port: number, snapshot: Snapshot, words: readonly string[]): readonly number[] {
  const i = subjectsOf(snapshot).indexOf(port)
  return failureViews(snapshot)
    .filter(({says}) => words.includes(says?.[i] ?? ''))
    .map(view => view.port)
}
