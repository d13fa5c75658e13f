// Step "Chain: a replica of a replica"

import type {NodeName} from '../../src/model/cluster/node.ts'
import {answeredOf, attachedReplicas} from '../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastDoneOn, replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, twoReplicas} from './shop.ts'

/** Number of replicas that `node` reports. */
function countOf(snapshot: Evidence['now'], node: NodeName): number {
  const reading = answeredOf(snapshot, node)
  return reading ? attachedReplicas(reading).length : 0
}

export const chain = step({
  setup: [...shop, ...twoReplicas],
  ready: every(bothFollow, isMaster('6481')),
  goals: {'second-link': follows('6481', '6381'), 'first-link': follows('6381', '6379')},
  highlight: ['role', 'master_port', 'connected_slaves', 'slave', 'master_replid'],
  prediction: {
    answer: 'same',
    seen: both(
      holds(follows('6481', '6381')),
      ({now, start}) => countOf(now, '6379') === countOf(start, '6379'),
    ),
  },
  solutions: {
    replicaof: ['@{6481} REPLICAOF 127.0.0.1 {6381}'],
    'by-way': ['@{6481} REPLICAOF 127.0.0.1 {6379}', '@{6481} REPLICAOF 127.0.0.1 {6381}'],
  },
  ways: {'other-chain-first': ['@{6481} REPLICAOF 127.0.0.1 {6380}', '@{6481} SLAVEOF 127.0.0.1 {6381}']},
  mistakes: {
    'no-chain': {example: ['@{6481} REPLICAOF 127.0.0.1 {6379}'], when: replicates('6481', '6379')},
    circle: {
      // The other way round the step may be passed between the two.
      example: ['@{6381} REPLICAOF 127.0.0.1 {6481}', '@{6481} REPLICAOF 127.0.0.1 {6381}'],
      when: both(replicates('6381', '6481'), replicates('6481', '6381')),
    },
    'wrong-way': {example: ['@{6381} REPLICAOF 127.0.0.1 {6481}'], when: replicates('6381', '6481')},
    'other-node': {
      example: ['@{6480} REPLICAOF 127.0.0.1 {6381}'],
      when: lastDoneOn(['6379', '6380', '6479', '6480'], 'REPLICAOF', 'SLAVEOF'),
    },
  },
})
