// Step "MIGRATE: move the keys"

import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas, lastSaid, slotKeysMoved} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {
  cart,
  fewerKeysThan,
  forgetting,
  giving,
  importing,
  isClosed,
  isGivenEarly,
  isOpen,
  migrating,
  note,
} from './cart.ts'

const allMoved = slotKeysMoved('cart:{ann}', '6379', '6380')

const triedAgain = wasAnswered('any', 'TRYAGAIN')

export const split = step({
  setup: [cart, importing, migrating, ...note],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: {answer: 'tryagain', seen: holds(wasAnswered('6379', 'TRYAGAIN')), unseen: ['at-target']},
  goals: {tried: triedAgain, moved: allMoved},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    'one-by-one': [
      '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
      '@{6379} MGET cart:{ann}:items cart:{ann}:coupon',
      '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
    ],
    keys: [
      '/use {6379}',
      'MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
      'MGET cart:{ann}:items cart:{ann}:coupon',
      'CLUSTER GETKEYSINSLOT {slot cart:{ann}} 100',
      'MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items',
    ],
  },
  ways: {
    'at-target': [
      '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
      '@{6380} ASKING',
      '@{6380} MGET cart:{ann}:items cart:{ann}:coupon',
      '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
    ],
  },
  mistakes: {
    'given-early': {example: [giving], when: isGivenEarly},
    closed: {example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} STABLE'], when: isClosed},
    'other-db': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000'],
      // The second is what Valkey 9 says.
      when: either(
        lastErrorBegins('ERR Target instance replied with error: ERR SELECT'),
        lastErrorBegins('ERR Target instance replied with error: ERR DB index'),
      ),
    },
    busy: {
      example: [
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000',
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
      ],
      when: lastErrorBegins('ERR Target instance replied with error: BUSYKEY'),
    },
    'wrong-way': {
      example: ['@{6380} MIGRATE 127.0.0.1 {6379} cart:{ann}:items 0 1000'],
      when: either(lastSaid('NOKEY', '6380'), lastErrorBegins('ERR Target instance replied with error: ASK')),
    },
    'no-tag': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:ann:items 0 1000'],
      when: both(lastSaid('NOKEY', '6379'), lastCommandHas('CART:ANN')),
    },
    'to-a-replica': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6480} cart:{ann}:items 0 1000'],
      when: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    'nobody-there': {
      example: ['@{6379} MIGRATE 127.0.0.1 1 cart:{ann}:items 0 1000'],
      when: lastErrorBegins('IOERR'),
    },
    'two-keys': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items cart:{ann}:coupon 0 1000'],
      when: both(lastCommandBegins('MIGRATE'), lastErrorBegins('ERR syntax error')),
    },
    'keys-remain': {example: [forgetting], when: lastErrorBegins("ERR Can't assign hashslot")},
    flushed: {example: ['@{6379} FLUSHALL'], when: fewerKeysThan(3)},
    'all-gone': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items cart:{ann}:coupon'],
      when: both(holds(allMoved), unmet(triedAgain)),
    },
  },
})
