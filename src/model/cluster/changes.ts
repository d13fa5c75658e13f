// Field-by-field comparison of two readings of one node.

import type {Fields} from './parse-info.ts'
import {type Answered, answeredOf, lastFields, offsetOf, type Reading, type Snapshot} from './snapshot.ts'

/** Fields that count seconds: they change on their own, so a change in them is not highlighted. */
const ticking = ['master_last_io_seconds_ago', 'master_link_down_since_seconds']

/** Names of the INFO replication fields that are new or have another value than in `before`. */
export function changedFields(before: Reading | undefined, now: Reading): ReadonlySet<string> {
  if (!before || before === now || now.is !== 'answered') return new Set()
  const old: Fields = lastFields(before) ?? {}
  const fields = Object.keys(now.replication)
  return new Set(
    fields.filter(field => !ticking.includes(field) && saysOther(field, old[field], now.replication[field])),
  )
}

/** Ignores the lag in a `slaveN` line, which switches between 0 and 1 on an idle node. */
function saysOther(field: string, before: string | undefined, now: string | undefined): boolean {
  if (!/^slave\d+$/.test(field)) return before !== now
  return before?.replace(/,lag=\d+/, '') !== now?.replace(/,lag=\d+/, '')
}

/** Bytes by which the node's offset grew since `mark`; 0 if it did not grow, or a new history began. */
export function offsetGrowth(mark: Snapshot | undefined, now: Answered): number {
  const before = mark && answeredOf(mark, now.name)
  return before ? Math.max(0, offsetOf(now) - offsetOf(before)) : 0
}
