// Step "IMPORTING and MIGRATING: open a slot"

import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastErrorBegins, not, unmet} from '../../src/model/lesson/goals/signs.ts'
import {movesElsewhere, servesSlotOf, slotClosed} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {atHome, cart, giving, importing, isImporting, isMigrating, migrating} from './cart.ts'

export const open = step({
  enter: [cart],
  ready: every(atHome, slotClosed('cart:{ann}')),
  countKeys: ['cart:{ann}'],
  goals: {importing: isImporting, migrating: isMigrating},
  prediction: {
    answer: 'target',
    seen: both(holds(isImporting), unmet(isMigrating)),
    unseen: ['wrong-order', 'source-first'],
  },
  highlight: ['role'],
  view: 'slots',
  solutions: {
    at: [importing, migrating],
    myid: [
      '/use {6380}',
      'CLUSTER MYID',
      'CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}',
      '/use {6379}',
      'CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6380}',
    ],
  },
  ways: {'wrong-order': [migrating, importing]},
  mistakes: {
    unassigned: {
      example: ['@{6379} CLUSTER DELSLOTS {slot cart:{ann}}'],
      when: both(not(servesSlotOf('cart:{ann}', '6379')), not(servesSlotOf('cart:{ann}', '6380'))),
    },
    'given-at-once': {example: [giving], when: servesSlotOf('cart:{ann}', '6380')},
    'not-the-owner': {
      example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6379}'],
      when: lastErrorBegins("ERR I'm not the owner of hash slot"),
    },
    'already-the-owner': {
      example: ['@{6379} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      when: lastErrorBegins("ERR I'm already the owner of hash slot"),
    },
    'port-for-id': {
      example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {6379}'],
      when: lastErrorBegins("ERR I don't know about node"),
    },
    'key-for-slot': {
      example: ['@{6380} CLUSTER SETSLOT cart:{ann} IMPORTING {id 6379}'],
      when: lastErrorBegins('ERR Invalid or out of range slot'),
    },
    'a-replica': {
      example: ['@{6480} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}'],
      when: lastErrorBegins('ERR Please use SETSLOT only with masters'),
    },
    'wrong-id': {
      example: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      when: either(
        movesElsewhere('cart:{ann}', '6380', '6379'),
        movesElsewhere('cart:{ann}', '6379', '6380'),
        // Valkey 9 refuses it.
        lastErrorBegins('ERR Target node is myself'),
      ),
    },
    'migrate-at-once': {
      example: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000'],
      when: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    'source-first': {example: [migrating], when: both(holds(isMigrating), unmet(isImporting))},
  },
})
