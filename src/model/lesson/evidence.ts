// What a goal sees: now, how it was when the step began, and what was done since.

import type {Snapshot} from '../cluster/snapshot.ts'
import type {Outcome} from '../commands/action.ts'

export type Evidence = Readonly<{
  now: Snapshot
  /** The snapshot when the step began: take the baseline before the blow. */
  start: Snapshot
  /** The learner's outcomes since then, oldest first. */
  outcomes: readonly Outcome[]
  /** How many hints the learner asked for in this step. */
  hints: number
}>
