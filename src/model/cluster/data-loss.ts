// Keys that a node lost other than by a command: it came back without them, or it took over a master's data.

import {upstreamOf} from './cluster-view.ts'
import type {NodeName} from './node.ts'
import {type Answered, lastFields, readingOf, type Silent, type Snapshot} from './snapshot.ts'

export type DataLoss = Readonly<{
  node: NodeName
  /** Numbers of keys without a time to live: the others may just have expired. */
  was: number
  now: number
  /** There were keys with a time to live too. */
  hadExpiring?: true
  /** `restart`: a new process has fewer keys. `copy`: a full synchronization replaced its data by that of `master`. */
  why: 'restart' | 'copy'
  master?: Readonly<{port: number; node?: NodeName}>
}>

export function dataLosses(before: Snapshot, now: Snapshot): readonly DataLoss[] {
  return now.nodes.flatMap(reading => {
    const was = readingOf(before, reading.name)
    return was && was.is !== 'sentinel' && reading.is === 'answered' ? lossOf(was, reading, now) : []
  })
}

function lossOf(was: Answered | Silent, is: Answered, now: Snapshot): readonly DataLoss[] {
  const last = was.is === 'silent' ? was.last : was
  if (!last || lasting(is) >= lasting(last)) return []
  const hadExpiring = last.expires ? ({hadExpiring: true} as const) : {}
  const loss = {node: is.name, was: lasting(last), now: lasting(is), ...hadExpiring}
  const master = upstreamOf(is, now)
  const history = lastFields(was)?.['master_replid']
  const isCopy = master !== undefined && is.replication['master_replid'] !== history
  if (isCopy) return [{...loss, why: 'copy', master}]
  return last.runId === is.runId ? [] : [{...loss, why: 'restart'}]
}

function lasting({keys, expires = 0}: Pick<Answered, 'keys' | 'expires'>): number {
  return keys - expires
}
