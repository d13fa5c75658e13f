// Incident "lea": a slot was being moved when the one who moved it gave up: one key has moved, the others have not.

import {slotImporting, slotMigrating} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {slotHolds} from '../../src/model/lesson/goals/service.ts'
import {both, holds, unmet} from '../../src/model/lesson/goals/signs.ts'
import {holdsKeyOf, servesSlotOf, slotClosed} from '../../src/model/lesson/goals/slots.ts'
import {incident} from './incident.ts'

const setslot = 'CLUSTER SETSLOT {slot cart:{lea}}'
const allKeys = slotHolds('cart:{lea}', 3)
const moveRest = [
  '@{6380} MIGRATE 127.0.0.1 {6381} "" 0 1000 KEYS cart:{lea}:coupon cart:{lea}:address',
  `@{6381} ${setslot} NODE {id 6381}`,
  `@{6380} ${setslot} NODE {id 6381}`,
]

export const lea = incident({
  breaks: [
    '@{6380} MSET cart:{lea}:items teapot cart:{lea}:coupon SPRING cart:{lea}:address Bonn',
    `@{6381} ${setslot} IMPORTING {id 6380}`,
    `@{6380} ${setslot} MIGRATING {id 6381}`,
    '@{6380} MIGRATE 127.0.0.1 {6381} cart:{lea}:items 0 1000',
  ],
  ready: every(
    slotMigrating('cart:{lea}', '6380', '6381'),
    slotImporting('cart:{lea}', '6381', '6380'),
    holdsKeyOf('cart:{lea}', '6380'),
    holdsKeyOf('cart:{lea}', '6381'),
  ),
  countKeys: ['cart:{lea}'],
  view: 'slots',
  data: allKeys,
  solutions: {finish: moveRest},
  ways: {
    back: [
      `@{6380} ${setslot} STABLE`,
      '@{6381} ASKING',
      '@{6381} MIGRATE 127.0.0.1 {6380} cart:{lea}:items 0 1000',
      `@{6381} ${setslot} STABLE`,
    ],
    'closed-first': [
      `@{6380} ${setslot} STABLE`,
      `@{6381} ${setslot} STABLE`,
      `@{6381} ${setslot} IMPORTING {id 6380}`,
      '@{6381} ASKING',
      '@{6381} MIGRATE 127.0.0.1 {6380} cart:{lea}:items 0 1000',
      `@{6381} ${setslot} STABLE`,
    ],
  },
  mistakes: {
    'closed-too-early': {
      example: [`@{6380} ${setslot} STABLE`, `@{6381} ${setslot} STABLE`],
      when: both(holds(slotClosed('cart:{lea}')), servesSlotOf('cart:{lea}', '6380'), unmet(allKeys)),
    },
    'given-too-early': {
      example: [`@{6381} ${setslot} NODE {id 6381}`],
      when: both(servesSlotOf('cart:{lea}', '6381'), unmet(allKeys)),
    },
  },
})
