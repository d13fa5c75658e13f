// Step "MASTERDOWN: old data or none?"

import {every, isDown, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, holds, lastCommandBegins} from '../../src/model/lesson/goals/signs.ts'
import {isWithoutMaster} from '../../src/model/lesson/goals/takeover.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, links, shop} from './shop.ts'
import {promotedByHand} from './signs.ts'

const replicaIsSilent = oneOf(wasAnswered('6380', 'MASTERDOWN'), wasAnswered('6381', 'MASTERDOWN'))

export const masterdown = step({
  setup: [...shop, '/kill {6379}'],
  ready: every(isDown('6379'), isWithoutMaster('6380'), isWithoutMaster('6381')),
  goals: {refused: replicaIsSilent, back: bothFollow},
  prediction: comesWith(bothFollow, 'themselves'),
  highlight: [...links, 'master_replid'],
  solutions: {
    no: [
      '@{6380} CONFIG SET replica-serve-stale-data no',
      '@{6380} GET product:1',
      '@{6381} GET product:1',
      '/start {6379}',
    ],
    'old-name': ['@{6381} CONFIG SET slave-serve-stale-data no', '@{6381} PING', '/start {6379}'],
  },
  mistakes: {
    'on-the-dead': {
      example: ['@{6379} CONFIG SET replica-serve-stale-data no'],
      when: both(lastCommandBegins('CONFIG SET', '6379'), holds(isDown('6379'))),
    },
    'by-hand': {example: ['@{6380} REPLICAOF NO ONE'], when: promotedByHand},
  },
})
