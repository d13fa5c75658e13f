// What a goal may look at: the snapshot now and at the step's start, and the outcomes since.

import type {NodeName} from '../cluster/node.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {Outcome} from '../commands/action.ts'
import type {Setting} from '../commands/client-settings.ts'

/** What the client at work (`/traffic`) has seen since the nodes started. */
export type TrafficFigures = Readonly<{
  /** Writes that were acknowledged. */
  acknowledged: number
  /** MOVED and ASK that the client followed, and retries by itself. */
  redirects: number
  retries: number
  /** Errors that the client returned to the application, counted by their first word. */
  errors: Readonly<Record<string, number>>
  /** ms of the slowest reply in this step, or within the last minute of a longer one. */
  slowest: number
  /** For a second it has had replies and no errors, and few commands wait. */
  served: boolean
  /** Of each client, while several with different settings work side by side. */
  clients?: Readonly<Record<Setting, Readonly<{errors: number; slowest: number}>>>
  /** Acknowledged writes that the nodes no longer have, out of those acknowledged when they were verified; absent before the first time. */
  lost?: Readonly<{
    writes: number
    of: number
    /** The same of those that the node at `port` acknowledged while a link was cut. */
    sides?: readonly Readonly<{port: number; writes: number; of: number}>[]
  }>
  /** Reads that did not return what it had an acknowledgment for; absent unless it reads from replicas. */
  stale?: number
  /** Port of the master to which it connected last; absent unless it asks Sentinels. */
  master?: number
}>

export type Evidence = Readonly<{
  now: Snapshot
  /** Snapshot of the step's start, before the learner changes anything. */
  start: Snapshot
  /** Outcomes of the learner's commands since then, oldest first. */
  outcomes: readonly Outcome[]
  /** Nodes whose log was shown in this step. */
  logs: readonly NodeName[]
  /** Number of hints requested in this step. */
  hints: number
  /** The client at work, now and when the step began; absent in a step without it. */
  traffic?: Readonly<{now: TrafficFigures; start: TrafficFigures}>
  /** Since when the client at work has been served without trouble, ms since the epoch; absent while it is not, or does not run. */
  servedSince?: number
}>
