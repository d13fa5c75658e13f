// One thing that happened, who says so, and how it joins what is known already. Who finds out that something happened: from-log.ts from the
// nodes' logs, from-snapshots.ts from two snapshots, src/model/update/update-timeline.ts from what was done.

import type {NodeName} from '../cluster/node.ts'

/** What became of a node's process, or of its answers. */
export const downKinds = ['killed', 'stopped', 'exited', 'paused', 'silent'] as const
export const upKinds = ['started', 'resumed', 'answering'] as const

/** What can happen. Within one millisecond, what can have been the cause of the other stands first. */
export const eventKinds = [
  ...downKinds,
  ...upKinds,
  /** CLUSTER FAILOVER: `node` is to take over from `other`. */
  'manual',
  /** `node` lost the link to `other`, its master. */
  'linkLost',
  /** `other` suspects `node` (`fail?`): its own opinion. */
  'suspected',
  /** `other` marked `node` as failed; `by` are the masters whose word made the quorum. */
  'failed',
  /** cluster_state, as `node` was the first to say. */
  'stateFail',
  'delayed',
  'election',
  'voted',
  'denied',
  'stuck',
  'manualTimedOut',
  /** `node` serves slots that were `other`'s; how it came to that, only its log tells: `won` or `takeover`. */
  'slots',
  'won',
  'takeover',
  'promoted',
  'follows',
  'stateOk',
  /** `other` was the first to say that `node` is no longer failed. */
  'cleared',
  'partialRefused',
  'fullSync',
  'partialSync',
] as const

export type EventKind = (typeof eventKinds)[number]

/** Who says that it happened: a node in its log, the lab that did it, or a look at all nodes. */
export type Witness = NodeName | 'lab' | 'poll'

export type TimelineEntry = Readonly<{
  /** ms since the epoch. From a log or the lab to the millisecond; from a look it is the moment of the look that first showed it. */
  at: number
  kind: EventKind
  node: NodeName
  other?: NodeName
  by?: readonly NodeName[]
  /** `ms` (delay), `rank`, `offset`, `epoch`, `bytes`, `slots`, `votes`, `because`, `how`. */
  values: Readonly<Record<string, string | number>>
  /** The best first. */
  from: readonly Witness[]
}>

/** Older entries are dropped. */
const mostEntries = 500

/** Two witnesses of one event differ by no more, ms: a look comes at the latest when the nodes were slow to answer. */
const apart = 2000

/** Kinds of which many nodes tell, each in its own words, about one event. */
const toldByMany: readonly EventKind[] = ['failed', 'cleared']
/** Of these each tells of itself, and the first counts. */
const ofTheCluster: readonly EventKind[] = ['stateFail', 'stateOk']

/** The timeline with one entry more. What another witness has told already is the same entry: the better witness's time stands, a log's above all. */
export function withEntry(entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  const known = entries.findLastIndex(one => isSame(one, entry))
  if (known < 0) return placed(entries, entry)
  const one = entries[known] as TimelineEntry
  return placed(entries.toSpliced(known, 1), together(one, entry))
}

function isSame(one: TimelineEntry, entry: TimelineEntry): boolean {
  return !entry.from.some(witness => one.from.includes(witness)) && isSameEvent(one, entry)
}

/** Whether both tell of one event. */
export function isSameEvent(one: TimelineEntry, entry: TimelineEntry): boolean {
  if (eventOf(one) !== eventOf(entry) || Math.abs(one.at - entry.at) > apart) return false
  if (ofTheCluster.includes(entry.kind)) return true
  if (one.node !== entry.node) return false
  return toldByMany.includes(entry.kind) || !one.other || !entry.other || one.other === entry.other
}

/** New slots are what an election, or a takeover, is about. */
function eventOf({kind}: TimelineEntry): EventKind {
  return kind === 'won' || kind === 'takeover' ? 'slots' : kind
}

function together(one: TimelineEntry, entry: TimelineEntry): TimelineEntry {
  const [better, worse] = isBetter(entry, one) ? [entry, one] : [one, entry]
  return {
    ...worse,
    ...better,
    values: {...worse.values, ...better.values},
    from: [...better.from, ...worse.from],
  }
}

/** Of two logs the one that was written first; who only hears of it writes later. */
function isBetter(entry: TimelineEntry, than: TimelineEntry): boolean {
  const [a, b] = [worthOf(entry), worthOf(than)]
  return a > b || (a === b && entry.at < than.at)
}

function worthOf({from: [best]}: TimelineEntry): number {
  if (best === 'poll') return 0
  return best === 'lab' ? 1 : 2
}

function placed(entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  const isBefore = (one: TimelineEntry) =>
    one.at < entry.at ||
    (one.at === entry.at && eventKinds.indexOf(one.kind) <= eventKinds.indexOf(entry.kind))
  return entries.toSpliced(entries.findLastIndex(isBefore) + 1, 0, entry).slice(-mostEntries)
}
