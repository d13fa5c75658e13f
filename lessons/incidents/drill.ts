// Incident "drill": all other nodes were told to forget a replica; it goes on, but nobody lets it take over.

import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {incident} from './incident.ts'

export const drill = incident({
  breaks: [
    ...['6379', '6380', '6381', '6479', '6480'].map(node => `@{${node}} CLUSTER FORGET {id 6481}`),
    '/kill {6381}',
  ],
  ready: every(stateIs('fail'), isDown('6381'), failedFor('6381')),
  // Where gossip passes a FORGET on, it undoes a MEET for as long as the ban lasts.
  unless: 'forgetGossip',
  view: 'opinions',
  solutions: {meet: ['@all CLUSTER MEET 127.0.0.1 {6481}', '/start {6381}']},
  ways: {'start-first': ['/start {6381}', '@all CLUSTER MEET 127.0.0.1 {6481}']},
  mistakes: {
    votes: {
      example: ['@{6481} CLUSTER FAILOVER FORCE'],
      when: lastDoneOn(['6481'], 'CLUSTER FAILOVER FORCE'),
    },
  },
})
