// Step "ASKING: before the command"

import {gotRedirect} from '../../src/model/lesson/goals/redirects.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, holdsKeyOf, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, giving, importing, isClosed, isGivenEarly, isOpen, migrating, note} from './cart.ts'

const refused = gotRedirect({is: 'MOVED', from: '6380', key: 'cart:{ann}'})

const stored = holdsKeyOf('cart:{ann}', '6380')

export const asking = step({
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(refused, 'moved'),
  goals: {refused, stored},
  facts: {asking: wasCalled('6380', 'asking')},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: ['@{6380} SET cart:{ann}:note gift', ...note],
    use: ['/use {6380}', 'GET cart:{ann}:note', 'ASKING', 'SET cart:{ann}:note gift', '/use {6379}'],
  },
  ways: {
    followed: [
      '@{6380} TYPE cart:{ann}:note',
      '/use {6379}',
      '/cluster on',
      'SET cart:{ann}:note gift',
      '/cluster off',
      '/use {6379}',
    ],
    migrated: ['@{6380} GET cart:{ann}:note', '@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000'],
  },
  mistakes: {
    'given-early': {example: [giving], when: isGivenEarly},
    closed: {example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} STABLE'], when: isClosed},
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
