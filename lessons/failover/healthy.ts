// The state in which every step that stops a node begins; in any other no replica might be promoted.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'

/** All six nodes answer and agree, and 6381 is the master of its shard. */
export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk, isMaster('6381'))
