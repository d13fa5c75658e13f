// Step "A replica for the new master"

import {everyoneSeesReplica} from '../../src/model/lesson/goals/failover.ts'
import {isAlone} from '../../src/model/lesson/goals/members.ts'
import {follows} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastErrorBegins, not, replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasSlots, newcomerKilled, withSlots} from './newcomer.ts'

export const replica = step({
  setup: withSlots,
  ready: hasSlots,
  goals: {follows: follows('6482', '6382'), known: everyoneSeesReplica('6482', '6382')},
  highlight: ['role', 'master_port', 'master_link_status'],
  view: 'nodes',
  solutions: {
    'add-node': [
      '/start {6482}',
      'redis-cli --cluster add-node 127.0.0.1:{6482} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6382}',
    ],
  },
  mistakes: {
    'another-master': {
      example: [
        '/start {6482}',
        'redis-cli --cluster add-node 127.0.0.1:{6482} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6379}',
      ],
      when: both(replicates('6482'), not(replicates('6482', '6382'))),
    },
    'too-early': {
      example: ['/start {6482}', '@{6482} CLUSTER REPLICATE {id 6382}'],
      when: both(lastErrorBegins('ERR Unknown node'), holds(isAlone('6482'))),
    },
    'wrong-side': {
      example: ['@{6382} CLUSTER REPLICATE {id 6379}'],
      when: lastErrorBegins('ERR To set a master the node must be empty'),
    },
    'no-cluster': {
      example: ['/start {6482}', '@{6482} REPLICAOF 127.0.0.1 {6382}'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    killed: newcomerKilled,
  },
})
