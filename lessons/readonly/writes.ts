// The steps on who takes writes and who answers reads.

import {keysGrew, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {comesWith, either, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {takesOwnWrites, wasTriedOn} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, offsets, shop} from './shop.ts'

/** Six nodes stand and three of them play: the others follow nobody. */
const strangers = ['6479', '6480', '6481'] as const

const replicaRefuses = wasTriedOn(['6380', '6381'], 'READONLY')

export const refused = step({
  id: 'refused',
  setup: shop,
  ready: bothFollow,
  goals: [{id: 'refused', goal: replicaRefuses}],
  prediction: comesWith(replicaRefuses, 'error'),
  highlight: ['role', 'master_host', 'master_port', 'slave_read_only'],
  solutions: [
    {id: 'set', lines: ['@{6380} SET product:1 mug']},
    {
      id: 'transaction',
      lines: ['@{6381} MULTI', '@{6381} SET product:1 mug', '@{6381} EXEC'],
    },
  ],
  mistakes: [
    {
      id: 'made-writable',
      lines: ['@{6380} CONFIG SET replica-read-only no', '@{6380} SET product:1 mug'],
      when: takesOwnWrites('6380', '6381'),
    },
    {id: 'on-the-master', lines: ['@{6379} SET product:1 mug'], when: lastCommandBegins('SET', '6379')},
    {
      id: 'on-a-stranger',
      lines: ['@{6479} SET product:1 mug'],
      when: either(...strangers.map(node => lastCommandBegins('SET', node))),
    },
  ],
})

export const divide = step({
  id: 'divide',
  setup: shop,
  ready: bothFollow,
  goals: [
    {id: 'written', goal: keysGrew('6379')},
    {id: 'first', goal: wasReadFrom('6380')},
    {id: 'second', goal: wasReadFrom('6381')},
  ],
  highlight: ['role', ...offsets],
  solutions: [
    {
      id: 'order',
      lines: [
        '@{6379} RPUSH orders:today teapot',
        '@{6380} LRANGE orders:today 0 -1',
        '@{6381} LRANGE orders:today 0 -1',
      ],
    },
    {
      id: 'cart',
      lines: [
        '@{6379} SET cart:ann cup',
        '/use {6380}',
        'GET product:2',
        '/use {6381}',
        'EXISTS product:3',
        '/use {6379}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'read-on-the-master',
      lines: ['@{6379} GET product:1'],
      when: lastCommandBegins('GET', '6379'),
    },
    {
      id: 'write-to-replica',
      lines: ['@{6380} RPUSH orders:today teapot'],
      when: lastErrorBegins("READONLY You can't write"),
    },
  ],
})
