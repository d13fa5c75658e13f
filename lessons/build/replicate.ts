// Step "CLUSTER REPLICATE: replicas for masters"

import {firstMasters, firstReplicas, sixNodes} from '../../src/model/cluster/node.ts'
import {everyoneSeesReplica} from '../../src/model/lesson/goals/failover.ts'
import {isAlone} from '../../src/model/lesson/goals/members.ts'
import {every, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  lastNamedAPort,
  not,
  replicates,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {meets, replicates as pairs, ranges} from './joined.ts'
import {everySlotIsServed, mastersServe, paired} from './signs.ts'

const aPair = oneOf(...firstReplicas.map(replica => everyoneSeesReplica(replica, masterOf(replica))))

function masterOf(replica: (typeof firstReplicas)[number]): '6379' | '6380' | '6381' {
  return ({'6479': '6379', '6480': '6380', '6481': '6381'} as const)[replica]
}

const lastSentToAMaster = either(...firstMasters.map(node => lastCommandBegins('CLUSTER REPLICATE', node)))

export const replicate = step({
  setup: [...meets, ...ranges],
  ready: every(everySlotIsServed, mastersServe),
  goals: {paired},
  prediction: comesWith(aPair, 'replica'),
  highlight: ['role', 'master_port', 'master_link_status', 'slave'],
  solutions: {
    replicate: pairs,
  },
  ways: {
    use: [
      '/use {6479}',
      'CLUSTER REPLICATE {id 6379}',
      '/use {6480}',
      'CLUSTER REPLICATE {id 6380}',
      '/use {6481}',
      'CLUSTER REPLICATE {id 6381}',
      'CLUSTER INFO',
      '/use {6379}',
    ],
  },
  mistakes: {
    apart: {
      example: ['@{6479} CLUSTER RESET'],
      when: either(...sixNodes.map(node => holds(isAlone(node)))),
    },
    'port-for-id': {
      example: ['@{6479} CLUSTER REPLICATE {6379}'],
      when: lastNamedAPort,
    },
    'on-the-master': {
      example: ['@{6379} CLUSTER REPLICATE {id 6479}'],
      when: either(
        lastErrorBegins('ERR To set a master the node must be empty'),
        both(lastErrorBegins('ERR I can only replicate a master'), lastSentToAMaster),
      ),
    },
    itself: {
      example: ['@{6479} CLUSTER REPLICATE {id 6479}'],
      when: lastErrorBegins("ERR Can't replicate myself"),
    },
    replicaof: {
      example: ['@{6479} REPLICAOF 127.0.0.1 {6379}'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    'other-pair': {
      example: ['@{6479} CLUSTER REPLICATE {id 6380}'],
      when: either(
        ...firstReplicas.map(replica =>
          both(replicates(replica), not(replicates(replica, masterOf(replica)))),
        ),
      ),
    },
  },
})
