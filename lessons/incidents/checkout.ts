// Incident "checkout": the process of a master is frozen, and its replica is not allowed to take over.

import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {incident} from './incident.ts'

const allow = '@{6480} CONFIG SET cluster-replica-no-failover no'

export const checkout = incident({
  breaks: ['@{6480} CONFIG SET cluster-replica-no-failover yes', '/pause {6380}'],
  ready: every(stateIs('fail'), failedFor('6380')),
  solutions: {resume: ['/resume {6380}', allow]},
  ways: {
    elected: [allow, '/resume {6380}'],
    forced: ['@{6480} CLUSTER FAILOVER FORCE', '/resume {6380}', allow],
    restarted: ['/kill {6380}', '/start {6380}', allow],
  },
  mistakes: {
    plain: {
      example: ['@{6480} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR Master is down or failed'),
    },
  },
})
