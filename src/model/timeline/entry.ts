// Timeline entries, and how a new one is merged with those known. They come from the nodes' logs (from-log.ts), from pairs of snapshots
// (from-snapshots.ts), and from the learner's actions (src/model/update/update-timeline.ts).

import {countSlots, hasSlot, joinRanges, slotsOfRanges} from '../cluster/hash-slot.ts'
import type {NodeName} from '../cluster/node.ts'

/** Ways for a node to stop answering. */
export const downKinds = ['killed', 'stopped', 'exited', 'paused', 'silent'] as const
export const upKinds = ['started', 'resumed', 'answering'] as const

/** Kinds of events. Within one millisecond, causes sort before effects. */
export const eventKinds = [
  /** The lab itself did not run for `ms`; `node` is the stage's first. */
  'heldUp',
  /** No node answered, though all ran: the computer was busy or asleep. `node` is the stage's first. */
  'allSilent',
  /** The learner cut, closed, slowed or healed `links`; `node` is the first of them. */
  'linksCut',
  'linksClosed',
  'linksSlow',
  'linksHealed',
  ...downKinds,
  ...upKinds,
  /** `other` came to know `node`, or removed it. */
  'joined',
  'forgotten',
  /** `node` knows no other node any more. */
  'reset',
  /** `node` raised its config epoch, without an election. */
  'epoch',
  /** `node` opened slots: to give them to `other`, or to take them from it. */
  'migrating',
  'importing',
  /** Slots were opened at `node` and closed again; they were not moved. */
  'closed',
  /** The move of whole ranges in one operation (Valkey 9, Redis 8.4) ended without success; `node` says `because`. */
  'moveFailed',
  /** `node` names `other` as the owner of slots that were its own; `other` does not serve them yet. */
  'given',
  /** Slots moved to `node` from `other`. */
  'moved',
  /** `node` serves slots that nobody served, or no longer serves slots that nobody else serves. */
  'assigned',
  'unassigned',
  /** `node` holds keys that no client can reach; `slot` and its `owner`, if there is one. */
  'stranded',
  /** CLUSTER FAILOVER: `node` will take over from `other`. */
  'manual',
  /** `node` closed the link: it got nothing from its master `other`, or no acknowledgment from its replica `other`, for repl-timeout. */
  'masterSilent',
  'replicaSilent',
  /** `node` closed a connection whose output buffer had passed its limit. */
  'bufferFull',
  /** `node` lost the link to its master `other`. */
  'linkLost',
  /** Why the link of `node` to its master is down: `because` is a message's key, the other values are its own. */
  'linkCause',
  /** Sentinel `other` sees `node` as down (s_down): its own opinion. */
  'sdown',
  /** Sentinel `other` knows of `votes` Sentinels, itself included, that see master `node` as down: as many as the `quorum` demands. */
  'odown',
  /** SENTINEL FAILOVER at `other`, to replace master `node`. */
  'failoverAsked',
  /** Sentinel `other` wants to lead a failover of master `node`. */
  'failoverTried',
  /** Sentinel `other` votes for Sentinel `node`. */
  'leaderVoted',
  /** Sentinel `node` leads the failover. */
  'leaderElected',
  /** Sentinel `other` selects replica `node`, and makes it a master. */
  'replicaSelected',
  /** Sentinel `other` gives up: `because`. */
  'failoverGivenUp',
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
  /** `node` failed, and nobody can be elected in its place: `is` says what prevents it. */
  'stays',
  'manualTimedOut',
  /** `node` serves slots of `other`. Only its log tells how it got them: `won` or `takeover`. */
  'slots',
  'won',
  'takeover',
  'promoted',
  /** Sentinel `other` sees that `node` is a master, and names it to clients. */
  'promotionSeen',
  /** Sentinels name master `node` instead of `other`; `from` has the first that does. */
  'masterSwitched',
  /** Sentinel `other` makes `node`, which says that it is a master, a replica; or sends a replica of another master back to its own. */
  'demoted',
  'sentToMaster',
  'follows',
  /** Sentinel `other` sees `node` again. */
  'sdownCleared',
  /** Sentinel `node` does nothing but watch: its clock jumped, or it was held up. */
  'tilt',
  'tiltOver',
  'stateOk',
  /** `other` was the first to clear the failed mark of `node`. */
  'cleared',
  'partialRefused',
  'fullSync',
  'partialSync',
  /** A replica outside the roster connected to `node`. */
  'foreign',
  /** `node` has fewer keys than before: `why` is `restart`, or `copy` if it took over the data of `other`. */
  'dataLost',
] as const

export type EventKind = (typeof eventKinds)[number]

/** Source of an entry: a node's log, the lab that caused the event, the keeper that saw a process end, or polling. */
export type Witness = NodeName | 'lab' | 'keeper' | 'poll'

export type TimelineEntry = Readonly<{
  /** ms since the epoch. Exact if from a log or the lab; from polling it is the time of the first snapshot that showed the event. */
  at: number
  /** When it was over, if it lasted: a full synchronization was loaded, the last of several slots had moved. */
  until?: number
  kind: EventKind
  node: NodeName
  other?: NodeName
  by?: readonly NodeName[]
  /**
   * `ms` (delay), `rank`, `offset`, `epoch`, `bytes`, `slots`, `votes`, `because`, `how`. `port` and `otherPort` name what is not in the roster:
   * then `node` or `other` says nothing.
   */
  values: Readonly<Record<string, string | number>>
  /** Witnesses of the event, the best first. */
  from: readonly Witness[]
}>

/** Why a manual failover ended without success, in `because` of its entry. */
export type ManualTimeout = 'released' | 'silent' | 'behind' | 'votes'

/** Maximum number of entries; older ones are dropped. */
const mostEntries = 500

/** Largest time difference between two witnesses of one event, ms. A poll of slow nodes may be this late. */
const apart = 2000

/** Kinds that many nodes report about one event, each with its own line. */
const reportedByMany: readonly EventKind[] = ['failed', 'cleared', 'odown', 'masterSwitched']
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
  if (one.values['otherPort'] !== entry.values['otherPort'] && isNamed(one) && isNamed(entry)) return false
  return reportedByMany.includes(entry.kind) || !one.other || !entry.other || one.other === entry.other
}

function isNamed({other, values}: TimelineEntry): boolean {
  return other !== undefined || values['otherPort'] !== undefined
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
  return best === 'lab' || best === 'keeper' ? 1 : 2
}

/** ms without another slot after which a row about slots is complete. */
const slotsPause = 3000

/** Adds an entry about slots. Slots that follow soon join the row: a reshard moves hundreds, one at a time. */
export function withSlots(entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  const i = entries.findLastIndex(
    one => one.kind === entry.kind && one.node === entry.node && one.other === entry.other,
  )
  const one = entries[i]
  if (!one || entry.at - (one.until ?? one.at) > slotsPause)
    return placed(withoutOpenings(entries, entry), entry)
  const slots = joinRanges(slotsIn(one), slotsIn(entry))
  const values = {...one.values, slots: slots.join(' '), count: countSlots(slots)}
  const row = {...one, values, until: entry.at}
  return withoutOpenings(entries.with(i, row), row)
}

/** Drops the openings of slots that were moved at once, with others: of a reshard, polling sees only some of them. */
function withoutOpenings(entries: readonly TimelineEntry[], moved: TimelineEntry): readonly TimelineEntry[] {
  const slots = slotsIn(moved)
  const isToForeign = moved.kind === 'given' && moved.values['otherPort'] !== undefined
  if ((moved.kind !== 'moved' && !isToForeign) || countSlots(slots) < 2) return entries
  const [from, to] = isToForeign ? [moved.node, undefined] : [moved.other, moved.node]
  return entries.filter(one => {
    const isOpening =
      (one.kind === 'importing' && one.node === to && one.other === from) ||
      (one.kind === 'migrating' && one.node === from && one.other === to)
    const wasMoved = slotsOfRanges(slotsIn(one)).every(slot => hasSlot(slots, slot))
    return !(isOpening && wasMoved && moved.at - one.at <= slotsPause)
  })
}

function slotsIn({values}: TimelineEntry): readonly string[] {
  return String(values['slots'] ?? '').split(' ')
}

/** Whether more of the same may still join the entry's row at `now`. */
export function mayGrow({at, until = at}: TimelineEntry, now: number): boolean {
  return now - until <= slotsPause
}

function placed(entries: readonly TimelineEntry[], entry: TimelineEntry): readonly TimelineEntry[] {
  const isBefore = (one: TimelineEntry) =>
    one.at < entry.at ||
    (one.at === entry.at && eventKinds.indexOf(one.kind) <= eventKinds.indexOf(entry.kind))
  return entries.toSpliced(entries.findLastIndex(isBefore) + 1, 0, entry).slice(-mostEntries)
}
