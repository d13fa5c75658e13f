// The states in which steps begin and end: a master with its replica, and a replica that took over from a master.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {everyoneSeesReplica, isElected} from '../../src/model/lesson/goals/failover.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  follows,
} from '../../src/model/lesson/goals/replication.ts'
import {clientVerified} from '../../src/model/lesson/goals/traffic.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'

/** Reads and writes per second: enough for a loss in half a second, few enough that nothing piles up while a master is paused. */
export const rate = 100

/** All six nodes are well, and every node knows `replica` as the one of `master`. */
export function isPair(master: NodeName, replica: NodeName): Goal {
  return every(
    everyNodeAnswers,
    everyReplicaLinked,
    everyoneSaysOk,
    follows(replica, master),
    everyoneSeesReplica(replica, master),
  )
}

/** Every node sees `replica` serve the slots that `first` had, and the client's writes were read back since. */
export function replaced(replica: NodeName, first: NodeName): Goal {
  return every(isElected(replica, first), everyoneSeesOwner(replica, first), everyoneSaysOk, clientVerified)
}

/** Lines that make these replicas masters. A WAIT ends when the old master follows: until then it might take writes of the client that will be lost. */
export function takenOver(...replicas: readonly NodeName[]): readonly string[] {
  return replicas.flatMap(replica => [`@{${replica}} CLUSTER FAILOVER TAKEOVER`, `@{${replica}} WAIT 1 5000`])
}
