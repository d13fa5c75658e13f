// Step "CROSSSLOT and hash tags"

import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {everyoneSeesSlotAt} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  not,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas, slotGrew, storedTogether} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

/** CROSSSLOT for the two keys of the question, whose slots one node serves. */
const sawCrossSlot: Sign = ({outcomes}) =>
  outcomes.some(
    outcome =>
      errorOf(outcome)?.startsWith('CROSSSLOT') &&
      ['PRODUCT:1', 'PRODUCT:4'].every(key => commandOf(outcome.action).includes(key)),
  )

export const tags = step({
  enter: ['/cluster off', '@{6379} DEL cart:{ann}:items cart:{ann}:coupon cart:{ann}'],
  ready: every(healthy, everyoneSeesSlotAt('cart:{ann}', '6379')),
  countKeys: ['cart:{ann}'],
  prediction: {answer: 'crossslot', seen: sawCrossSlot, unseen: ['other-keys']},
  goals: {refused: wasAnswered('any', 'CROSSSLOT'), together: storedTogether('cart:{ann}')},
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
  ways: {
    'other-keys': ['@{6379} MGET cart:{ann}:items cart:bob', '@{6379} MSET {ann}:items 1 {ann}:coupon 2'],
    'one-by-one-first': [
      '@{6379} MGET product:1 product:4',
      '@{6379} SET {ann}:items 1',
      '@{6379} SET {ann}:coupon 2',
      '@{6379} MSET {ann}:items 1 {ann}:coupon 2',
    ],
  },
  mistakes: {
    'one-by-one': {
      example: ['@{6379} SET cart:{ann}:items teapot', '@{6379} SET cart:{ann}:coupon spring'],
      when: both(
        holds(slotGrew('cart:{ann}', 2)),
        unmet(storedTogether('cart:{ann}')),
        lastCommandBegins('SET'),
      ),
    },
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
      when: both(lastCommandHas('CART:ANN'), not(lastCommandHas('{'))),
    },
    'other-tags': {
      example: ['@{6379} MSET cart:ann:{items} teapot cart:ann:{coupon} spring'],
      when: both(lastErrorBegins('CROSSSLOT'), lastCommandHas('{')),
    },
    'other-tag': {
      example: ['@{6381} MSET cart:ann{x}:items teapot cart:ann{x}:coupon spring'],
      when: both(lastCommandHas('{'), not(lastCommandHas('{ANN}')), not(lastErrorBegins('CROSSSLOT'))),
    },
    'other-node': {
      example: ['@{6380} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'],
      when: both(lastErrorBegins('MOVED'), lastCommandHas('{ANN}')),
    },
    'no-value': {
      example: ['@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon'],
      when: lastErrorBegins("ERR wrong number of arguments for 'mset'"),
    },
  },
})
