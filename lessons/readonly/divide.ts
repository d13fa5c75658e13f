// Step "Write to the master, read from replicas"

import {keysGrew, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, offsets, shop} from './shop.ts'

export const divide = step({
  setup: shop,
  ready: bothFollow,
  goals: {written: keysGrew('6379'), first: wasReadFrom('6380'), second: wasReadFrom('6381')},
  highlight: ['role', ...offsets],
  solutions: {
    order: [
      '@{6379} RPUSH orders:today teapot',
      '@{6380} LRANGE orders:today 0 -1',
      '@{6381} LRANGE orders:today 0 -1',
    ],
    cart: [
      '@{6379} SET cart:ann cup',
      '/use {6380}',
      'GET product:2',
      '/use {6381}',
      'EXISTS product:3',
      '/use {6379}',
    ],
  },
  mistakes: {
    'read-on-the-master': {example: ['@{6379} GET product:1'], when: lastCommandBegins('GET', '6379')},
    'write-to-replica': {
      example: ['@{6380} RPUSH orders:today teapot'],
      when: lastErrorBegins("READONLY You can't write"),
    },
  },
})
