// Incident "orders": a replica sends its master a password that the master does not take, and the master demands a replica for its writes.

import {stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {isWithoutMaster} from '../../src/model/lesson/goals/takeover.ts'
import {incident} from './incident.ts'

const noPassword = '@{6480} CONFIG SET masterauth ""'

export const orders = incident({
  breaks: [
    '@{6380} CONFIG SET min-replicas-to-write 1',
    '@{6480} CONFIG SET masterauth Winter-2025',
    '@{6380} CLIENT KILL TYPE replica',
  ],
  ready: every(stateIs('ok'), isWithoutMaster('6480', 1)),
  solutions: {password: [noPassword]},
  ways: {
    'writes-first': ['@{6380} CONFIG SET min-replicas-to-write 0', noPassword],
    forced: ['@{6480} CLUSTER FAILOVER FORCE'],
  },
  mistakes: {
    'guard-off': {
      example: ['@{6380} CONFIG SET min-replicas-to-write 0'],
      when: lastDoneOn(['6380'], 'CONFIG SET MIN-REPLICAS-TO-WRITE'),
    },
  },
})
