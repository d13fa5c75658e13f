// Step "Write on the master, read on a replica"

import {every, keysGrew, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {any} from '../../src/model/lesson/verdict.ts'
import {bothFollow, offsets, shop, twoReplicas} from './shop.ts'

export const copy = step({
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: {
    written: keysGrew('6379'),
    copied: every(keysGrew('6380'), keysGrew('6381')),
    read: evidence => any([wasReadFrom('6380')(evidence), wasReadFrom('6381')(evidence)]),
  },
  highlight: ['role', ...offsets],
  solutions: {
    cart: ['@{6379} SET cart:ann teapot', '@{6380} GET cart:ann'],
    list: ['@{6379} RPUSH orders:today teapot cup', '@{6381} LRANGE orders:today 0 -1'],
  },
  mistakes: {
    'write-to-replica': {
      example: ['@{6380} SET cart:ann teapot'],
      when: lastErrorBegins("READONLY You can't write"),
    },
  },
})
