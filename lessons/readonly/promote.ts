// Step "Promote the replica with the most data"

import {
  caughtUp,
  every,
  follows,
  isMaster,
  syncedInFull,
  syncedInPart,
} from '../../src/model/lesson/goals/replication.ts'
import {both, followsNobody, holds, lastDoneOn, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isAheadOf, isWithoutMaster, tookOver} from '../../src/model/lesson/goals/takeover.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {shop, strangers} from './shop.ts'
import {masterStaysDown, twoOrdersLater} from './signs.ts'

const inPart = syncedInPart('6381')

export const promote = step({
  setup: shop,
  enter: twoOrdersLater,
  ready: every(masterStaysDown, isWithoutMaster('6380'), isWithoutMaster('6381'), isAheadOf('6381', '6380')),
  goals: {
    master: every(tookOver('6381'), masterStaysDown),
    follows: every(tookOver('6381'), follows('6380', '6381'), caughtUp('6380', '6381')),
  },
  highlight: ['role', 'slave_repl_offset', 'master_replid', 'master_replid2', 'second_repl_offset'],
  prediction: {
    answer: 'rest',
    seen: both(holds(every(tookOver('6381'), follows('6380', '6381'), inPart)), unmet(syncedInFull('6381'))),
    unseen: ['both-masters'],
  },
  facts: {'in-part': inPart, 'in-full': syncedInFull('6381')},
  solutions: {
    replicaof: ['@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}'],
    'follow-first': [
      '@{6380} REPLICAOF 127.0.0.1 {6381}',
      '@{6381} REPLICAOF NO ONE',
      '@{6381} WAIT 1 5000',
      '@{6380} LRANGE orders:today 0 -1',
    ],
  },
  ways: {
    'both-masters': [
      '@{6380} REPLICAOF NO ONE',
      '@{6381} REPLICAOF NO ONE',
      '@{6380} REPLICAOF 127.0.0.1 {6381}',
    ],
  },
  mistakes: {
    overwritten: {
      example: ['@{6380} REPLICAOF NO ONE', '@{6381} REPLICAOF 127.0.0.1 {6380}'],
      when: both(holds(isMaster('6380')), holds(follows('6381', '6380'))),
    },
    less: {
      example: ['@{6380} REPLICAOF NO ONE'],
      when: both(holds(isMaster('6380')), unmet(isMaster('6381'))),
    },
    'master-back': {example: ['/start {6379}'], when: unmet(masterStaysDown)},
    'on-a-stranger': {
      example: ['@{6479} REPLICAOF NO ONE'],
      when: lastDoneOn(strangers, 'REPLICAOF', 'SLAVEOF'),
    },
    'nobody-there': {
      example: ['@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 1'],
      when: followsNobody('6380'),
    },
  },
})
