// What each failover of the timeline cost: how long nobody could write to the slots that changed hands, and how that is known.

import type {NodeName} from '../cluster/node.ts'
import {downKinds, type EventKind, type TimelineEntry} from './entry.ts'

/**
 * `died`: the owner was gone or silent, and a replica was elected. `asked`: CLUSTER FAILOVER, the owner held the writes back.
 * `forced`: FORCE or TAKEOVER; the owner was not asked and, where it lived, went on until it heard of its successor.
 */
export type Failover = Readonly<{
  is: 'died' | 'asked' | 'forced'
  /** The entry it begins with: the owner's end, or the learner's command. */
  begin: TimelineEntry
  /** Absent while nobody has taken over. */
  end?: TimelineEntry
  owner?: NodeName
  heir?: NodeName
  slots: string
  /** From when writes did not come through: from `begin` to `until`. */
  ms?: number
  /** The heir's election or, where the owner held the writes back, the moment it let them go, being a replica now. */
  until?: TimelineEntry
}>

const ends: readonly EventKind[] = ['won', 'takeover', 'slots']
const downs: readonly EventKind[] = downKinds
const ups: readonly EventKind[] = ['started', 'resumed', 'answering']

/** A manual failover is over, or given up, after this (CLUSTER_MF_TIMEOUT in cluster_legacy.c). ms */
const manualTimeout = 5000

/** In the order of their beginnings; the last may have no end yet. */
export function failoversOf(timeline: readonly TimelineEntry[]): readonly Failover[] {
  const done = timeline.flatMap((entry, i) =>
    ends.includes(entry.kind) ? [endedBy(entry, timeline.slice(0, i), timeline.slice(i + 1))] : [],
  )
  const open = timeline.flatMap((entry, i) => {
    const taken = done.some(({begin}) => begin === entry)
    const back = timeline.slice(i + 1).some(one => one.node === entry.node && ups.includes(one.kind))
    return isOwnersEnd(entry) && !taken && !back ? [openSince(entry)] : []
  })
  return [...done, ...open].sort((a, b) => a.begin.at - b.begin.at)
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
  const {node: heir, other: owner} = end
  const down = earlier.findLast(one => one.node === owner && isOwnersEnd(one))
  const stillDown =
    down && !earlier.some(one => one.node === owner && ups.includes(one.kind) && one.at >= down.at)
  const asked = earlier.findLast(
    one => one.kind === 'manual' && one.node === heir && end.at - one.at <= manualTimeout,
  )
  // Who is back before the others have seen it alive is replaced all the same.
  const begin = (stillDown ? down : undefined) ?? asked ?? (end.kind === 'takeover' ? undefined : down)
  const is = kindOf(begin, down, end)
  const slots = slotsOf(end) || (begin ? slotsOf(begin) : '')
  const letGo = is === 'asked' && later.find(one => one.kind === 'follows' && one.node === owner)
  const until = letGo || end
  const part = {is, begin: begin ?? end, end, until, heir, slots} as const
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

/** Whether the moment is known to the millisecond; from a look at the nodes it is known only that it was before. */
export function isExact({from: [best]}: TimelineEntry): boolean {
  return best !== 'poll'
}

/** A stretch of the timeline that is counted from one moment: a failover, or what follows a deed. */
export type Chapter = Readonly<{
  /** ms since the epoch: zero of its times. */
  begin: number
  failover?: Failover
  entries: readonly TimelineEntry[]
}>

/** After so long without anything the clock begins anew; the phases of a failover are nearer to each other. ms */
const quiet = 60_000

const deeds: readonly EventKind[] = [...downKinds, ...ups, 'manual', 'takeover', 'promoted']

/** The timeline in chapters. What is done while a failover is under way belongs to it. */
export function chaptersOf(timeline: readonly TimelineEntry[]): readonly Chapter[] {
  const failovers = failoversOf(timeline)
  const chapters: {begin: number; failover?: Failover; entries: TimelineEntry[]}[] = []
  for (const entry of timeline) {
    const failover = failovers.find(({begin}) => begin === entry)
    const last = chapters.at(-1)
    const underWay = last?.failover?.end && entry.at <= last.failover.end.at
    const newest = last?.entries.at(-1)
    const begins =
      failover || !last || !newest || entry.at - newest.at > quiet || (!underWay && isDeed(entry))
    if (begins) chapters.push({begin: entry.at, ...(failover && {failover}), entries: [entry]})
    else last.entries.push(entry)
  }
  return chapters
}

function isDeed({kind, values}: TimelineEntry): boolean {
  return deeds.includes(kind) || (kind === 'follows' && values['how'] === 'ask')
}
