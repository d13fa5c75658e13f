// The state in which every step that stops a node begins; in any other no replica might be promoted, or the texts would name the wrong node.

import {firstMasters} from '../../src/model/cluster/node.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'

/** All six nodes answer and agree, and each shard has its first master. */
export const healthy = every(
  everyNodeAnswers,
  everyReplicaLinked,
  everyoneSaysOk,
  ...firstMasters.map(isMaster),
)
