// Signs and figures that several steps of this lesson look for.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'
import {wasTriedOn} from '../../src/model/lesson/goals/stale-reads.ts'

/** product:4 is in a slot of 6379, product:2 in one of 6381; orders:today is in one of 6379 again, and is not taken yet. */
export const shop = ['@{6379} SET product:4 lamp', '@{6381} SET product:2 cup']

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

export const movedAway = wasTriedOn(['6479'], 'MOVED')
