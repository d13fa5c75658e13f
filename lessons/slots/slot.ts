// Step "CLUSTER KEYSLOT: every key has a slot"

import {everyoneSeesSlotAt} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {slotAsked} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

const asked = slotAsked('cart:ann')

export const slot = step({
  ready: every(healthy, everyoneSeesSlotAt('cart:ann', '6380')),
  goals: {asked},
  highlight: ['role'],
  view: 'slots',
  prediction: comesWith(asked, 'owner'),
  solutions: {
    here: ['@{6379} CLUSTER KEYSLOT cart:ann'],
    elsewhere: ['/use {6481}', 'CLUSTER KEYSLOT cart:ann', '/use {6379}'],
  },
  mistakes: {
    alone: {example: ['@{6379} KEYSLOT cart:ann'], when: lastErrorBegins("ERR unknown command 'KEYSLOT'")},
    'other-word': {
      example: ['@{6379} CLUSTER SLOT cart:ann'],
      when: lastErrorBegins('ERR unknown subcommand'),
    },
    'no-key': {
      example: ['@{6379} CLUSTER KEYSLOT'],
      when: lastErrorBegins("ERR wrong number of arguments for 'cluster|keyslot'"),
    },
    'other-key': {
      example: ['@{6379} CLUSTER KEYSLOT product:1'],
      when: both(lastCommandBegins('CLUSTER KEYSLOT'), unmet(asked)),
    },
  },
})
