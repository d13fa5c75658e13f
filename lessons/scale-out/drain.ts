// Step "Empty a node"

import {everyMemberSaysOk, isAlone, isMember, servesNoSlot} from '../../src/model/lesson/goals/members.ts'
import {every, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, replicates, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasSlots, newcomerKilled, withSlots} from './newcomer.ts'

const empty = every(servesNoSlot('6382'), everyMemberSaysOk)

const backTo6379 =
  'redis-cli --cluster reshard 127.0.0.1:{6379} --cluster-from {id 6382} --cluster-to {id 6379} --cluster-slots 16384 --cluster-yes'

export const drain = step({
  setup: withSlots,
  ready: hasSlots,
  prediction: {answer: 'replica', seen: both(holds(empty), replicates('6382'))},
  goals: {empty, member: isMember('6382'), linked: everyReplicaLinked},
  facts: {turned: fact(replicates('6382')), both: fact(both(replicates('6482'), replicates('6382')))},
  highlight: ['role', 'master_port'],
  view: 'slots',
  solutions: {reshard: [backTo6379]},
  ways: {
    rebalance: ['redis-cli --cluster rebalance 127.0.0.1:{6379} --cluster-weight {id 6382}=0'],
    'with-its-replica': [
      '/start {6482}',
      'redis-cli --cluster add-node 127.0.0.1:{6482} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6382}',
      backTo6379,
    ],
  },
  mistakes: {
    killed: newcomerKilled,
    reset: {example: ['@{6382} CLUSTER RESET'], when: holds(isAlone('6382'))},
    'forgotten-first': {example: ['@{6379} CLUSTER FORGET {id 6382}'], when: unmet(isMember('6382'))},
  },
})
