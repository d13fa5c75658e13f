// Incident "catalog": the replica of a master was given to another one, and then its master died.

import {stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {everyoneSeesReplica} from '../../src/model/lesson/goals/failover.ts'
import {every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {incident} from './incident.ts'

export const catalog = incident({
  // Nobody sends it back: replicas migrate only to a master whose own have failed.
  breaks: ['@{6481} CLUSTER REPLICATE {id 6379}', '@{6379} WAIT 2 3000', '/kill {6381}'],
  ready: every(stateIs('fail'), isDown('6381'), follows('6481', '6379'), everyoneSeesReplica('6481', '6379')),
  solutions: {back: ['/start {6381}', '@{6481} CLUSTER REPLICATE {id 6381}']},
  ways: {
    other: ['/start {6381}', '@{6479} CLUSTER REPLICATE {id 6381}'],
  },
  mistakes: {
    'wrong-master': {
      example: ['@{6481} CLUSTER FAILOVER FORCE'],
      when: lastDoneOn(['6481'], 'CLUSTER FAILOVER'),
    },
  },
})
