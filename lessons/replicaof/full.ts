// Step "Full resynchronization: a new replica"

import {
  caughtUp,
  every,
  follows,
  isMaster,
  oneOf,
  syncedInFull,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastDoneOn, replicates, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, keysOf, shop, slowly, someoneSyncedInFull, twoReplicas} from './shop.ts'

/** Nodes from which 6479 can have the data instead. */
const others = ['6380', '6381', '6480', '6481'] as const

export const full = step({
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: every(bothFollow, isMaster('6479')),
  goals: {
    synced: every(isMaster('6379'), someoneSyncedInFull, caughtUp('6479', '6379')),
    online: follows('6479', '6379'),
  },
  highlight: ['slave', 'master_link_status', 'master_sync_in_progress', 'master_replid'],
  prediction: {
    answer: 'snapshot',
    seen: both(
      holds(every(syncedInFull('6379'), follows('6479', '6379'))),
      unmet(oneOf(...others.map(syncedInFull))),
      evidence => keysOf(evidence, '6479') === keysOf(evidence, '6379'),
    ),
    unseen: ['through-a-replica'],
  },
  facts: {
    direct: syncedInFull('6379'),
    'from-another': oneOf(...others.map(syncedInFull)),
  },
  solutions: {
    replicaof: ['@{6479} REPLICAOF 127.0.0.1 {6379}'],
    slaveof: ['/use {6479}', 'SLAVEOF 127.0.0.1 {6379}', 'ROLE'],
  },
  ways: {
    // The data came from 6380 already, and its history is that of 6379.
    'through-a-replica': [
      '@{6479} REPLICAOF 127.0.0.1 {6380}',
      '@{6379} WAIT 3 8000',
      '@{6479} REPLICAOF 127.0.0.1 {6379}',
    ],
  },
  mistakes: {
    'wrong-way': {example: ['@{6379} REPLICAOF 127.0.0.1 {6479}'], when: replicates('6379')},
    'other-node': {
      example: ['@{6480} REPLICAOF 127.0.0.1 {6379}'],
      when: lastDoneOn(['6380', '6381', '6480', '6481'], 'REPLICAOF', 'SLAVEOF'),
    },
    'other-master': {example: ['@{6479} REPLICAOF 127.0.0.1 {6380}'], when: replicates('6479', '6380')},
  },
})
