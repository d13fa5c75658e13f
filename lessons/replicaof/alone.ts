// Step "REPLICAOF NO ONE"

import {
  every,
  follows,
  isMaster,
  keptHistoryOf,
  syncedInPart,
} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastDoneOn, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, keysOf, shop, twoReplicas} from './shop.ts'

export const alone = step({
  setup: [...shop, ...twoReplicas, '@{6481} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(bothFollow, follows('6481', '6381')),
  goals: {
    master: isMaster('6381'),
    history: keptHistoryOf('6381', '6379'),
    below: follows('6481', '6381'),
    other: isMaster('6379'),
  },
  highlight: ['role', 'master_replid', 'master_replid2', 'second_repl_offset'],
  prediction: {
    answer: 'kept',
    seen: both(holds(isMaster('6381')), evidence => keysOf(evidence, '6381') > 0),
  },
  facts: {
    'in-part': syncedInPart('6381'),
  },
  solutions: {replicaof: ['@{6381} REPLICAOF NO ONE'], slaveof: ['/use {6381}', 'SLAVEOF NO ONE']},
  ways: {
    'from-another': ['@{6381} REPLICAOF 127.0.0.1 {6380}', '@{6381} REPLICAOF NO ONE'],
    'master-dead': ['/kill {6379}', '@{6381} REPLICAOF NO ONE', '/start {6379}'],
    twice: [
      '@{6381} REPLICAOF NO ONE',
      '@{6381} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 8000',
      '@{6381} REPLICAOF NO ONE',
    ],
  },
  mistakes: {
    'is-master': {
      example: ['@{6379} REPLICAOF NO ONE'],
      when: both(
        holds(isMaster('6379')),
        lastDoneOn(['6379', '6479', '6480'], 'REPLICAOF NO ONE', 'SLAVEOF NO ONE'),
      ),
    },
    'one-word': {
      example: ['@{6381} REPLICAOF NOONE'],
      when: either(
        lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
        lastErrorBegins("ERR wrong number of arguments for 'slaveof'"),
      ),
    },
    'wrong-replica': {example: ['@{6380} REPLICAOF NO ONE'], when: holds(isMaster('6380'))},
    'end-of-chain': {example: ['@{6481} REPLICAOF NO ONE'], when: holds(isMaster('6481'))},
  },
})
