// Step "The old master returns"

import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {followsNamedMaster, sentinelsReplaced} from '../../src/model/lesson/goals/sentinel.ts'
import {both, either, fact, holds, lastDoneOn, not} from '../../src/model/lesson/goals/signs.ts'
import {wasSent} from '../../src/model/lesson/goals/slots.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'

const byHand = either(wasSent('REPLICAOF', '6379'), wasSent('SLAVEOF', '6379'))

export const comeBack = step({
  setup: ['/kill {6379}'],
  ready: every(isDown('6379'), sentinelsReplaced('6379')),
  goals: {master: once(isMaster('6379')), follows: followsNamedMaster('6379')},
  highlight: ['role', 'master_link_status'],
  view: 'timeline',
  prediction: {
    answer: 'later',
    seen: both(holds(followsNamedMaster('6379')), not(byHand)),
    unseen: ['by-hand'],
  },
  facts: {waited: fact(not(byHand))},
  solutions: {start: ['/start {6379}']},
  ways: {'by-hand': ['/start {6379}', '@{6379} REPLICAOF 127.0.0.1 {6380}']},
  mistakes: {
    'new-master': {
      example: ['@{6380} REPLICAOF 127.0.0.1 {6379}'],
      when: lastDoneOn(['6380', '6381'], 'REPLICAOF', 'SLAVEOF'),
    },
  },
})
