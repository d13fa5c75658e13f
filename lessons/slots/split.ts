// The keys go over one by one, and in between they are on two nodes.

import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas, lastSaid, servesSlotOf, slotKeysMoved} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, forgetting, giving, importing, isOpen, migrating, note} from './cart.ts'

const allMoved = slotKeysMoved('cart:{ann}', '6379', '6380')
const triedAgain = wasAnswered('any', 'TRYAGAIN')

export const split = step({
  id: 'split',
  setup: [cart, importing, migrating, ...note],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6379', 'TRYAGAIN'), 'tryagain'),
  goals: [
    {id: 'tried', goal: triedAgain},
    {id: 'moved', goal: allMoved},
  ],
  highlight: ['role'],
  solutions: [
    {
      id: 'one-by-one',
      lines: [
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
        '@{6379} MGET cart:{ann}:items cart:{ann}:coupon',
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
      ],
    },
    {
      id: 'keys',
      lines: [
        '/use {6379}',
        'MIGRATE 127.0.0.1 {6380} cart:{ann}:coupon 0 1000',
        'MGET cart:{ann}:items cart:{ann}:coupon',
        'CLUSTER GETKEYSINSLOT {slot cart:{ann}} 100',
        'MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items',
      ],
    },
  ],
  mistakes: [
    {id: 'given-early', lines: [giving], when: servesSlotOf('cart:{ann}', '6380')},
    {
      id: 'other-db',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000'],
      when: lastErrorBegins('ERR Target instance replied with error: ERR SELECT'),
    },
    {
      id: 'busy',
      lines: [
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 1 1000',
        '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000',
      ],
      when: lastErrorBegins('ERR Target instance replied with error: BUSYKEY'),
    },
    {
      id: 'wrong-way',
      lines: ['@{6380} MIGRATE 127.0.0.1 {6379} cart:{ann}:items 0 1000'],
      when: either(lastSaid('NOKEY', '6380'), lastErrorBegins('ERR Target instance replied with error: ASK')),
    },
    {
      id: 'no-tag',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:ann:items 0 1000'],
      when: both(lastSaid('NOKEY', '6379'), lastCommandHas('CART:ANN')),
    },
    {
      id: 'to-a-replica',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6480} cart:{ann}:items 0 1000'],
      when: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    {
      id: 'nobody-there',
      lines: ['@{6379} MIGRATE 127.0.0.1 1 cart:{ann}:items 0 1000'],
      when: lastErrorBegins('IOERR'),
    },
    {
      id: 'two-keys',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items cart:{ann}:coupon 0 1000'],
      when: both(lastCommandBegins('MIGRATE'), lastErrorBegins('ERR syntax error')),
    },
    {
      id: 'keys-remain',
      lines: [forgetting],
      when: lastErrorBegins("ERR Can't assign hashslot"),
    },
    {
      id: 'all-gone',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} "" 0 1000 KEYS cart:{ann}:items cart:{ann}:coupon'],
      when: both(holds(allMoved), unmet(triedAgain)),
    },
  ],
})
