// Step "Without Sentinel: the master dies"

import {every, isDown, oneOf, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {comesWith} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {isWithoutMaster} from '../../src/model/lesson/goals/takeover.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {aReplicaIsDown, bothFollow, links, shop} from './shop.ts'
import {promotedByHand} from './signs.ts'

const readOnReplica = oneOf(wasReadFrom('6380'), wasReadFrom('6381'))

/** Seconds that the replicas must be without a master to show that none of them takes over. */
const longEnough = 5

const nobodyTakesOver = every(isWithoutMaster('6380', longEnough), isWithoutMaster('6381', longEnough))

export const headless = step({
  setup: shop,
  ready: bothFollow,
  goals: {down: isDown('6379'), read: once(every(isDown('6379'), readOnReplica)), alone: nobodyTakesOver},
  prediction: comesWith(nobodyTakesOver, 'nothing'),
  highlight: links,
  solutions: {
    kill: ['/kill {6379}', '@{6380} GET product:1', '@{6381} SET product:1 mug'],
    shutdown: ['@{6379} SHUTDOWN', '@{6381} GET product:2'],
  },
  mistakes: {
    frozen: {example: ['/pause {6379}'], when: isPaused('6379')},
    'by-hand': {example: ['/kill {6379}', '@{6380} REPLICAOF NO ONE'], when: promotedByHand},
    'wrong-node': {example: ['/kill {6380}'], when: aReplicaIsDown},
  },
})
