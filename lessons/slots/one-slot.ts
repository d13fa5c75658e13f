// What a node does not answer, though it has the keys: a replica for its master, and one command for two slots.

import {everyoneSeesSlotAt} from '../../src/model/lesson/goals/cluster.ts'
import {every, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  lastCommandBegins,
  lastErrorBegins,
} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, lastCommandHas, slotGrew, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {calm} from './cart.ts'

export const replica = step({
  id: 'replica',
  // The permission belongs to the connection, and the connection stays.
  enter: ['/cluster off', '@{6380} SET cart:ann teapot', '@{6480} READWRITE'],
  ready: calm,
  prediction: comesWith(wasAnswered('6480', 'MOVED'), 'moved'),
  goals: [
    {id: 'redirected', goal: wasAnswered('6480', 'MOVED')},
    {id: 'read', goal: wasReadFrom('6480')},
  ],
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: [
    {id: 'at', lines: ['@{6480} GET cart:ann', '@{6480} READONLY', '@{6480} GET cart:ann']},
    {
      id: 'use',
      lines: ['/use {6480}', 'GET cart:ann', 'READONLY', 'EXISTS cart:ann', '/use {6379}'],
    },
  ],
  mistakes: [
    {
      id: 'write',
      lines: ['@{6480} READONLY', '@{6480} SET cart:ann cup'],
      when: lastCommandBegins('SET', '6480'),
    },
    {
      id: 'other-slot',
      lines: ['@{6480} READONLY', '@{6480} GET product:1'],
      when: both(answeredInARow('MOVED', '6480', 1), wasSent('READONLY', '6480')),
    },
    {
      id: 'on-master',
      lines: ['@{6380} READONLY'],
      when: either(...(['6379', '6380', '6381'] as const).map(node => lastCommandBegins('READONLY', node))),
    },
  ],
})

export const tags = step({
  id: 'tags',
  enter: ['@{6379} DEL cart:{ann}:items', '@{6379} DEL cart:{ann}:coupon'],
  ready: every(calm, everyoneSeesSlotAt('cart:{ann}', '6379')),
  countKeys: ['cart:{ann}'],
  prediction: comesWith(wasAnswered('any', 'CROSSSLOT'), 'crossslot'),
  goals: [
    {id: 'refused', goal: wasAnswered('any', 'CROSSSLOT')},
    {id: 'together', goal: slotGrew('cart:{ann}', 2)},
  ],
  highlight: ['role'],
  solutions: [
    {
      id: 'mset',
      lines: [
        '@{6379} MSET product:1 teapot product:4 kettle',
        '@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon spring',
      ],
    },
    {
      id: 'multi',
      lines: [
        '/use {6379}',
        'MGET product:1 product:4',
        'MULTI',
        'SET cart:{ann}:items teapot',
        'SET cart:{ann}:coupon spring',
        'EXEC',
      ],
    },
  ],
  mistakes: [
    {
      id: 'shared-tag',
      lines: ['@{6381} MSET {cart}:ann:items teapot {cart}:ann:coupon spring'],
      when: lastCommandHas('{CART}'),
    },
    {
      id: 'empty-tag',
      lines: ['@{6379} MSET cart:{}:ann:items teapot cart:{}:ann:coupon spring'],
      when: lastCommandHas('{}'),
    },
    {
      id: 'no-tag',
      lines: ['@{6379} MSET cart:ann:items teapot cart:ann:coupon spring'],
      when: lastCommandHas('CART:ANN'),
    },
    {
      id: 'other-node',
      lines: ['@{6380} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'],
      when: lastErrorBegins('MOVED'),
    },
    {
      id: 'no-value',
      lines: ['@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon'],
      when: lastErrorBegins("ERR wrong number of arguments for 'mset'"),
    },
  ],
})
