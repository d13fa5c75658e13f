// Step "ASKING: before the command"

import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, holdsKeyOf, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, importing, isOpen, migrating, note} from './cart.ts'

const stored = holdsKeyOf('cart:{ann}', '6380')

export const asking = step({
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('6380', 'MOVED'), 'moved'),
  goals: {refused: wasAnswered('6380', 'MOVED'), stored},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: ['@{6380} SET cart:{ann}:note gift', ...note],
    use: ['/use {6380}', 'GET cart:{ann}:note', 'ASKING', 'SET cart:{ann}:note gift', '/use {6379}'],
  },
  mistakes: {
    'one-line': {
      example: ['@{6380} ASKING SET cart:{ann}:note gift'],
      when: lastErrorBegins("ERR wrong number of arguments for 'asking'"),
    },
    'at-source': {
      example: ['@{6379} ASKING', '@{6379} SET cart:{ann}:note gift'],
      when: lastErrorBegins('ASK '),
    },
    spent: {
      example: ['@{6380} ASKING', '@{6380} GET cart:{ann}:note', '@{6380} SET cart:{ann}:note gift'],
      when: both(unmet(stored), both(answeredInARow('MOVED', '6380', 1), wasSent('ASKING', '6380'))),
    },
  },
})
