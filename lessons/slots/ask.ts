// While the slot is open: the source says ASK for what it has not, the target wants to hear ASKING.

import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, holdsKeyOf, lastCommandHas, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, importing, isOpen, migrating, note} from './cart.ts'

export const ask = step({
  id: 'ask',
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6379', 'ASK'), 'ask'),
  goals: [
    {id: 'here', goal: wasReadFrom('6379')},
    {id: 'sent-on', goal: wasAnswered('6379', 'ASK')},
  ],
  highlight: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6379} GET cart:{ann}:items', '@{6379} GET cart:{ann}:note']},
    {
      id: 'use',
      lines: ['/use {6379}', 'EXISTS cart:{ann}:coupon', 'SET cart:{ann}:note gift'],
    },
  ],
  mistakes: [
    {id: 'no-tag', lines: ['@{6379} GET cart:ann:note'], when: lastCommandHas('CART:ANN')},
    {
      id: 'both-at-once',
      lines: ['@{6379} MGET cart:{ann}:items cart:{ann}:note'],
      when: lastErrorBegins('TRYAGAIN'),
    },
    {id: 'at-target', lines: ['@{6380} GET cart:{ann}:note'], when: lastErrorBegins('MOVED')},
  ],
})

const stored = holdsKeyOf('cart:{ann}', '6380')

export const asking = step({
  id: 'asking',
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6380', 'MOVED'), 'moved'),
  goals: [
    {id: 'refused', goal: wasAnswered('6380', 'MOVED')},
    {id: 'stored', goal: stored},
  ],
  highlight: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6380} SET cart:{ann}:note gift', ...note]},
    {
      id: 'use',
      lines: ['/use {6380}', 'GET cart:{ann}:note', 'ASKING', 'SET cart:{ann}:note gift', '/use {6379}'],
    },
  ],
  mistakes: [
    {
      id: 'one-line',
      lines: ['@{6380} ASKING SET cart:{ann}:note gift'],
      when: lastErrorBegins("ERR wrong number of arguments for 'asking'"),
    },
    {
      id: 'at-source',
      lines: ['@{6379} ASKING', '@{6379} SET cart:{ann}:note gift'],
      when: lastErrorBegins('ASK '),
    },
    {
      id: 'spent',
      lines: ['@{6380} ASKING', '@{6380} GET cart:{ann}:note', '@{6380} SET cart:{ann}:note gift'],
      when: both(unmet(stored), both(answeredInARow('MOVED', '6380', 1), wasSent('ASKING', '6380'))),
    },
  ],
})
