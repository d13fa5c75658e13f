// Step "Full resynchronization: a new replica"

import {every, follows, isMaster, syncedInFull} from '../../src/model/lesson/goals/replication.ts'
import {replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, slowly, twoReplicas} from './shop.ts'

export const full = step({
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: every(bothFollow, isMaster('6479')),
  goals: {synced: every(isMaster('6379'), syncedInFull('6379')), online: follows('6479', '6379')},
  highlight: ['slave', 'master_link_status', 'master_sync_in_progress', 'master_replid'],
  solutions: {
    replicaof: ['@{6479} REPLICAOF 127.0.0.1 {6379}'],
    slaveof: ['/use {6479}', 'SLAVEOF 127.0.0.1 {6379}', 'ROLE'],
  },
  mistakes: {
    'wrong-way': {example: ['@{6379} REPLICAOF 127.0.0.1 {6479}'], when: replicates('6379')},
    'other-master': {example: ['@{6479} REPLICAOF 127.0.0.1 {6380}'], when: replicates('6479', '6380')},
  },
})
