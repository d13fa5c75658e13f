// Step "Backlog: a short break"

import {isMaster, syncedInFull, syncedInPart} from '../../src/model/lesson/goals/replication.ts'
import {holds} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, slowly, twoReplicas} from './shop.ts'

export const partial = step({
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: bothFollow,
  goals: {partial: syncedInPart('6379'), linked: bothFollow},
  highlight: ['master_link_status', 'master_replid', 'repl_backlog', 'slave'],
  prediction: {
    answer: 'rest',
    // A replica that was a master in between asks for a history that 6379 does not have: that brings no partial resynchronization.
    seen: holds(syncedInPart('6379')),
  },
  solutions: {
    'on-master': ['@{6379} CLIENT KILL TYPE replica'],
    'on-replica': ['@{6380} CLIENT KILL TYPE master'],
  },
  mistakes: {
    killed: {example: ['/kill {6380}', '/start {6380}'], when: holds(isMaster('6380'))},
    'new-history': {
      example: ['@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      when: holds(syncedInFull('6379')),
    },
  },
})
