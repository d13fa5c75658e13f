// Step "ASK: redirected once"

import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, importing, isOpen, migrating} from './cart.ts'

export const ask = step({
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6379', 'ASK'), 'ask'),
  goals: {here: wasReadFrom('6379'), 'sent-on': wasAnswered('6379', 'ASK')},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: ['@{6379} GET cart:{ann}:items', '@{6379} GET cart:{ann}:note'],
    use: ['/use {6379}', 'EXISTS cart:{ann}:coupon', 'SET cart:{ann}:note gift'],
  },
  mistakes: {
    'no-tag': {example: ['@{6379} GET cart:ann:note'], when: lastCommandHas('CART:ANN')},
    'both-at-once': {
      example: ['@{6379} MGET cart:{ann}:items cart:{ann}:note'],
      when: lastErrorBegins('TRYAGAIN'),
    },
    'at-target': {example: ['@{6380} GET cart:{ann}:note'], when: lastErrorBegins('MOVED')},
  },
})
