// Replication ids in the order of their first appearance on this stage: the position of an id gives it the same letter on all nodes.

import {type Answered, linkIsUp, roleOf, type Snapshot} from './snapshot.ts'

/** Bytes that a PING from a master to its replicas adds to the replication stream. */
export const pingBytes = 14

/** Upper limit that no real session reaches. */
const most = 500

/**
 * Adds the ids that are new in `now`; returns the same list if none is. A previous history without data is not new: a cluster starts with some.
 * Skips a replica without a link: the id it reports is not shared with any master yet.
 */
export function withReplids(known: readonly string[], now: Snapshot): readonly string[] {
  const readings = now.nodes.filter(
    reading => reading.is === 'answered' && (roleOf(reading) === 'master' || linkIsUp(reading)),
  ) as readonly Answered[]
  const ids = [
    ...readings.map(replidOf),
    ...readings.flatMap(reading => (hasOldData(reading) ? (sharedReplidOf(reading) ?? []) : [])),
  ]
  const all = [...new Set([...known, ...ids])]
  return all.length > known.length && known.length < most ? all : known
}

/** Id of the node's current history. */
export function replidOf({replication}: Answered): string {
  return replication['master_replid'] ?? ''
}

/** Id of the node's previous history, if it has one; it ends before `second_repl_offset`. */
export function sharedReplidOf({replication}: Answered): string | undefined {
  const {master_replid2: id = ''} = replication
  return /^0*$/.test(id) ? undefined : id
}

/** Whether the previous history held more than PINGs: Valkey 9 sends one while the lab's cluster starts. */
function hasOldData({replication}: Answered): boolean {
  const first = Number(replication['second_repl_offset'] ?? '-1')
  return first > 1 && (first - 1) % pingBytes !== 0
}
