// The state in which the steps of this lesson begin.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)
