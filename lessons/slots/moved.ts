// Step "MOVED: the wrong node"

import {keyInSlotOf} from '../../src/model/lesson/goals/cluster.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {comesWith} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

export const moved = step({
  // Lets a learner who already tried this store a new key.
  enter: ['@{6380} DEL cart:ann'],
  ready: healthy,
  countKeys: ['cart:ann'],
  prediction: comesWith(wasAnswered('6379', 'MOVED'), 'moved'),
  goals: {told: wasAnswered('6379', 'MOVED'), stored: keyInSlotOf('cart:ann', 'owner')},
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
  mistakes: {
    again: {
      example: ['@{6379} SET cart:ann teapot', '@{6379} SET cart:ann teapot'],
      when: answeredInARow('MOVED', '6379', 2),
    },
    'third-node': {example: ['@{6381} SET cart:ann teapot'], when: answeredInARow('MOVED', '6381', 1)},
    replica: {example: ['@{6480} SET cart:ann teapot'], when: answeredInARow('MOVED', '6480', 1)},
  },
})
