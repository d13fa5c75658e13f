// Step "The master dies: s_down, o_down, a leader"

import {clientAtMaster, clientServed} from '../../src/model/lesson/goals/client.ts'
import {every, isDown, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {followsNamedMaster, sentinelsName, sentinelsReplaced} from '../../src/model/lesson/goals/sentinel.ts'
import {comesWith, lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {aSentinelIsOut, oneIsOut, watched} from './signs.ts'

/** The replica that was not promoted follows the other. */
const otherFollows = oneOf(
  every(sentinelsName('6380'), followsNamedMaster('6381')),
  every(sentinelsName('6381'), followsNamedMaster('6380')),
)

export const kill = step({
  ready: watched('6379', '6380', '6381'),
  // A client that was given the Sentinels and the name.
  traffic: 20,
  goals: {
    down: isDown('6379'),
    replaced: sentinelsReplaced('6379'),
    follows: otherFollows,
    client: every(clientAtMaster, clientServed),
  },
  highlight: ['role', 'master_link_status'],
  view: 'opinions',
  prediction: comesWith(every(isDown('6379'), sentinelsReplaced('6379')), 'agree'),
  solutions: {kill: ['/kill {6379}']},
  ways: {shutdown: ['@{6379} SHUTDOWN NOSAVE']},
  mistakes: {
    'by-hand': {
      example: ['@{6381} REPLICAOF NO ONE'],
      when: lastDoneOn(['6380', '6381'], 'REPLICAOF', 'SLAVEOF'),
    },
    frozen: {example: ['/pause {6379}'], when: isPaused('6379')},
    replica: {example: ['/kill {6380}'], when: oneIsOut('6380', '6381')},
    watcher: {example: ['/kill {26379}'], when: aSentinelIsOut},
  },
})
