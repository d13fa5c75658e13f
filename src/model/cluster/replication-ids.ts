// The ids of the replication histories seen on this stage, in the order in which they came: by its place an id keeps one letter on all nodes.

import {type Answered, linkIsUp, roleOf, type Snapshot} from './snapshot.ts'

/** More than a person can make in a session. */
const most = 500

/** `known` with the ids that are new in `now`; the same list where none is. A replica without a link tells a history that is nobody's yet. */
export function withReplids(known: readonly string[], now: Snapshot): readonly string[] {
  const telling = now.nodes.filter(
    reading => reading.is === 'answered' && (roleOf(reading) === 'master' || linkIsUp(reading)),
  ) as readonly Answered[]
  const ids = [...telling.map(replidOf), ...telling.flatMap(reading => sharedReplidOf(reading) ?? [])]
  const all = [...new Set([...known, ...ids])]
  return all.length > known.length && known.length < most ? all : known
}

/** The history that the node tells now. */
export function replidOf({replication}: Answered): string {
  return replication['master_replid'] ?? ''
}

/** The history that it told before, if a byte of it can be asked for: `second_repl_offset` is the first that is not of it any more. */
export function sharedReplidOf({replication}: Answered): string | undefined {
  const {master_replid2: id = '', second_repl_offset: end = '-1'} = replication
  return Number(end) > 1 && !/^0*$/.test(id) ? id : undefined
}
