// A slot is opened between two masters, before any key of it goes over.

import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {movesElsewhere, servesSlotOf, slotClosed} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {atHome, cart, giving, importing, isImporting, isMigrating, migrating} from './cart.ts'

export const open = step({
  id: 'open',
  enter: [cart],
  ready: every(atHome, slotClosed('cart:{ann}')),
  countKeys: ['cart:{ann}'],
  goals: [
    {id: 'importing', goal: isImporting},
    {id: 'migrating', goal: isMigrating},
  ],
  highlight: ['role'],
  solutions: [
    {id: 'at', lines: [importing, migrating]},
    {
      id: 'myid',
      lines: [
        '/use {6380}',
        'CLUSTER MYID',
        'CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}',
        '/use {6379}',
        'CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6380}',
      ],
    },
  ],
  mistakes: [
    {id: 'given-at-once', lines: [giving], when: servesSlotOf('cart:{ann}', '6380')},
    {
      id: 'not-the-owner',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6379}'],
      when: lastErrorBegins("ERR I'm not the owner of hash slot"),
    },
    {
      id: 'already-the-owner',
      lines: ['@{6379} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      when: lastErrorBegins("ERR I'm already the owner of hash slot"),
    },
    {
      id: 'port-for-id',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {6379}'],
      when: lastErrorBegins("ERR I don't know about node"),
    },
    {
      id: 'key-for-slot',
      lines: ['@{6380} CLUSTER SETSLOT cart:{ann} IMPORTING {id 6379}'],
      when: lastErrorBegins('ERR Invalid or out of range slot'),
    },
    {
      id: 'a-replica',
      lines: ['@{6480} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}'],
      when: lastErrorBegins('ERR Please use SETSLOT only with masters'),
    },
    {
      id: 'wrong-id',
      lines: ['@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6380}'],
      when: either(
        movesElsewhere('cart:{ann}', '6380', '6379'),
        movesElsewhere('cart:{ann}', '6379', '6380'),
      ),
    },
    {
      id: 'migrate-at-once',
      lines: ['@{6379} MIGRATE 127.0.0.1 {6380} cart:{ann}:items 0 1000'],
      when: lastErrorBegins('ERR Target instance replied with error: MOVED'),
    },
    {id: 'source-first', lines: [migrating], when: both(holds(isMigrating), unmet(isImporting))},
  ],
})
