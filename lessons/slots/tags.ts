// Step "CROSSSLOT and hash tags"

import {everyoneSeesSlotAt} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas, slotGrew} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

export const tags = step({
  enter: ['/cluster off', '@{6379} DEL cart:{ann}:items', '@{6379} DEL cart:{ann}:coupon'],
  ready: every(healthy, everyoneSeesSlotAt('cart:{ann}', '6379')),
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('any', 'CROSSSLOT'), 'crossslot'),
  goals: {refused: wasAnswered('any', 'CROSSSLOT'), together: slotGrew('cart:{ann}', 2)},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    mset: [
      '@{6379} MSET product:1 teapot product:4 kettle',
      '@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon spring',
    ],
    multi: [
      '/use {6379}',
      'MGET product:1 product:4',
      'MULTI',
      'SET cart:{ann}:items teapot',
      'SET cart:{ann}:coupon spring',
      'EXEC',
    ],
  },
  mistakes: {
    'shared-tag': {
      example: ['@{6381} MSET {cart}:ann:items teapot {cart}:ann:coupon spring'],
      when: lastCommandHas('{CART}'),
    },
    'empty-tag': {
      example: ['@{6379} MSET cart:{}:ann:items teapot cart:{}:ann:coupon spring'],
      when: lastCommandHas('{}'),
    },
    'no-tag': {
      example: ['@{6379} MSET cart:ann:items teapot cart:ann:coupon spring'],
      when: lastCommandHas('CART:ANN'),
    },
    'other-node': {
      example: ['@{6380} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'],
      when: lastErrorBegins('MOVED'),
    },
    'no-value': {
      example: ['@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon'],
      when: lastErrorBegins("ERR wrong number of arguments for 'mset'"),
    },
  },
})
