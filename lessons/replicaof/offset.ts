// Step "Offset: how far behind?"

import {caughtUp, every, offsetGrew} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, offsets, shop, twoReplicas} from './shop.ts'

/** A single command of more than 200 bytes. */
const stocktaking = `@{6379} MSET ${Array.from({length: 10}, (_, i) => `stock:${i + 1} ${40 - i}`).join(' ')}`

export const offset = step({
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: {grew: offsetGrew('6379', 200), followed: every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  highlight: offsets,
  solutions: {count: ['@{6379} 10 INCR visits'], 'one-command': [stocktaking]},
  mistakes: {
    'on-replica': {example: ['@{6380} INCR visits'], when: lastErrorBegins("READONLY You can't write")},
    'read-only': {
      example: ['@{6379} 10 GET product:1'],
      when: both(lastCommandBegins('GET'), evidence => offsetGrew('6379', 200)(evidence).is !== 'met'),
    },
  },
})
