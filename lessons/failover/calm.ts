// From what every step that strikes a node starts: a failover without it would promote nobody.

import {every, everyNodeAnswers, everyReplicaLinked, isMaster} from '../../src/model/ask.ts'
import {everyoneSaysOk} from '../../src/model/ask-cluster.ts'

/** All six are there and agree, and 6381 is the master of its shard. */
export const calm = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk, isMaster('6381'))
