// Step "CLUSTER MIGRATESLOTS: whole slots (Valkey)"

import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasSlots, withSlots} from './newcomer.ts'
import {atHome, hasKeys, hasMoved, opened, seen, twoKeys} from './whole-slots.ts'

export const migrateRange = step({
  needs: 'migrateSlots',
  setup: withSlots,
  enter: [twoKeys],
  ready: every(hasSlots, atHome),
  countKeys: ['product:4'],
  prediction: {answer: 'served', seen},
  goals: {moved: hasMoved, keys: hasKeys},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    migrate: ['@{6379} CLUSTER MIGRATESLOTS SLOTSRANGE {slot product:4} {slot product:4} NODE {id 6382}'],
  },
  mistakes: {
    'at-target': {
      example: ['@{6382} CLUSTER MIGRATESLOTS SLOTSRANGE {slot product:4} {slot product:4} NODE {id 6382}'],
      when: lastErrorBegins('ERR Slots are not served by this node'),
    },
    'port-for-id': {
      example: ['@{6379} CLUSTER MIGRATESLOTS SLOTSRANGE {slot product:4} {slot product:4} NODE {6382}'],
      when: lastErrorBegins('ERR Invalid node name'),
    },
    'no-range': {
      example: ['@{6379} CLUSTER MIGRATESLOTS {slot product:4} NODE {id 6382}'],
      when: both(lastCommandBegins('CLUSTER MIGRATESLOTS'), lastErrorBegins('ERR syntax error')),
    },
    opened,
  },
})
