// Step "CLUSTER FORGET: take a node out"

import {opinionOf} from '../../src/model/cluster/cluster-view.ts'
import {answeredIn, portIn} from '../../src/model/lesson/goals/about-node.ts'
import {
  everyMemberSaysOk,
  isAlone,
  isForgotten,
  isMember,
  servesNoSlot,
} from '../../src/model/lesson/goals/members.ts'
import {every, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  holds,
  lastErrorBegins,
  lastNamedAPort,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, newcomerKilled} from './newcomer.ts'

/** 6382 still lists 6379, which has forgotten it. */
const isUnaware: Sign = ({now}) => {
  const reading = answeredIn(now, '6382')
  return reading !== undefined && opinionOf(reading, portIn(now, '6379')) !== undefined
}

/** 6379 does not list 6382 any more. */
const forgottenBy6379: Sign = ({now}) => {
  const reading = answeredIn(now, '6379')
  return reading !== undefined && opinionOf(reading, portIn(now, '6382')) === undefined
}

export const forget = step({
  setup: [
    '/start {6382}',
    'redis-cli --cluster add-node 127.0.0.1:{6382} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6379}',
  ],
  ready: every(healthy, everyReplicaLinked, isMember('6382'), servesNoSlot('6382')),
  prediction: {
    answer: 'unaware',
    seen: both(holds(isForgotten('6382')), isUnaware),
    unseen: ['del-node', 'reset-first'],
  },
  goals: {forgotten: every(isForgotten('6382'), everyMemberSaysOk), alone: isAlone('6382')},
  highlight: ['role'],
  view: 'opinions',
  solutions: {
    'by-hand': ['@all CLUSTER FORGET {id 6382}', '@{6382} CLUSTER RESET'],
    'del-node': ['redis-cli --cluster del-node 127.0.0.1:{6379} {id 6382}'],
  },
  ways: {'reset-first': ['@{6382} CLUSTER RESET', '@all CLUSTER FORGET {id 6382}']},
  mistakes: {
    killed: newcomerKilled,
    itself: {
      example: ['@{6382} CLUSTER FORGET {id 6382}'],
      when: lastErrorBegins("ERR I tried hard but I can't forget myself"),
    },
    'its-master': {
      example: ['@{6382} CLUSTER FORGET {id 6379}'],
      when: lastErrorBegins("ERR Can't forget my master"),
    },
    'port-for-id': {example: ['@{6379} CLUSTER FORGET {6382}'], when: lastNamedAPort},
    'one-node': {
      example: ['@{6379} CLUSTER FORGET {id 6382}'],
      when: both(forgottenBy6379, unmet(isForgotten('6382'))),
      unless: 'forgetGossip',
    },
  },
})
