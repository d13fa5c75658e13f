// Failovers that Sentinels made: from the master's death, or from SENTINEL FAILOVER, to the moment at which a replica became a master.

import {downKinds, type EventKind, type TimelineEntry} from './entry.ts'
import type {Failover} from './failover-type.ts'

/** ms between a replica's promotion and the last Sentinel that heard of it. */
const switchTakes = 10_000

/** What Sentinels do by themselves: what happens to a node at the same time is their work, not the learner's. */
const deeds: readonly EventKind[] = [
  'replicaSelected',
  'promotionSeen',
  'masterSwitched',
  'demoted',
  'sentToMaster',
]

/** ms between a command that a Sentinel sends and what the node's log says of it. */
const sameTime = 1500

/** Whether a Sentinel made the node a master or a replica. Valkey's log hides the name of the client that asked for it. */
export function isSentinelsWork(entry: TimelineEntry, timeline: readonly TimelineEntry[]): boolean {
  if (entry.kind !== 'promoted' && entry.kind !== 'follows') return false
  return timeline.some(one => deeds.includes(one.kind) && Math.abs(one.at - entry.at) <= sameTime)
}

export function sentinelFailovers(timeline: readonly TimelineEntry[]): readonly Failover[] {
  return timeline.flatMap((entry, i) =>
    entry.kind === 'masterSwitched' ? (failoverEndedBy(entry, timeline.slice(0, i)) ?? []) : [],
  )
}

/** Undefined for a Sentinel that only hears later of a switch that is long over. */
function failoverEndedBy(
  {node: promoted, other: owner, at}: TimelineEntry,
  earlier: readonly TimelineEntry[],
): Failover | undefined {
  const until = earlier.findLast(one => one.kind === 'promoted' && one.node === promoted)
  if (!until || at - until.at > switchTakes || owner === undefined) return undefined
  const before = earlier.slice(0, earlier.indexOf(until))
  const isOf = (kinds: readonly EventKind[]) => (one: TimelineEntry) =>
    kinds.includes(one.kind) && one.node === owner
  const down = before.findLast(isOf(downKinds))
  const asked = before.findLast(isOf(['failoverAsked']))
  const begin = [down, asked].filter(one => one !== undefined).toSorted((a, b) => b.at - a.at)[0]
  if (!begin) return undefined
  const is = begin === down ? 'watched' : 'watchedAsked'
  return {is, begin, end: until, until, promoted, owner, slots: '', ms: until.at - begin.at}
}
