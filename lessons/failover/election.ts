// Step "/log: how the election went"

import {keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {promoted, sentTo} from './signs.ts'

export const election = step({
  setup: ['/kill {6381}'],
  ready: promoted,
  goals: {written: keysGrew('6481')},
  highlight: ['role', 'master_replid', 'master_replid2'],
  view: 'timeline',
  solutions: {
    log: ['/log {6481}', '/log {6379}', '@{6481} SET cart:eve cup'],
    owner: ['@{6380} CLUSTER KEYSLOT cart:bob', '@{owner cart:bob} RPUSH cart:bob teapot'],
  },
  mistakes: {
    'dead-node': {example: ['@{6381} SET cart:eve cup'], when: sentTo('6381')},
    moved: {example: ['@{6380} SET cart:eve cup'], when: lastErrorBegins('MOVED')},
  },
})
