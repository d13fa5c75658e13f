// How far each replica is behind its master, in bytes: at this moment, and over the last while. Kept only where it changes, so that nodes at rest
// cost nothing.

import type {NodeName} from './node.ts'
import {offsetIn, type Reading, roleIn, type Snapshot} from './snapshot.ts'

/** From `at` (ms since the epoch) on so many bytes; null where it is not known: the master is silent, or the node is none's replica. */
export type LagSample = readonly [at: number, bytes: number | null]

/** Of each node that was behind or unknown at some time, the oldest sample first. */
export type Lags = Readonly<Partial<Record<NodeName, readonly LagSample[]>>>

/** How long it is kept, and for how long the most counts as one sample, ms. */
const kept = 60_000
export const lagStep = 1000

/**
 * How far a replica is behind its master, as the two offsets of this moment say, bytes; undefined where one of them is not known. A replica that
 * does not answer is where it was last seen.
 */
export function behindOf(reading: Reading, now: Snapshot): number | undefined {
  const fields = reading.is === 'answered' ? reading.replication : reading.lastSaid
  if (!fields || roleIn(fields) === 'master') return undefined
  const master = now.nodes.find(node => node.port === Number(fields['master_port']))
  return master?.is === 'answered' ? Math.max(0, offsetIn(master.replication) - offsetIn(fields)) : undefined
}

/** `lags` with what `now` says; the same object where it says nothing else. */
export function withLags(lags: Lags, now: Snapshot): Lags {
  const changed = now.nodes.flatMap(reading => {
    const before = lags[reading.name] ?? []
    const samples = withSample(before, now.at, behindOf(reading, now) ?? null)
    return samples === before ? [] : [[reading.name, samples] as const]
  })
  return changed.length > 0 ? {...lags, ...Object.fromEntries(changed)} : lags
}

/** Within a step the most is kept: a short fall behind is what one wants to see. */
function withSample(samples: readonly LagSample[], at: number, bytes: number | null): readonly LagSample[] {
  const last = samples.at(-1)
  if (!last) return bytes === null ? samples : [[at, bytes]]
  if (last[1] === bytes) return samples
  if (stepOf(last[0]) < stepOf(at)) return [...withoutOld(samples, at), [at, bytes]]
  return (bytes ?? -1) > (last[1] ?? -1) ? [...samples.slice(0, -1), [last[0], bytes]] : samples
}

/** The newest of those too old still says how it was when the kept time began. */
function withoutOld(samples: readonly LagSample[], at: number): readonly LagSample[] {
  const first = samples.findLastIndex(([since]) => since <= at - kept)
  return first > 0 ? samples.slice(first) : samples
}

function stepOf(at: number): number {
  return Math.floor(at / lagStep)
}

/** The last `count` steps until `at`, the oldest first; undefined where it is not known. */
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
