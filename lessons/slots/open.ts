// Step "IMPORTING and MIGRATING: open a slot"

import type {NodeName} from '../../src/model/cluster/node.ts'
import {onlyFollowed, sawRedirect} from '../../src/model/lesson/goals/redirects.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastErrorBegins,
  not,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {movesElsewhere, servesSlotOf, slotClosed} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {atHome, cart, giving, importing, isImporting, isMigrating, migrating} from './cart.ts'

/** A command about a key of the slot got such a redirect, shown or followed. */
function bounced(is: 'ASK' | 'MOVED', from: NodeName): Sign {
  const wanted = {is, from, key: 'cart:{ann}'} as const
  return either(sawRedirect(wanted), onlyFollowed(wanted))
}

export const open = step({
  enter: [cart],
  ready: every(atHome, slotClosed('cart:{ann}')),
  countKeys: ['cart:{ann}'],
  goals: {importing: isImporting, migrating: isMigrating},
  prediction: {
    answer: 'target',
    // In the wrong order it shows only to a client that is sent back and forth meanwhile.
    seen: either(
      both(holds(isImporting), unmet(isMigrating), servesSlotOf('cart:{ann}', '6379')),
      both(holds(isMigrating), unmet(isImporting), bounced('ASK', '6379'), bounced('MOVED', '6380')),
    ),
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
  ways: {
    'wrong-order': [migrating, importing],
    'wrong-order-tried': [migrating, '@{6379} GET cart:{ann}:new', '@{6380} GET cart:{ann}:new', importing],
  },
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
