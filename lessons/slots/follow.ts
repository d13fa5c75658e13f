// Step "/cluster on: the client follows MOVED"

import {keyInSlotOf} from '../../src/model/lesson/goals/cluster.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

export const follow = step({
  enter: ['@{6381} DEL cart:bob', '@{6380} DEL product:3'],
  ready: healthy,
  countKeys: ['cart:bob', 'product:3'],
  goals: {
    redirected: wasAnswered('any', 'MOVED'),
    cart: keyInSlotOf('cart:bob', 'owner'),
    product: keyInSlotOf('product:3', 'owner'),
  },
  highlight: ['role'],
  view: 'slots',
  solutions: {
    client: ['/use {6379}', '/cluster on', 'SET cart:bob cup', 'SET product:3 kettle', '/cluster off'],
    'by-hand': [
      '@{6379} SET cart:bob cup',
      '@{owner cart:bob} SET cart:bob cup',
      '@{owner product:3} SET product:3 kettle',
    ],
  },
  ways: {
    'with-redis-cli': [
      'redis-cli -c -p {6379} SET cart:bob cup',
      'redis-cli -c -p {6379} SET product:3 kettle',
    ],
  },
  mistakes: {
    'no-slash': {example: ['@{6379} CLUSTER ON'], when: lastErrorBegins("ERR unknown subcommand 'ON'")},
    'not-on': {example: ['@{6379} SET cart:bob cup'], when: lastErrorBegins('MOVED')},
  },
})
