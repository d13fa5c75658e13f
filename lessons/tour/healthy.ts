// The condition that several steps of this lesson share: all nodes answer, are linked and report ok.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)
