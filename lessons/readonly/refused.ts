// Step "Write to a replica"

import {comesWith, lastWroteOn} from '../../src/model/lesson/goals/signs.ts'
import {takesOwnWrites, wasTriedOn} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, strangers} from './shop.ts'

const replicaRefuses = wasTriedOn(['6380', '6381'], 'READONLY')

export const refused = step({
  // The step on read/write splitting is gone; its text is here.
  aliases: ['divide'],
  setup: shop,
  ready: bothFollow,
  goals: {refused: replicaRefuses},
  prediction: comesWith(replicaRefuses, 'error'),
  highlight: ['role', 'master_host', 'master_port'],
  solutions: {
    set: ['@{6380} SET product:1 mug'],
    transaction: ['@{6381} MULTI', '@{6381} SET product:1 mug', '@{6381} EXEC'],
  },
  ways: {
    counter: ['@{6381} INCR visits'],
    'after-writable': [
      '@{6380} CONFIG SET replica-read-only no',
      '@{6380} SET product:1 mug',
      '@{6380} CONFIG SET replica-read-only yes',
      '@{6380} SET product:1 mug',
    ],
  },
  mistakes: {
    'made-writable': {
      example: ['@{6380} CONFIG SET replica-read-only no', '@{6380} SET product:1 mug'],
      when: takesOwnWrites('6380', '6381'),
    },
    'on-the-master': {example: ['@{6379} SET product:1 mug'], when: lastWroteOn('6379')},
    'on-a-stranger': {
      example: ['@{6479} SET product:1 mug'],
      when: lastWroteOn(...strangers),
    },
  },
})
