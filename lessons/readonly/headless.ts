// Step "The master dies"

import type {NodeName} from '../../src/model/cluster/node.ts'
import {type Action, commandOf} from '../../src/model/commands/action.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {type Counts, lookupsOn} from '../../src/model/lesson/goals/lookups.ts'
import {every, isDown, oneOf, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {both, comesWith, either, holds, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {isWithoutMaster} from '../../src/model/lesson/goals/takeover.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {aReplicaIsDown, bothFollow, links, shop, strangers} from './shop.ts'
import {promotedByHand} from './signs.ts'

/** A key was read on the replica after the learner's line that ended the master. */
function readSince(replica: NodeName): Goal {
  return evidence => {
    const ended = evidence.outcomes.findLastIndex(({action}) => endsMaster(action))
    return aboutNode(evidence, replica, reading => {
      const hits = (counts: Counts) => lookupsOn(evidence, reading, 'keyspace_hits', counts)
      if (hits((_, index) => index > ended) > 0) return met
      const isEarly = hits(() => true) > 0
      return notYet(message(isEarly ? 'goals.readTooEarly' : 'goals.notReadFrom', nodeOf(reading)))
    })
  }
}

function endsMaster(action: Action): boolean {
  const isEnd = action.do === 'kill' || action.do === 'stop' || commandOf(action)[0] === 'SHUTDOWN'
  return isEnd && action.node === '6379'
}

const readWithoutMaster = every(isDown('6379'), oneOf(readSince('6380'), readSince('6381')))

/** Seconds that the replicas must be without a master to show that none of them takes over. */
const longEnough = 5

const nobodyTakesOver = every(isWithoutMaster('6380', longEnough), isWithoutMaster('6381', longEnough))

export const headless = step({
  setup: shop,
  ready: bothFollow,
  goals: {down: isDown('6379'), read: once(readWithoutMaster), alone: nobodyTakesOver},
  prediction: comesWith(every(readWithoutMaster, nobodyTakesOver), 'nothing'),
  highlight: links,
  solutions: {
    kill: ['/kill {6379}', '@{6380} GET product:1', '@{6381} SET product:1 mug'],
    shutdown: ['@{6379} SHUTDOWN', '@{6381} GET product:2'],
  },
  ways: {'read-twice': ['@{6381} GET product:2', '/stop {6379}', '@{6381} EXISTS product:2']},
  mistakes: {
    'read-before': {
      example: ['@{6380} GET product:1', '/kill {6379}'],
      when: both(
        holds(isDown('6379')),
        holds(oneOf(wasReadFrom('6380'), wasReadFrom('6381'))),
        unmet(readWithoutMaster),
      ),
    },
    frozen: {example: ['/pause {6379}'], when: isPaused('6379')},
    'by-hand': {example: ['/kill {6379}', '@{6380} REPLICAOF NO ONE'], when: promotedByHand},
    'wrong-node': {
      example: ['/kill {6380}'],
      when: either(aReplicaIsDown, ...strangers.map(node => holds(isDown(node)))),
    },
  },
})
