// Step "CLUSTER MIGRATION: whole slots (Redis)"

import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasSlots, withSlots} from './newcomer.ts'
import {atHome, hasKeys, hasMoved, opened, seen, twoKeys} from './whole-slots.ts'

export const importRange = step({
  needs: 'clusterMigration',
  setup: withSlots,
  enter: [twoKeys],
  ready: every(hasSlots, atHome),
  countKeys: ['product:4'],
  prediction: {answer: 'served', seen},
  goals: {moved: hasMoved, keys: hasKeys},
  highlight: ['role'],
  view: 'slots',
  solutions: {import: ['@{6382} CLUSTER MIGRATION IMPORT {slot product:4} {slot product:4}']},
  mistakes: {
    'at-source': {
      example: ['@{6379} CLUSTER MIGRATION IMPORT {slot product:4} {slot product:4}'],
      when: lastErrorBegins('ERR this node is already the owner'),
    },
    'at-replica': {
      example: ['@{6479} CLUSTER MIGRATION IMPORT {slot product:4} {slot product:4}'],
      when: lastErrorBegins('ERR slot migration not allowed on replica'),
    },
    'one-slot': {
      example: ['@{6382} CLUSTER MIGRATION IMPORT {slot product:4}'],
      when: both(lastCommandBegins('CLUSTER MIGRATION'), lastErrorBegins('ERR wrong number of arguments')),
    },
    opened,
  },
})
