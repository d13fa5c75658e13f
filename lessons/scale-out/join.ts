// Step "add-node: a node joins"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {isMember, servesNoSlot} from '../../src/model/lesson/goals/members.ts'
import {every, everyReplicaLinked, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastDoneOn, lastErrorBegins, replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasJoined, healthy, joining} from './newcomer.ts'

export const join = step({
  ready: every(healthy, everyReplicaLinked),
  goals: {joined: every(isMaster('6382'), isMember('6382')), ready: hasJoined},
  highlight: ['role'],
  view: 'nodes',
  prediction: {
    answer: 'none',
    seen: holds(every(isMaster('6382'), isMember('6382'), servesNoSlot('6382'))),
  },
  solutions: {
    'add-node': ['/start {6382}', 'redis-cli --cluster add-node 127.0.0.1:{6382} 127.0.0.1:{6379}'],
    meet: joining,
  },
  ways: {
    'the-other-way-round': ['/start {6382}', '@{6382} CLUSTER MEET 127.0.0.1 {6481}'],
    'a-replica-first': [
      '/start {6382}',
      'redis-cli --cluster add-node 127.0.0.1:{6382} 127.0.0.1:{6379} --cluster-slave',
      '@{6382} CLUSTER RESET',
      'CLUSTER MEET 127.0.0.1 {6382}',
    ],
  },
  mistakes: {
    'as-replica': {
      example: [
        '/start {6382}',
        'redis-cli --cluster add-node 127.0.0.1:{6382} 127.0.0.1:{6379} --cluster-slave',
      ],
      when: replicates('6382'),
    },
    'nobody-there': {
      example: ['@{6379} CLUSTER MEET 127.0.0.1 {6382}'],
      when: both(lastDoneOn(sixNodes, 'CLUSTER MEET'), holds(isDown('6382'))),
    },
    'host-name': {
      example: ['/start {6382}', '@{6379} CLUSTER MEET localhost {6382}'],
      when: lastErrorBegins('ERR Invalid node address specified'),
    },
  },
})
