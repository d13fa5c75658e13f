// Failovers in the timeline: how long writes to the affected slots failed, and how exactly that is known. Also the timeline's chapters.

import type {NodeName} from '../cluster/node.ts'
import {downKinds, type EventKind, type TimelineEntry} from './entry.ts'
import type {Failover} from './failover-type.ts'
import {isSentinelsWork, sentinelFailovers} from './sentinel-failover.ts'

const ends: readonly EventKind[] = ['won', 'takeover', 'slots']
const downs: readonly EventKind[] = downKinds
const ups: readonly EventKind[] = ['started', 'resumed', 'answering']

/** ms until a manual failover is aborted (CLUSTER_MF_TIMEOUT in cluster_legacy.c). */
const manualTimeout = 5000

/** ms within which a replica that won with old votes is told so; nobody asks for two failovers as fast. */
const bounce = 1000

/** Failovers by their start; the last may still be under way. */
export function failoversOf(timeline: readonly TimelineEntry[]): readonly Failover[] {
  const done = timeline.flatMap((entry, i) =>
    ends.includes(entry.kind) ? [endedBy(entry, timeline.slice(0, i), timeline.slice(i + 1))] : [],
  )
  const open = timeline.flatMap((entry, i) => {
    const taken = done.some(one => isWithin(entry, one)) || wasDown(entry.node, timeline.slice(0, i))
    const back = timeline.slice(i + 1).some(one => one.node === entry.node && ups.includes(one.kind))
    return isOwnersEnd(entry) && !taken && !back ? [openSince(entry)] : []
  })
  return [...done, ...open, ...sentinelFailovers(timeline)].sort((a, b) => a.begin.at - b.begin.at)
}

/** Whether the entry is the end of the failover's owner, or a later step of it: a silent node whose process then ended. */
function isWithin(entry: TimelineEntry, {begin, end, owner}: Failover): boolean {
  if (begin === entry) return true
  return owner === entry.node && end !== undefined && entry.at >= begin.at && entry.at <= end.at
}

/** Whether the node was down already. */
function wasDown(node: NodeName, earlier: readonly TimelineEntry[]): boolean {
  const last = earlier.findLast(one => one.node === node && [...downs, ...ups].includes(one.kind))
  return last !== undefined && isOwnersEnd(last)
}

function openSince(begin: TimelineEntry): Failover {
  return {is: 'died', begin, owner: begin.node, slots: slotsOf(begin)}
}

function isOwnersEnd(entry: TimelineEntry): boolean {
  return downs.includes(entry.kind) && slotsOf(entry) !== ''
}

function endedBy(
  end: TimelineEntry,
  earlier: readonly TimelineEntry[],
  later: readonly TimelineEntry[],
): Failover {
  const {node: promoted, other: owner} = end
  const ends = earlier.filter(one => one.node === owner && isOwnersEnd(one))
  const isBackAfter = (end: TimelineEntry) =>
    earlier.some(one => one.node === owner && ups.includes(one.kind) && one.at >= end.at)
  // A node may be silent first and end later: the first counts.
  const down = ends.find(end => !isBackAfter(end)) ?? ends.at(-1)
  const stillDown = down && !isBackAfter(down)
  const asked = earlier.findLast(
    one => one.kind === 'manual' && one.node === promoted && end.at - one.at <= manualTimeout,
  )
  // A restarted owner is still replaced if the others have not yet seen it alive.
  const begin = (stillDown ? down : undefined) ?? asked ?? (end.kind === 'takeover' ? undefined : down)
  const is = kindOf(begin, down, end)
  const slots = slotsOf(end) || (begin ? slotsOf(begin) : '')
  const letGo = is === 'asked' && later.find(one => one.kind === 'follows' && one.node === owner)
  const until = letGo || end
  const returned = later.find(
    one =>
      one.kind === 'follows' && one.node === promoted && one.other === owner && one.at - end.at <= bounce,
  )
  const part = {is, begin: begin ?? end, end, until, promoted, slots, ...(returned && {returned})} as const
  return {...part, ...(owner && {owner}), ...(begin && {ms: until.at - begin.at})}
}

function kindOf(
  begin: TimelineEntry | undefined,
  down: TimelineEntry | undefined,
  end: TimelineEntry,
): Failover['is'] {
  if (begin && begin === down) return 'died'
  if (end.kind === 'takeover' || begin?.values['how'] === 'force') return 'forced'
  return begin ? 'asked' : 'died'
}

function slotsOf({values}: TimelineEntry): string {
  return String(values['slots'] ?? '')
}

/** True if the moment is known to the millisecond; polling only gives an upper bound. */
export function isExact({from: [best]}: TimelineEntry): boolean {
  return best !== 'poll'
}

/** Part of the timeline whose times count from one moment: a failover, or the consequences of an action. */
export type Chapter = Readonly<{
  /** ms since the epoch; the chapter's times count from here. */
  begin: number
  failover?: Failover
  entries: readonly TimelineEntry[]
}>

/** ms without an event after which a new chapter begins. The phases of a failover are closer together. */
const quiet = 60_000

const actionKinds: readonly EventKind[] = [
  ...downKinds,
  ...ups,
  'manual',
  'takeover',
  'promoted',
  'failoverAsked',
]

/** Splits the timeline into chapters. Actions during a failover belong to its chapter. */
export function chaptersOf(timeline: readonly TimelineEntry[]): readonly Chapter[] {
  const failovers = failoversOf(timeline)
  const chapters: {begin: number; failover?: Failover; entries: TimelineEntry[]}[] = []
  for (const entry of timeline) {
    const failover = failovers.find(({begin}) => begin === entry)
    const last = chapters.at(-1)
    const underWay = last?.failover?.end && entry.at <= last.failover.end.at
    const newest = last?.entries.at(-1)
    const begins =
      failover ||
      !last ||
      !newest ||
      entry.at - newest.at > quiet ||
      (!underWay && isAction(entry) && !isSentinelsWork(entry, timeline))
    if (begins) chapters.push({begin: entry.at, ...(failover && {failover}), entries: [entry]})
    else last.entries.push(entry)
  }
  return chapters
}

function isAction({kind, values}: TimelineEntry): boolean {
  return actionKinds.includes(kind) || (kind === 'follows' && values['how'] === 'ask')
}
