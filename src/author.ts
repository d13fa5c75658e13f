// What a lesson of others is written with: `import {step, follows} from 'redis-cluster-lab'`. docs/lessons.md is the guide. Nothing else
// of this program may be imported by a lesson; what is exported here stays.

import type {LessonInput, StepInput} from './model/lesson.ts'
import {type Message, type Said, said} from './model/text.ts'

export * from './model/ask.ts'
export * from './model/ask-cluster.ts'
export {everyoneSeesReplica, isElected} from './model/ask-failover.ts'
export {demandsReplicas, isBehind, isPaused, takesOwnWrites} from './model/ask-readonly.ts'
export * from './model/ask-replies.ts'
export {
  answeredInARow,
  holdsKeyOf,
  lastCommandHas,
  lastCommandNames,
  lastSaid,
  movesElsewhere,
  servesSlotOf,
  slotClosed,
  slotGrew,
  slotKeysMoved,
  wasSent,
} from './model/ask-slots.ts'
export {hasMoreKeysThan, isAheadOf, isWithoutMaster, tookOver} from './model/ask-takeover.ts'
export {asking, growth, living} from './model/asking.ts'
export * from './model/deeds.ts'
export type {Condition, Goal, Path, Prediction, Recall, Slip, Step, StepInput} from './model/lesson.ts'
export {step} from './model/lesson.ts'
export {type NodeName, portOf} from './model/node.ts'
export type {Sight} from './model/sight.ts'
export {
  type Answered,
  answeredOf,
  linkIsUp,
  masterPortOf,
  offsetOf,
  type Role,
  roleOf,
  type Snapshot,
  type Stage,
} from './model/snapshot.ts'
export type {Message, Said} from './model/text.ts'
export * from './model/verdict.ts'

/** A lesson as `lesson.ts` or `lesson.js` exports it by `default`; its words stand beside it in en.md and zh.md. */
export type LessonPlan = Omit<LessonInput, 'words' | 'steps'> & Readonly<{steps: readonly StepInput[]}>

/** The lesson as it is: it lets an editor know what belongs into one. */
export function lesson(plan: LessonPlan): LessonPlan {
  return plan
}

/** The sentence of a goal of your own: `notYet(because({en: 'the key is still there', zh: '键还在'}))`. */
export function because(words: Message): Said {
  return said('author.words', {words})
}
