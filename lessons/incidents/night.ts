// Incident "night": two of three masters died at the same moment, so no majority is left that could elect a replica.

import {stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {incident} from './incident.ts'

export const night = incident({
  breaks: ['/kill {6380}', '/kill {6381}'],
  ready: every(stateIs('fail'), isDown('6380'), isDown('6381')),
  view: 'opinions',
  solutions: {start: ['/start {6380}', '/start {6381}']},
  ways: {
    takeover: [
      '@{6480} CLUSTER FAILOVER TAKEOVER',
      '@{6481} CLUSTER FAILOVER TAKEOVER',
      '/start {6380}',
      '/start {6381}',
    ],
  },
  mistakes: {
    votes: {
      example: ['@{6480} CLUSTER FAILOVER FORCE'],
      when: lastDoneOn(['6480', '6481'], 'CLUSTER FAILOVER FORCE'),
    },
  },
})
