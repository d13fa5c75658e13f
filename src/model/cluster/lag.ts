// Replication lag in bytes, now and over the last minute. A sample is stored only when the lag changes, so idle nodes cost nothing.

import {masterOf} from './cluster-view.ts'
import type {NodeName} from './node.ts'
import {lastFields, offsetIn, type Reading, roleIn, type Snapshot} from './snapshot.ts'

/** Lag from `at` on (ms since the epoch); null if unknown: the master does not answer, or the node is not a replica. */
export type LagSample = readonly [at: number, bytes: number | null]

/** Samples of each node that was ever behind, oldest first. */
export type Lags = Readonly<Partial<Record<NodeName, readonly LagSample[]>>>

/** Length of the kept history, and of a step, which keeps its largest lag. ms */
const historyLength = 60_000
export const lagStep = 1000

/**
 * Bytes by which the replica's offset is behind its master's, about: the two were read at different moments. Undefined if either is unknown, or if
 * the two have different histories.
 * For a replica that does not answer, the last known offset counts.
 */
export function behindOf(reading: Reading, now: Snapshot): number | undefined {
  const fields = lastFields(reading)
  if (!fields || roleIn(fields) === 'master') return undefined
  const master = masterOf(reading, now)
  if (master?.is !== 'answered') return undefined
  const {replication} = master
  const isOneHistory = fields['master_replid'] === replication['master_replid']
  return isOneHistory ? Math.max(0, offsetIn(replication) - offsetIn(fields)) : undefined
}

/** Adds the lag seen in `now`; returns the same object if nothing changed. */
export function withLags(lags: Lags, now: Snapshot): Lags {
  const changed = now.nodes.flatMap(reading => {
    const before = lags[reading.name] ?? []
    const samples = withSample(before, now.at, behindOf(reading, now) ?? null)
    return samples === before ? [] : [[reading.name, samples] as const]
  })
  return changed.length > 0 ? {...lags, ...Object.fromEntries(changed)} : lags
}

/** Keeps the largest lag within a step, so that short peaks stay visible. */
function withSample(samples: readonly LagSample[], at: number, bytes: number | null): readonly LagSample[] {
  const last = samples.at(-1)
  if (!last) return bytes === null ? samples : [[at, bytes]]
  if (last[1] === bytes) return samples
  if (stepOf(last[0]) < stepOf(at)) return [...withoutOld(samples, at), [at, bytes]]
  return (bytes ?? -1) > (last[1] ?? -1) ? [...samples.slice(0, -1), [last[0], bytes]] : samples
}

/** Keeps the newest of the expired samples: its value still applies at the start of the kept period. */
function withoutOld(samples: readonly LagSample[], at: number): readonly LagSample[] {
  const first = samples.findLastIndex(([since]) => since <= at - historyLength)
  return first > 0 ? samples.slice(first) : samples
}

function stepOf(at: number): number {
  return Math.floor(at / lagStep)
}

/** Lag in each of the last `count` steps until `at`, oldest first; undefined where it is unknown. */
export function lagSteps(
  samples: readonly LagSample[],
  at: number,
  count: number,
): readonly (number | undefined)[] {
  const last = stepOf(at)
  return Array.from({length: count}, (_, i) => {
    const step = last - count + 1 + i
    return samples.findLast(([since]) => stepOf(since) <= step)?.[1] ?? undefined
  })
}
