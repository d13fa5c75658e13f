// Step "Two Sentinels die: no majority"

import {sentinelNames} from '../../src/model/cluster/node.ts'
import {sentinelsIn} from '../../src/model/cluster/snapshot.ts'
import {every, isDown, isMaster, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {noSentinelMajority, seenDown} from '../../src/model/lesson/goals/sentinel.ts'
import {both, fact, holds, lastDoneOn, not, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {watched} from './signs.ts'

const nobodyPromoted = fact(not(holds(oneOf(isMaster('6380'), isMaster('6381')))))

const enoughLeft: Sign = ({now}) => sentinelsIn(now).length > 1

export const majority = step({
  ready: watched('6379', '6380', '6381'),
  goals: {
    few: noSentinelMajority,
    down: every(isDown('6379'), seenDown('6379', 's_down')),
    nobody: every(isDown('6379'), noSentinelMajority, nobodyPromoted),
  },
  // Longer than a failover would take.
  stableFor: 2000,
  highlight: ['role', 'master_link_status'],
  view: 'opinions',
  prediction: {
    answer: 'nothing',
    seen: holds(every(noSentinelMajority, seenDown('6379', 's_down'), nobodyPromoted)),
  },
  solutions: {kill: ['/kill {26380}', '/kill {26381}', '/kill {6379}']},
  ways: {'master-last': ['/stop {26381}', '/stop {26379}', '/stop {6379}']},
  mistakes: {
    'by-hand': {
      example: ['@{6380} REPLICAOF NO ONE'],
      when: lastDoneOn(['6380', '6381'], 'REPLICAOF', 'SLAVEOF'),
    },
    frozen: {example: ['/pause {26380}'], when: isPaused(...sentinelNames, '6379')},
    'enough-left': {
      example: ['/kill {26381}', '/kill {6379}'],
      when: both(holds(isDown('6379')), enoughLeft),
    },
  },
})
