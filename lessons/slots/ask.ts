// Step "ASK: redirected once"

import {
  lastRedirected,
  onlyFollowed,
  sawRedirect,
  unseenRedirects,
} from '../../src/model/lesson/goals/redirects.ts'
import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, either, fact, lastErrorBegins, not} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {cart, fewerKeysThan, giving, importing, isClosed, isGivenEarly, isOpen, migrating} from './cart.ts'

const asked = {is: 'ASK', from: '6379', key: 'cart:{ann}'} as const

export const ask = step({
  setup: [cart, importing, migrating],
  ready: isOpen,
  countKeys: ['cart:{ann}'],
  prediction: {
    answer: 'ask',
    // An ASK for a key that was moved or deleted before would show nothing about a key that never was.
    seen: both(
      either(sawRedirect(asked), evidence => unseenRedirects(asked)(evidence) > 0),
      not(fewerKeysThan(2)),
    ),
    unseen: ['flushed'],
  },
  goals: {here: wasReadFrom('6379'), 'sent-on': wasAnswered('6379', 'ASK')},
  facts: {shown: fact(sawRedirect(asked)), followed: fact(onlyFollowed(asked))},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: ['@{6379} GET cart:{ann}:items', '@{6379} GET cart:{ann}:note'],
    use: ['/use {6379}', 'EXISTS cart:{ann}:coupon', 'SET cart:{ann}:note gift'],
  },
  ways: {
    followed: [
      '/use {6379}',
      '/cluster on',
      'GET cart:{ann}:items',
      'GET cart:{ann}:note',
      '/cluster off',
      '/use {6379}',
    ],
  },
  mistakes: {
    'given-early': {example: [giving], when: isGivenEarly},
    closed: {example: ['@{6379} CLUSTER SETSLOT {slot cart:{ann}} STABLE'], when: isClosed},
    flushed: {example: ['@{6379} FLUSHALL', '@{6379} GET cart:{ann}:items'], when: fewerKeysThan(2)},
    'no-tag': {example: ['@{6379} GET cart:ann:note'], when: lastCommandHas('CART:ANN')},
    'both-at-once': {
      example: ['@{6379} MGET cart:{ann}:items cart:{ann}:note'],
      when: lastErrorBegins('TRYAGAIN'),
    },
    'at-target': {
      example: ['@{6380} GET cart:{ann}:note'],
      when: lastRedirected({is: 'MOVED', from: '6380', key: 'cart:{ann}'}),
    },
  },
})
