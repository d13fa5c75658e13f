// Step "Write on the master, read on a replica"

import {every, keysGrew, oneOf, syncedInFull, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  lastWroteOn,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, offsets, shop, twoReplicas} from './shop.ts'

const written = every(keysGrew('6379'), keysGrew('6380'), keysGrew('6381'))

export const copy = step({
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: {
    written: keysGrew('6379'),
    copied: every(keysGrew('6380'), keysGrew('6381')),
    read: oneOf(wasReadFrom('6380', 'cart:ann'), wasReadFrom('6381', 'cart:ann')),
  },
  highlight: ['role', ...offsets],
  prediction: {answer: 'stream', seen: both(holds(written), unmet(syncedInFull('6379')))},
  solutions: {
    cart: ['@{6379} SET cart:ann teapot', '@{6380} GET cart:ann'],
    list: ['@{6379} RPUSH cart:ann teapot cup', '@{6381} LRANGE cart:ann 0 -1'],
  },
  ways: {
    hash: ['@{6379} HSET cart:ann teapot 2', '@{6381} HGETALL cart:ann'],
    several: ['@{6379} MSET cart:ann cup stock:3 7', '@{6380} MGET product:1 cart:ann'],
  },
  mistakes: {
    'write-to-replica': {
      example: ['@{6380} SET cart:ann teapot'],
      when: lastErrorBegins("READONLY You can't write"),
    },
    'on-a-stranger': {
      example: ['@{6479} SET cart:ann teapot'],
      when: lastWroteOn('6479', '6480', '6481'),
    },
    'read-on-the-master': {
      example: ['@{6379} SET cart:ann teapot', '@{6379} GET cart:ann'],
      when: lastCommandBegins('GET', '6379'),
    },
  },
})
