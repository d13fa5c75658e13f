// Step "NOREPLICAS: refuse a write without copies"

import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, either, lastCommandBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {demandsReplicas, isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {aReplicaIsDown, bothCaughtUp, bothFollow, shop} from './shop.ts'

const masterRefuses = wasAnswered('6379', 'NOREPLICAS')

export const noreplicas = step({
  setup: shop,
  // A replica that the step before left paused is resumed here.
  enter: ['@{6380} CLIENT UNPAUSE', '@{6381} CLIENT UNPAUSE'],
  ready: every(bothFollow, bothCaughtUp),
  goals: {demands: demandsReplicas('6379'), refused: masterRefuses, back: bothFollow},
  highlight: ['min_slaves_good_slaves', 'connected_slaves', 'slave'],
  solutions: {
    kill: [
      '@{6379} CONFIG SET min-replicas-to-write 2',
      '/kill {6380}',
      '@{6379} SET stock:1 40',
      '/start {6380}',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 5000',
      '@{6379} SET stock:1 40',
    ],
    freeze: [
      '@{6379} CONFIG SET min-slaves-to-write 2',
      '/pause {6380}',
      '@{6379} CLIENT KILL TYPE replica',
      '@{6379} SET stock:1 40',
      '/resume {6380}',
    ],
  },
  mistakes: {
    'still-good': {
      example: ['@{6379} CONFIG SET min-replicas-to-write 2', '/pause {6380}', '@{6379} SET stock:1 40'],
      when: both(isPaused('6380', '6381'), unmet(masterRefuses)),
    },
    enough: {
      example: ['@{6379} CONFIG SET min-replicas-to-write 1', '/kill {6380}', '@{6379} SET stock:1 40'],
      when: both(aReplicaIsDown, lastCommandBegins('SET', '6379'), unmet(masterRefuses)),
    },
    'on-a-replica': {
      example: ['@{6380} CONFIG SET min-replicas-to-write 2'],
      when: either(
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6380'),
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6381'),
      ),
    },
  },
})
