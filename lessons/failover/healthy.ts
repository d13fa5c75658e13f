// From what every step that strikes a node starts: a failover without it would promote nobody.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'

/** All six are there and agree, and 6381 is the master of its shard. */
export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk, isMaster('6381'))
