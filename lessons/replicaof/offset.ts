// Step "Offset: how far behind?"

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {growth} from '../../src/model/lesson/goals/about-node.ts'
import {caughtUp, every, offsetGrew} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  lastWroteOn,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, offsets, shop, twoReplicas} from './shop.ts'

/** A single command of more than 200 bytes. */
const stocktaking = `@{6379} MSET ${Array.from({length: 10}, (_, i) => `stock:${i + 1} ${40 - i}`).join(' ')}`

/** INCR ran ten times, and the offset has grown by more than ten. */
const tenIncrs: Sign = evidence => {
  const reading = answeredOf(evidence.now, '6379')
  const calls = reading ? growth(evidence, reading, one => one.calls['incr'] ?? 0) : 0
  return calls >= 10 && holds(offsetGrew('6379', 200))(evidence)
}

export const offset = step({
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: {grew: offsetGrew('6379', 200), followed: every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  highlight: offsets,
  prediction: {answer: 'bytes', seen: tenIncrs, unseen: ['one-command', 'append']},
  solutions: {count: ['@{6379} 10 INCR visits'], 'one-command': [stocktaking]},
  ways: {append: ['@{6379} 20 APPEND orders:today teapot']},
  mistakes: {
    'on-replica': {example: ['@{6380} INCR visits'], when: lastErrorBegins("READONLY You can't write")},
    'on-a-stranger': {
      example: ['@{6479} 10 INCR visits'],
      when: lastWroteOn('6479', '6480', '6481'),
    },
    'read-only': {
      example: ['@{6379} 10 GET product:1'],
      when: both(lastCommandBegins('GET'), evidence => offsetGrew('6379', 200)(evidence).is !== 'met'),
    },
  },
})
