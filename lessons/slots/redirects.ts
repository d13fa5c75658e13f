// A key has a slot, a slot has a master, and who asks another node is sent there: by hand first, then by the client.

import {keyInSlotOf} from '../../src/model/lesson/goals/cluster.ts'
import {wasAnswered, wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {calm} from './cart.ts'

export const slot = step({
  id: 'slot',
  ready: calm,
  goals: [{id: 'asked', goal: wasCalled('any', 'cluster|keyslot')}],
  highlight: ['role'],
  solutions: [
    {id: 'here', lines: ['@{6379} CLUSTER KEYSLOT cart:ann']},
    {id: 'elsewhere', lines: ['/use {6481}', 'CLUSTER KEYSLOT cart:ann', '/use {6379}']},
  ],
  mistakes: [
    {
      id: 'alone',
      lines: ['@{6379} KEYSLOT cart:ann'],
      when: lastErrorBegins("ERR unknown command 'KEYSLOT'"),
    },
    {
      id: 'other-word',
      lines: ['@{6379} CLUSTER SLOT cart:ann'],
      when: lastErrorBegins('ERR unknown subcommand'),
    },
    {
      id: 'no-key',
      lines: ['@{6379} CLUSTER KEYSLOT'],
      when: lastErrorBegins("ERR wrong number of arguments for 'cluster|keyslot'"),
    },
  ],
})

export const moved = step({
  id: 'moved',
  // Who tried it out before has no new key to put there.
  enter: ['@{6380} DEL cart:ann'],
  ready: calm,
  countKeys: ['cart:ann'],
  prediction: comesWith(wasAnswered('6379', 'MOVED'), 'moved'),
  goals: [
    {id: 'told', goal: wasAnswered('6379', 'MOVED')},
    {id: 'stored', goal: keyInSlotOf('cart:ann', 'owner')},
  ],
  highlight: ['role'],
  solutions: [
    {id: 'at', lines: ['@{6379} SET cart:ann teapot', '@{owner cart:ann} SET cart:ann teapot']},
    {
      id: 'use',
      lines: [
        '/use {6379}',
        'SET cart:ann teapot',
        '/use {owner cart:ann}',
        'SET cart:ann teapot',
        '/use {6379}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'again',
      lines: ['@{6379} SET cart:ann teapot', '@{6379} SET cart:ann teapot'],
      when: answeredInARow('MOVED', '6379', 2),
    },
    {
      id: 'third-node',
      lines: ['@{6381} SET cart:ann teapot'],
      when: answeredInARow('MOVED', '6381', 1),
    },
    {
      id: 'replica',
      lines: ['@{6480} SET cart:ann teapot'],
      when: answeredInARow('MOVED', '6480', 1),
    },
  ],
})

export const follow = step({
  id: 'follow',
  enter: ['@{6381} DEL cart:bob', '@{6380} DEL product:3'],
  ready: calm,
  countKeys: ['cart:bob', 'product:3'],
  goals: [
    {id: 'redirected', goal: wasAnswered('any', 'MOVED')},
    {id: 'cart', goal: keyInSlotOf('cart:bob', 'owner')},
    {id: 'product', goal: keyInSlotOf('product:3', 'owner')},
  ],
  highlight: ['role'],
  solutions: [
    {
      id: 'client',
      lines: ['/use {6379}', '/cluster on', 'SET cart:bob cup', 'SET product:3 kettle', '/cluster off'],
    },
    {
      id: 'by-hand',
      lines: [
        '@{6379} SET cart:bob cup',
        '@{owner cart:bob} SET cart:bob cup',
        '@{owner product:3} SET product:3 kettle',
      ],
    },
  ],
  mistakes: [
    {
      id: 'no-slash',
      lines: ['@{6379} CLUSTER ON'],
      when: lastErrorBegins("ERR unknown subcommand 'ON'"),
    },
    {id: 'not-on', lines: ['@{6379} SET cart:bob cup'], when: lastErrorBegins('MOVED')},
  ],
})
