// Incident "stock": no node serves a range of slots, and the master that served it still holds the keys.

import {stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {slotHolds} from '../../src/model/lesson/goals/service.ts'
import {either} from '../../src/model/lesson/goals/signs.ts'
import {holdsKeyOf, servesSlotOf} from '../../src/model/lesson/goals/slots.ts'
import {incident} from './incident.ts'

const range = '{slot stock:{milk}} {slot stock:{cups}}'

export const stock = incident({
  // The owner goes first: what it still announced as its own, others would take back.
  breaks: [
    '@{6381} MSET stock:{cups}:red 40 stock:{cups}:blue 25 stock:{cups}:green 12',
    ...['6381', '6481', '6379', '6380', '6479', '6480'].map(
      node => `@{${node}} CLUSTER DELSLOTSRANGE ${range}`,
    ),
  ],
  ready: every(stateIs('fail'), holdsKeyOf('stock:{cups}', '6381')),
  countKeys: ['stock:{cups}'],
  // There the keys would be gone with the slots.
  unless: 'trimsSlots',
  view: 'slots',
  data: slotHolds('stock:{cups}', 3),
  solutions: {owner: [`@{6381} CLUSTER ADDSLOTSRANGE ${range}`]},
  ways: {},
  mistakes: {
    'other-node': {
      example: [`@{6379} CLUSTER ADDSLOTSRANGE ${range}`],
      when: either(servesSlotOf('stock:{cups}', '6379'), servesSlotOf('stock:{cups}', '6380')),
    },
  },
})
