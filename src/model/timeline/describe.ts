// Timeline rows for every interface, with a heading where a failover begins.

import {isNodeName, type NodeName, portOf, type Roster} from '../cluster/node.ts'
import {type ObstacleValues, stayWords} from '../cluster/obstacle.ts'
import {strandedWords} from '../cluster/stranded-keys.ts'
import {listed} from '../text/listed.ts'
import {isMessage, type Message, type MessageKey, message} from '../text/messages.ts'
import type {EventKind, ManualTimeout, TimelineEntry} from './entry.ts'
import {type Chapter, chaptersOf, isExact} from './failover.ts'
import type {Failover} from './failover-type.ts'
import {type Phase, phasesOf} from './phases.ts'

export type TimelineRow = Readonly<{
  /** `+2.821 s` since the chapter began, `~1.4 s` if known only from polling, the time of day for the first entry; empty for a heading. */
  time: string
  sentence: Message
  /** Kind of row, which determines its sign and color. */
  kind: EventKind | 'heading'
  /** Of the failover below a heading. */
  phases?: readonly Phase[]
}>

/** Default number of rows: enough for a failover and what led to it. */
export const usualTimelineRows = 30

/** Oldest first. */
export function timelineRows(timeline: readonly TimelineEntry[], roster: Roster): readonly TimelineRow[] {
  return chaptersOf(timeline).flatMap(chapter => chapterRows(chapter, timeline, roster))
}

function chapterRows(
  chapter: Chapter,
  timeline: readonly TimelineEntry[],
  roster: Roster,
): readonly TimelineRow[] {
  const {begin, failover, entries} = chapter
  const heading: readonly TimelineRow[] = failover
    ? [{time: '', sentence: failoverSentence(failover, roster), kind: 'heading', phases: phasesOf(chapter)}]
    : []
  const rows = togetherSuspected(entries).map(
    ([entry, others], i): TimelineRow => ({
      time: i === 0 ? timeOfDay(begin) : timeAfter(entry, begin),
      sentence: sentenceOf(entry, others, timeline, roster),
      kind: entry.kind,
    }),
  )
  return [...heading, ...rows]
}

/** Describes entries out of their context, those of several nodes about one as one sentence. */
export function rowSentences(entries: readonly TimelineEntry[], roster: Roster): readonly Message[] {
  return togetherSuspected(entries).map(([entry, others]) => sentenceOf(entry, others, entries, roster))
}

/** Describes a single entry out of its context. */
export function entrySentence(entry: TimelineEntry, roster: Roster): Message {
  return sentenceOf(entry, entry.other ? [entry.other] : [], [entry], roster)
}

/** Kinds that several nodes report about one, each for itself. */
const reportedByEach = [
  'suspected',
  'joined',
  'forgotten',
  'sdown',
  'sdownCleared',
  'leaderVoted',
] as const satisfies readonly EventKind[]

function isReportedByEach(kind: EventKind): kind is (typeof reportedByEach)[number] {
  return reportedByEach.some(one => one === kind)
}

/** ms between suspicions in the logs of several nodes that are shown as one row. */
const close = 500

/** Joins nodes that began to suspect, know or forget the same node between two polls, or shortly after one another, into one row. */
function togetherSuspected(entries: readonly TimelineEntry[]): readonly [TimelineEntry, NodeName[]][] {
  const rows: [TimelineEntry, NodeName[]][] = []
  for (const entry of entries) {
    const {kind, node, at, other} = entry
    const isClose = (one: TimelineEntry) =>
      one === rows.at(-1)?.[0] && isExact(one) && isExact(entry) && at - one.at <= close
    const row = rows.findLast(
      ([one]) => one.kind === kind && one.node === node && (one.at === at || isClose(one)),
    )
    if (row && other && isReportedByEach(kind)) row[1].push(other)
    else rows.push([entry, other ? [other] : []])
  }
  return rows
}

function timeOfDay(at: number): string {
  return new Date(at).toTimeString().slice(0, 8)
}

function timeAfter(entry: TimelineEntry, begin: number): string {
  return `${isExact(entry) ? '+' : '~'}${secondsOf(entry.at - begin, isExact(entry))} s`
}

/** Formats seconds with no more digits than are known. */
function secondsOf(ms: number, exact: boolean): string {
  return (ms / 1000).toFixed(exact ? 3 : 1)
}

const withSlots = {
  won: 'timeline.won.slots',
  takeover: 'timeline.takeover.slots',
  slots: 'timeline.slots.slots',
} as const

const withBytes = {fullSync: 'timeline.fullSync.bytes', partialSync: 'timeline.partialSync.bytes'} as const

function sentenceOf(
  entry: TimelineEntry,
  others: readonly NodeName[],
  timeline: readonly TimelineEntry[],
  roster: Roster,
): Message {
  const {kind, node, other, by = [], values} = entry
  const names = (all: readonly NodeName[]) => listed(all.map(one => portOf(one, roster)))
  const filled = {...values, node: values['port'] ?? portOf(node, roster), other: otherOf(entry, roster)}
  if (isReportedByEach(kind))
    return message(specialKeyOf(entry) ?? `timeline.${kind}`, {...filled, others: names(others)})
  switch (kind) {
    case 'failed':
      return by.length > 0
        ? message('timeline.failed.by', {...filled, by: names(by)})
        : message('timeline.failed', filled)
    case 'won':
    case 'takeover':
    case 'slots':
      return message(other && values['slots'] ? withSlots[kind] : `timeline.${kind}`, filled)
    case 'manual':
      return message(values['how'] === 'force' ? 'timeline.manual.force' : 'timeline.manual', filled)
    case 'masterSwitched':
      return message('timeline.masterSwitched', {...filled, first: firstWitness(entry, roster)})
    case 'fullSync':
    case 'partialSync':
      return withReason(
        message(values['bytes'] === undefined ? `timeline.${kind}` : withBytes[kind], filled),
        values,
      )
    case 'follows':
      return message(howItFollows(entry, timeline), filled)
    case 'exited':
      return message(values['signal'] === undefined ? 'timeline.exited' : 'timeline.exited.signal', filled)
    case 'heldUp':
    case 'linkCause':
    case 'stays':
    case 'stranded':
      return troubleOf(entry, roster)
    case 'partialRefused':
      return message('timeline.partialRefused', {
        ...filled,
        because: reasonWords(entry, roster) ?? values['because'] ?? '',
      })
    default:
      return withExpiring(message(specialKeyOf(entry) ?? `timeline.${kind}`, filled), values)
  }
}

/** The port of the node whose log is the best witness. */
function firstWitness({from: [best = 'poll']}: TimelineEntry, roster: Roster): string | number {
  return isNodeName(best, roster) ? portOf(best, roster) : '?'
}

function withExpiring(loss: Message, {expiring}: TimelineEntry['values']): Message {
  return expiring ? message('timeline.dataLost.lasting', {loss}) : loss
}

/** Recordings of 0.1.0 do not tell why. */
const timeoutKeys: Readonly<Partial<Record<ManualTimeout, MessageKey>>> = {
  released: 'timeline.manualTimedOut.released',
  silent: 'timeline.manualTimedOut.silent',
  behind: 'timeline.manualTimedOut.behind',
  votes: 'timeline.manualTimedOut.votes',
}

/** The key for lost data and failovers that timed out, and where a node that is not the lab's is named as such. */
function specialKeyOf(entry: TimelineEntry): MessageKey | undefined {
  const {kind, values} = entry
  if (kind === 'dataLost') return howItLost(entry)
  if (kind === 'manualTimedOut') return timeoutKeys[values['because'] as ManualTimeout]
  if (kind === 'joined' && values['port'] !== undefined) return 'timeline.joined.foreign'
  return kind === 'given' && values['otherPort'] !== undefined ? 'timeline.given.foreign' : undefined
}

function troubleOf({kind, node, values}: TimelineEntry, roster: Roster): Message {
  const port = portOf(node, roster)
  if (kind === 'linkCause') {
    const because = {key: values['because'], values}
    return message('link-cause.link', {...values, node: port, because: isMessage(because) ? because : ''})
  }
  if (kind === 'stays') return stayWords(port, values as ObstacleValues)
  if (kind === 'stranded') return strandedWords({port, keys: 0, ...values})
  return message('timeline.heldUp', {seconds: secondsOf(Number(values['ms']), false)})
}

/** The other node's port; that of a node outside the roster, if the entry has one. */
function otherOf({other, values}: TimelineEntry, roster: Roster): string | number {
  return other ? portOf(other, roster) : (values['otherPort'] ?? '?')
}

function withReason(sentence: Message, {because}: TimelineEntry['values']): Message {
  const why = because === 'no history' && message('timeline.why.noHistory')
  return why ? message('timeline.why', {sentence, why}) : sentence
}

/** The master's reason for a full synchronization, in our words; undefined for one that is not known. */
function reasonWords({node, values}: TimelineEntry, roster: Roster): Message | undefined {
  const because = String(values['because'] ?? '')
  const port = {node: portOf(node, roster)}
  if (because === 'Replication ID mismatch') return message('timeline.why.mismatch', port)
  if (because.startsWith('lack of backlog')) return message('timeline.why.backlog', port)
  return because.startsWith('Requested offset for second ID')
    ? message('timeline.why.diverged', port)
    : undefined
}

/** ms between a master's refusal of a partial synchronization and the begin of the full one; the master may wait for more replicas first. */
const refusalHolds = 6000

/** Why a synchronization was full, if a log says so. */
export function fullSyncReason(
  {node, other, at, values}: TimelineEntry,
  timeline: readonly TimelineEntry[],
  roster: Roster,
): Message | undefined {
  if (values['because'] === 'no history') return message('timeline.why.noHistory')
  const refused = timeline.findLast(
    one =>
      one.kind === 'partialRefused' &&
      one.node === other &&
      (one.other === undefined || one.other === node) &&
      one.at <= at + 1 &&
      at - one.at <= refusalHolds,
  )
  return refused && reasonWords(refused, roster)
}

function howItLost({values}: TimelineEntry): MessageKey {
  if (values['why'] === 'restart') return 'timeline.dataLost'
  return values['now'] === 0 ? 'timeline.dataLost.emptyMaster' : 'timeline.dataLost.copy'
}

function howItFollows(entry: TimelineEntry, timeline: readonly TimelineEntry[]): MessageKey {
  if (entry.values['how'] === 'orphan') return 'timeline.follows.orphan'
  if (isOldMaster(entry, timeline)) return 'timeline.follows.old'
  return gaveItsLastSlots(entry, timeline) ? 'timeline.follows.emptied' : 'timeline.follows'
}

/** ms between the last move of a slot and the turn of its old owner to replica; polling may see the move later. */
const soon = 3000

function gaveItsLastSlots({node, other, at}: TimelineEntry, timeline: readonly TimelineEntry[]): boolean {
  return timeline.some(
    one =>
      one.kind === 'moved' &&
      one.node === other &&
      one.other === node &&
      Math.abs((one.until ?? one.at) - at) <= soon,
  )
}

/** Detects the old master's turn to replica after a failover: it now follows the node that took its slots. */
function isOldMaster({node, other, at}: TimelineEntry, timeline: readonly TimelineEntry[]): boolean {
  const ends: readonly EventKind[] = ['won', 'takeover', 'slots']
  return timeline.some(
    one => ends.includes(one.kind) && one.node === other && one.other === node && one.at <= at,
  )
}

/** Heading of a failover: which replica replaced which master, and how long writes failed. */
export function failoverSentence(
  {is, begin, end, until = begin, returned, promoted, owner, slots, ms}: Failover,
  roster: Roster,
): Message {
  const port = (one: NodeName | undefined) => (one ? portOf(one, roster) : '?')
  const values = {promoted: port(promoted), owner: port(owner), slots: slots || '?'}
  if (!end) return message('failover.open', values)
  if (returned)
    return message('failover.returned', {
      ...values,
      seconds: secondsOf(returned.at - end.at, isExact(returned)),
    })
  if (is === 'forced') return message('failover.forced', values)
  if (ms === undefined) return message('failover.unknown', values)
  const exact = isExact(begin) && isExact(until)
  const how = message('failover.how', {from: fromOf(begin, roster), to: toOf(until, roster)})
  // Polling sees the end of writes too early and their return too late, so its figure is an upper bound.
  const figure = secondsOf(ms, exact)
  const seconds = exact ? figure : message('failover.atMost', {seconds: figure})
  const keys = {
    died: 'failover.died',
    asked: 'failover.asked',
    watched: 'failover.watched',
    watchedAsked: 'failover.watchedAsked',
  } as const
  return message(keys[is], {...values, seconds, how})
}

/** `fail? ~0.8 s` */
export function phaseSentence({is, ms, exact}: Phase): Message {
  const seconds = `${exact ? '' : '~'}${secondsOf(ms, exact)}`
  return message(`failover.phase.${is}`, {seconds})
}

function fromOf({from: [best = 'poll']}: TimelineEntry, roster: Roster): Message {
  if (best === 'lab') return message('failover.from.lab')
  if (best === 'keeper') return message('failover.from.process')
  return best === 'poll'
    ? message('failover.from.poll')
    : message('failover.from.log', {node: portOf(best, roster)})
}

function toOf({from: [best = 'poll']}: TimelineEntry, roster: Roster): Message {
  return best === 'poll' || best === 'lab' || best === 'keeper'
    ? message('failover.to.poll')
    : message('failover.to.log', {node: portOf(best, roster)})
}
