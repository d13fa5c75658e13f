// Step "/log: how the election went"

import {logRead, voterLogRead} from '../../src/model/lesson/goals/failover.ts'
import {isDown, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {holds, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown, promoted, sentTo} from './signs.ts'

const ownLog = logRead('6481')

export const election = step({
  setup: ['/kill {6381}'],
  ready: promoted,
  goals: {read: ownLog, votes: voterLogRead('6481'), written: keysGrew('6481')},
  highlight: ['role', 'master_replid', 'master_replid2'],
  // The timeline shows the delay that the question asks about.
  view: 'nodes',
  // The promoted replica's log gives the delay to the millisecond.
  prediction: {answer: 'moment', seen: holds(ownLog)},
  solutions: {
    log: ['/log {6481}', '/log {6379}', '@{6481} SET cart:eve cup'],
    owner: [
      '/log {6481} 40',
      '/log {6380} 40',
      '@{6380} CLUSTER KEYSLOT cart:bob',
      '@{owner cart:bob} RPUSH cart:bob teapot',
    ],
  },
  mistakes: {
    'killed-too': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    another: {example: ['/kill {6480}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'dead-node': {example: ['@{6381} SET cart:eve cup'], when: sentTo('6381')},
    moved: {example: ['@{6380} SET cart:eve cup'], when: lastErrorBegins('MOVED')},
  },
})
