// Step "MOVED: the wrong node"

import {everyoneSeesSlotAt, keyInSlotOf} from '../../src/model/lesson/goals/cluster.ts'
import {gotRedirect, onlyFollowed, sawRedirect} from '../../src/model/lesson/goals/redirects.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {fact, holds} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, lastCommandHas} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

const toOwner = {is: 'MOVED', from: '6379', key: 'cart:ann'} as const

const told = gotRedirect(toOwner)

export const moved = step({
  // Lets a learner who already tried this store a new key.
  enter: ['@{6380} DEL cart:ann'],
  ready: every(healthy, everyoneSeesSlotAt('cart:ann', '6380')),
  countKeys: ['cart:ann'],
  prediction: {answer: 'moved', seen: holds(told)},
  goals: {told, stored: keyInSlotOf('cart:ann', 'owner')},
  facts: {shown: fact(sawRedirect(toOwner)), followed: fact(onlyFollowed(toOwner))},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: ['@{6379} SET cart:ann teapot', '@{owner cart:ann} SET cart:ann teapot'],
    use: [
      '/use {6379}',
      'SET cart:ann teapot',
      '/use {owner cart:ann}',
      'SET cart:ann teapot',
      '/use {6379}',
    ],
  },
  ways: {
    'owner-first': ['@{6380} SET cart:ann teapot', '@{6379} GET cart:ann'],
    followed: ['/use {6379}', '/cluster on', 'SET cart:ann teapot', '/cluster off', '/use {6379}'],
  },
  mistakes: {
    braces: {example: ['@{6379} SET cart:{ann} teapot'], when: lastCommandHas('CART:{ANN}')},
    again: {
      example: ['@{6379} SET cart:ann teapot', '@{6379} SET cart:ann teapot'],
      when: answeredInARow('MOVED', '6379', 2),
    },
    'third-node': {example: ['@{6381} SET cart:ann teapot'], when: answeredInARow('MOVED', '6381', 1)},
    'other-key': {
      example: ['@{6379} SET product:2 teapot'],
      when: evidence => answeredInARow('MOVED', '6379', 1)(evidence) && !sawRedirect(toOwner)(evidence),
    },
    replica: {example: ['@{6480} SET cart:ann teapot'], when: answeredInARow('MOVED', '6480', 1)},
  },
})
