// The API for authors of external lessons: `import {step, follows} from 'redis-cluster-lab'`. docs/lessons.md is the guide.
// Lessons may import nothing else of this program, and these exports stay stable.

import type {LessonInput} from './model/lesson/lesson.ts'
import {type Message, message, type Translations} from './model/text/messages.ts'

export {type NodeName, portOf} from './model/cluster/node.ts'
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
} from './model/cluster/snapshot.ts'
export type {Evidence} from './model/lesson/evidence.ts'
export {aboutNode, answering, growth} from './model/lesson/goals/about-node.ts'
export * from './model/lesson/goals/client.ts'
export * from './model/lesson/goals/cluster.ts'
export {everyoneSeesReplica, isElected} from './model/lesson/goals/failover.ts'
export * from './model/lesson/goals/links.ts'
export {
  everyMemberSaysOk,
  hasReplicas,
  isAlone,
  isForgotten,
  isMember,
  noSlotOpen,
  servesNoSlot,
  servesSlots,
} from './model/lesson/goals/members.ts'
export * from './model/lesson/goals/replication.ts'
export * from './model/lesson/goals/replies.ts'
export * from './model/lesson/goals/sentinel.ts'
export * from './model/lesson/goals/service.ts'
export * from './model/lesson/goals/signs.ts'
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
  wasRedirected,
  wasSent,
} from './model/lesson/goals/slots.ts'
export {demandsReplicas, isBehind, isPaused, takesOwnWrites} from './model/lesson/goals/stale-reads.ts'
export {hasMoreKeysThan, isAheadOf, isWithoutMaster, tookOver} from './model/lesson/goals/takeover.ts'
export {
  clientGotError,
  clientLost,
  clientLostNothing,
  clientVerified,
  clientWrote,
} from './model/lesson/goals/traffic.ts'
export type {
  Goal,
  MistakePlan,
  Once,
  Prediction,
  StepPlan,
} from './model/lesson/lesson.ts'
export {once, step} from './model/lesson/lesson.ts'
export * from './model/lesson/verdict.ts'
export type {Message, Translations} from './model/text/messages.ts'

/** The default export of `lesson.ts` or `lesson.js`; its words are beside it in en.md and zh.md. */
export type LessonPlan = Omit<LessonInput, 'words'>

/** Returns the plan as it is: the call gives an editor the types. */
export function lesson(plan: LessonPlan): LessonPlan {
  return plan
}

/** Sentence for a goal of your own: `notYet(because({en: 'the key is still there', zh: '键还在'}))`. */
export function because(words: Translations): Message {
  return message('author.words', {words})
}
