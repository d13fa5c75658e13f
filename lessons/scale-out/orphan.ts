// Step "Replica migration: a master without replicas gets one"

import type {NodeName} from '../../src/model/cluster/node.ts'
import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {everyMemberSaysOk, hasReplicas} from '../../src/model/lesson/goals/members.ts'
import {
  every,
  everyReplicaLinked,
  follows,
  isDown,
  isMaster,
  oneOf,
} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastErrorBegins, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './newcomer.ts'

/** A spare that was never started is not missing. */
function wasStopped(node: NodeName): Sign {
  return evidence => answeredOf(evidence.start, node) !== undefined && holds(isDown(node))(evidence)
}

const moved = oneOf(follows('6482', '6380'), follows('6479', '6380'))

export const orphan = step({
  setup: [
    '/start {6482}',
    'redis-cli --cluster add-node 127.0.0.1:{6482} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6379}',
  ],
  ready: every(healthy, everyReplicaLinked, isMaster('6380')),
  prediction: {answer: 'moves', seen: both(holds(isDown('6480')), holds(moved))},
  goals: {
    two: once(hasReplicas('6379', 2)),
    down: isDown('6480'),
    moved: every(moved, everyMemberSaysOk),
  },
  highlight: ['role', 'master_port', 'connected_slaves'],
  view: 'nodes',
  solutions: {kill: ['/kill {6480}']},
  ways: {stop: ['/stop {6480}']},
  mistakes: {
    'master-killed': {example: ['/kill {6380}'], when: holds(isDown('6380'))},
    'spare-killed': {
      example: ['/kill {6482}'],
      when: either(wasStopped('6482'), wasStopped('6479')),
    },
    'no-cluster': {
      example: ['@{6482} REPLICAOF 127.0.0.1 {6380}'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  },
})
