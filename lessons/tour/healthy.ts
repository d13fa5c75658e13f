// Signs and figures that several steps of this lesson look for.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)
