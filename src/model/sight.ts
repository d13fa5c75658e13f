// What a goal sees: now, how it was when the step began, and what was done since.

import type {Outcome} from './action.ts'
import type {Snapshot} from './snapshot.ts'

export type Sight = Readonly<{
  now: Snapshot
  /** The snapshot when the step began: take the baseline before the blow. */
  start: Snapshot
  /** The learner's outcomes since then, oldest first. */
  done: readonly Outcome[]
  /** How many hints the learner asked for in this step. */
  hints: number
}>
