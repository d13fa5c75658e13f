// What a goal may look at: the snapshot now and at the step's start, and the outcomes since.

import type {NodeName} from '../cluster/node.ts'
import type {Snapshot} from '../cluster/snapshot.ts'
import type {Outcome} from '../commands/action.ts'

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
}>
