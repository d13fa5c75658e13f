// While the slot is open: the source says ASK for what it has not, the target wants to hear ASKING.

import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, holdsKeyOf, lastCommandHas, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, importing, isOpen, migrating, note} from './cart.ts'

export const ask = step({
  id: 'ask',
  given: [cart, importing, migrating],
  ready: isOpen,
  watch: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6379', 'ASK'), 'ask'),
  goal: [
    {id: 'here', ask: wasReadFrom('6379')},
    {id: 'sent-on', ask: wasAnswered('6379', 'ASK')},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6379} GET cart:{ann}:items', '@{6379} GET cart:{ann}:note']},
    {
      id: 'use',
      lines: ['/use {6379}', 'EXISTS cart:{ann}:coupon', 'SET cart:{ann}:note gift'],
    },
  ],
  slips: [
    {id: 'no-tag', lines: ['@{6379} GET cart:ann:note'], seen: lastCommandHas('CART:ANN')},
    {
      id: 'both-at-once',
      lines: ['@{6379} MGET cart:{ann}:items cart:{ann}:note'],
      seen: lastErrorBegins('TRYAGAIN'),
    },
    {id: 'at-target', lines: ['@{6380} GET cart:{ann}:note'], seen: lastErrorBegins('MOVED')},
  ],
})

const stored = holdsKeyOf('cart:{ann}', '6380')

export const asking = step({
  id: 'asking',
  given: [cart, importing, migrating],
  ready: isOpen,
  watch: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6380', 'MOVED'), 'moved'),
  goal: [
    {id: 'refused', ask: wasAnswered('6380', 'MOVED')},
    {id: 'stored', ask: stored},
  ],
  focus: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6380} SET cart:{ann}:note gift', ...note]},
    {
      id: 'use',
      lines: ['/use {6380}', 'GET cart:{ann}:note', 'ASKING', 'SET cart:{ann}:note gift', '/use {6379}'],
    },
  ],
  slips: [
    {
      id: 'one-line',
      lines: ['@{6380} ASKING SET cart:{ann}:note gift'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'asking'"),
    },
    {
      id: 'at-source',
      lines: ['@{6379} ASKING', '@{6379} SET cart:{ann}:note gift'],
      seen: lastErrorBegins('ASK '),
    },
    {
      id: 'spent',
      lines: ['@{6380} ASKING', '@{6380} GET cart:{ann}:note', '@{6380} SET cart:{ann}:note gift'],
      seen: both(unmet(stored), both(answeredInARow('MOVED', '6380', 1), wasSent('ASKING', '6380'))),
    },
  ],
})
