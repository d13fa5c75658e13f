// Step "scaleReads: old data from replicas"

import {clientReadOld, clientReadsReplicas, clientsCompared} from '../../src/model/lesson/goals/client.ts'
import {caughtUp, every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, comesWith, holds, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isBehind} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const reads = step({
  enter: ['@{6480} CLIENT PAUSE 600000 WRITE'],
  // The client has written something that 6480 does not have.
  ready: every(healthy, isMaster('6380'), isBehind('6480', '6380')),
  traffic: 50,
  prediction: comesWith(clientReadOld, 'old'),
  goals: {
    replicas: clientReadsReplicas,
    old: clientReadOld,
    'caught-up': once(every(clientReadOld, caughtUp('6480', '6380'))),
  },
  highlight: ['role', 'slave_repl_offset', 'master_repl_offset'],
  view: 'traffic',
  solutions: {
    // 6380 has one replica, so that a WAIT for two takes its whole time.
    replicas: ['/traffic on 50 replicas', '@{6380} WAIT 2 3000', '@{6480} CLIENT UNPAUSE'],
  },
  mistakes: {
    compare: {
      example: ['/traffic on 20 compare'],
      when: both(holds(clientsCompared), unmet(clientReadsReplicas)),
    },
    'too-early': {
      example: ['@{6480} CLIENT UNPAUSE'],
      when: both(holds(caughtUp('6480', '6380')), unmet(clientReadOld)),
    },
  },
})
