// Timeline entries, and how a new one is merged with those known. They come from the nodes' logs (from-log.ts), from pairs of snapshots
// (from-snapshots.ts), and from the learner's actions (src/model/update/update-timeline.ts).

import type {NodeName} from '../cluster/node.ts'

/** Ways for a node to stop answering. */
export const downKinds = ['killed', 'stopped', 'exited', 'paused', 'silent'] as const
export const upKinds = ['started', 'resumed', 'answering'] as const

/** Kinds of events. Within one millisecond, causes sort before effects. */
export const eventKinds = [
  ...downKinds,
  ...upKinds,
  /** CLUSTER FAILOVER: `node` will take over from `other`. */
  'manual',
  /** `node` lost the link to its master `other`. */
  'linkLost',
  /** `other` suspects `node` (`fail?`): its own opinion. */
  'suspected',
  /** `other` marked `node` as failed; `by` lists the masters whose reports made the quorum. */
  'failed',
  /** cluster_state changed; `node` was the first to report it. */
  'stateFail',
  'delayed',
  'election',
  'voted',
  'denied',
  'stuck',
  'manualTimedOut',
  /** `node` serves slots of `other`. Only its log tells how it got them: `won` or `takeover`. */
  'slots',
  'won',
  'takeover',
  'promoted',
  'follows',
  'stateOk',
  /** `other` was the first to clear the failed mark of `node`. */
  'cleared',
  'partialRefused',
  'fullSync',
  'partialSync',
] as const

export type EventKind = (typeof eventKinds)[number]

/** Source of an entry: a node's log, the lab that caused the event, or polling. */
export type Witness = NodeName | 'lab' | 'poll'

export type TimelineEntry = Readonly<{
  /** ms since the epoch. Exact if from a log or the lab; from polling it is the time of the first snapshot that showed the event. */
  at: number
  kind: EventKind
  node: NodeName
  other?: NodeName
  by?: readonly NodeName[]
  /** `ms` (delay), `rank`, `offset`, `epoch`, `bytes`, `slots`, `votes`, `because`, `how`. */
  values: Readonly<Record<string, string | number>>
  /** Witnesses of the event, the best first. */
  from: readonly Witness[]
}>

/** Maximum number of entries; older ones are dropped. */
const mostEntries = 500

/** Largest time difference between two witnesses of one event, ms. A poll of slow nodes may be this late. */
const apart = 2000

/** Kinds that many nodes report about one event, each with its own line. */
const reportedByMany: readonly EventKind[] = ['failed', 'cleared']
/** Kinds that each node reports about itself; the first report counts. */
const ofTheCluster: readonly EventKind[] = ['stateFail', 'stateOk']

/** Adds an entry. If another witness already reported the event, the two are merged: a log's time wins over others. */
export function withEntry(entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  const known = entries.findLastIndex(one => isSame(one, entry))
  if (known < 0) return placed(entries, entry)
  const one = entries[known] as TimelineEntry
  return placed(entries.toSpliced(known, 1), together(one, entry))
}

function isSame(one: TimelineEntry, entry: TimelineEntry): boolean {
  return !entry.from.some(witness => one.from.includes(witness)) && isSameEvent(one, entry)
}

/** True if both entries report the same event. */
export function isSameEvent(one: TimelineEntry, entry: TimelineEntry): boolean {
  if (eventOf(one) !== eventOf(entry) || Math.abs(one.at - entry.at) > apart) return false
  if (ofTheCluster.includes(entry.kind)) return true
  if (one.node !== entry.node) return false
  return reportedByMany.includes(entry.kind) || !one.other || !entry.other || one.other === entry.other
}

/** Treats new slots as the election or takeover that caused them. */
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

/** Compares two witnesses; of two logs the earlier wins, because nodes that only hear of an event log it later. */
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
