// Step "SENTINEL FAILOVER: replace a live master"

import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {followsNamedMaster, sentinelsName} from '../../src/model/lesson/goals/sentinel.ts'
import {
  both,
  fact,
  holds,
  lastDoneOn,
  lastErrorBegins,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {clientLost} from '../../src/model/lesson/goals/traffic.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {failoverOrdered, secondMaster, watched} from './signs.ts'

const bothMasters: Sign = holds(every(isMaster('6379'), isMaster('6380')))

export const planned = step({
  setup: secondMaster,
  ready: watched('6380', '6379', '6381'),
  traffic: 20,
  goals: {
    home: sentinelsName('6379'),
    follows: every(followsNamedMaster('6380'), followsNamedMaster('6381')),
  },
  // What 6380 had acknowledged is read back a moment after it has become a replica.
  stableFor: 1500,
  highlight: ['role', 'master_link_status'],
  view: 'timeline',
  prediction: {answer: 'seconds', seen: both(failoverOrdered, bothMasters)},
  facts: {lost: fact(holds(clientLost()))},
  solutions: {failover: ['@{26379} SENTINEL FAILOVER mymaster']},
  mistakes: {
    twice: {
      example: ['@{26379} SENTINEL FAILOVER mymaster', '@{26379} SENTINEL FAILOVER mymaster'],
      when: lastErrorBegins('INPROG'),
    },
    cluster: {
      example: ['@{6379} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR This instance has cluster support disabled'),
    },
    'by-hand': {
      example: ['@{6379} REPLICAOF NO ONE'],
      when: both(lastDoneOn(['6379', '6380', '6381'], 'REPLICAOF', 'SLAVEOF'), holds(sentinelsName('6380'))),
    },
  },
})
