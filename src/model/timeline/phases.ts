// The phases of a failover from a master's death to its replacement: nobody noticed yet, some suspect it, the others elect or Sentinels act.

import type {TimelineEntry} from './entry.ts'
import {type Chapter, isExact} from './failover.ts'

/** `exact`: known to the millisecond; else from polling. */
export type Phase = Readonly<{
  is: 'unnoticed' | 'suspected' | 'election' | 'sdown' | 'failover'
  ms: number
  exact: boolean
}>

/** A shorter suspicion was rather seen late, ms. */
const shortest = 50

/** Empty unless the master died and a replica was elected. A phase that nobody saw begin belongs to the one before it. */
export function phasesOf({failover, entries}: Chapter): readonly Phase[] {
  const {is, begin, end, owner} = failover ?? {}
  const watched = is === 'watched'
  if ((is !== 'died' && !watched) || !begin || !end || begin === end) return []
  const first = (kind: TimelineEntry['kind']) =>
    entries.find(one => one.kind === kind && one.node === owner && one.at >= begin.at && one.at <= end.at)
  const failed = first(watched ? 'odown' : 'failed')
  const suspected = first(watched ? 'sdown' : 'suspected')
  // Polling may see the suspicion late.
  const isInOrder = suspected && suspected.at + shortest < (failed ?? end).at
  const begins = [
    {is: 'unnoticed', entry: begin},
    ...(isInOrder ? [{is: watched ? 'sdown' : 'suspected', entry: suspected} as const] : []),
    ...(failed ? [{is: watched ? 'failover' : 'election', entry: failed} as const] : []),
  ] as const
  return begins.map(({is, entry}, i) => {
    const until = begins[i + 1]?.entry ?? end
    return {is, ms: until.at - entry.at, exact: isExact(entry) && isExact(until)}
  })
}
