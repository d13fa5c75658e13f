// What the timeline knows of one failover: of a cluster's, or of one that Sentinels made.

import type {NodeName} from '../cluster/node.ts'
import type {TimelineEntry} from './entry.ts'

/**
 * `died`: the owner was down or silent, and a replica was elected. `asked`: CLUSTER FAILOVER, the owner paused its writes.
 * `forced`: FORCE or TAKEOVER; the owner was not asked, and a live one served writes until it heard of the promoted replica.
 * `watched`: the owner was down, and Sentinels promoted a replica; `watchedAsked`: the same with a live one, by SENTINEL FAILOVER.
 */
export type Failover = Readonly<{
  is: 'died' | 'asked' | 'forced' | 'watched' | 'watchedAsked'
  /** First entry: the owner went down, or the learner ran CLUSTER FAILOVER. */
  begin: TimelineEntry
  /** Absent until a replica has taken over. */
  end?: TimelineEntry
  owner?: NodeName
  promoted?: NodeName
  slots: string
  /** How long writes failed: from `begin` to `until`. */
  ms?: number
  /** The promoted replica followed the owner again at once: it had won with votes of an earlier election. */
  returned?: TimelineEntry
  /** The promoted replica's election or, if the owner paused its writes, the moment it became a replica and released them. */
  until?: TimelineEntry
}>
