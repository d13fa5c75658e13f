// Timeline rows for every interface, with a heading where a failover begins.

import {type NodeName, portOf, type Roster} from '../cluster/node.ts'
import {listed} from '../text/listed.ts'
import {type Message, message} from '../text/messages.ts'
import type {EventKind, TimelineEntry} from './entry.ts'
import {type Chapter, chaptersOf, type Failover, isExact} from './failover.ts'

export type TimelineRow = Readonly<{
  /** `+2.821 s` since the chapter began, `~1.4 s` if known only from polling, the time of day for the first entry; empty for a heading. */
  time: string
  sentence: Message
  /** Kind of row, which determines its sign and color. */
  kind: EventKind | 'heading'
}>

/** Default number of rows: enough for a failover and what led to it. */
export const usualTimelineRows = 30

/** Oldest first. */
export function timelineRows(timeline: readonly TimelineEntry[], roster: Roster): readonly TimelineRow[] {
  return chaptersOf(timeline).flatMap(chapter => chapterRows(chapter, timeline, roster))
}

function chapterRows(
  {begin, failover, entries}: Chapter,
  timeline: readonly TimelineEntry[],
  roster: Roster,
): readonly TimelineRow[] {
  const heading: readonly TimelineRow[] = failover
    ? [{time: '', sentence: failoverSentence(failover, roster), kind: 'heading'}]
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

/** Describes a single entry out of its context. */
export function entrySentence(entry: TimelineEntry, roster: Roster): Message {
  return sentenceOf(entry, entry.other ? [entry.other] : [], [], roster)
}

/** Joins nodes that began to suspect the same node between two polls into one row. */
function togetherSuspected(entries: readonly TimelineEntry[]): readonly [TimelineEntry, NodeName[]][] {
  const rows: [TimelineEntry, NodeName[]][] = []
  for (const entry of entries) {
    const [last, others] = rows.at(-1) ?? []
    const {other} = entry
    const joins =
      entry.kind === 'suspected' &&
      last?.kind === 'suspected' &&
      last.node === entry.node &&
      last.at === entry.at
    if (joins && other) others?.push(other)
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
  const name = (one: NodeName | undefined) => (one ? portOf(one, roster) : '?')
  const names = (all: readonly NodeName[]) => listed(all.map(one => portOf(one, roster)))
  const filled = {...values, node: name(node), other: name(other)}
  switch (kind) {
    case 'suspected':
      return message('timeline.suspected', {...filled, others: names(others)})
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
    case 'fullSync':
    case 'partialSync':
      return message(values['bytes'] === undefined ? `timeline.${kind}` : withBytes[kind], filled)
    case 'follows':
      return message(isOldMaster(entry, timeline) ? 'timeline.follows.old' : 'timeline.follows', filled)
    default:
      return message(`timeline.${kind}`, filled)
  }
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
  {is, begin, end, until = begin, promoted, owner, slots, ms}: Failover,
  roster: Roster,
): Message {
  const port = (one: NodeName | undefined) => (one ? portOf(one, roster) : '?')
  const values = {promoted: port(promoted), owner: port(owner), slots: slots || '?'}
  if (!end) return message('failover.open', values)
  if (is === 'forced') return message('failover.forced', values)
  if (ms === undefined) return message('failover.unknown', values)
  const exact = isExact(begin) && isExact(until)
  const how = message('failover.how', {from: fromOf(begin, roster), to: toOf(until, roster)})
  const seconds = `${exact ? '' : '~'}${secondsOf(ms, exact)}`
  return message(is === 'died' ? 'failover.died' : 'failover.asked', {...values, seconds, how})
}

function fromOf({from: [best = 'poll']}: TimelineEntry, roster: Roster): Message {
  if (best === 'lab') return message('failover.from.lab')
  return best === 'poll'
    ? message('failover.from.poll')
    : message('failover.from.log', {node: portOf(best, roster)})
}

function toOf({from: [best = 'poll']}: TimelineEntry, roster: Roster): Message {
  return best === 'poll' || best === 'lab'
    ? message('failover.to.poll')
    : message('failover.to.log', {node: portOf(best, roster)})
}
