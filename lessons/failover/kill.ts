// Step "A master dies"

import {
  everyoneSaysOk,
  everyoneSeesOwner,
  failedFor,
  suspectedBy,
} from '../../src/model/lesson/goals/cluster.ts'
import {isElected, neverLinked} from '../../src/model/lesson/goals/failover.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, lastErrorBegins, not, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'
import {lastStarted, majorityLost, oneIsDown, sentTo, tookOver, wasPaused} from './signs.ts'

export const kill = step({
  ready: healthy,
  goals: {
    down: isDown('6381'),
    suspected: once(suspectedBy('6381', 'one')),
    failed: once(failedFor('6381')),
    promoted: every(isElected('6481', '6381'), everyoneSeesOwner('6481', '6381'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['role', 'master_link_status', 'master_link_down_since_seconds', 'slave_repl_offset'],
  view: 'timeline',
  prediction: {
    answer: 'seconds',
    seen: both(holds(isDown('6381')), holds(tookOver('6481', '6381', undefined))),
    unseen: ['force', 'takeover'],
  },
  facts: {
    elected: every(tookOver('6481', '6381', undefined), fact(not(wasPaused('6381')))),
    paused: every(tookOver('6481', '6381', undefined), fact(wasPaused('6381'))),
    force: tookOver('6481', '6381', 'FORCE'),
    takeover: tookOver('6481', '6381', 'TAKEOVER'),
  },
  solutions: {kill: ['/kill {6381}'], shutdown: ['@{6381} SHUTDOWN NOSAVE']},
  ways: {
    'there-and-back': [
      '@{6481} CLUSTER FAILOVER TAKEOVER',
      '@{6481} WAIT 1 5000',
      '@{6381} CLUSTER FAILOVER TAKEOVER',
      '@{6381} WAIT 1 5000',
      '/kill {6381}',
    ],
    crash: ['@{6381} DEBUG SEGFAULT'],
    stop: ['/stop {6381}'],
    'paused-first': ['/pause {6381}', '/kill {6381}'],
    'plain-order': ['/kill {6381}', '@{6481} CLUSTER FAILOVER'],
    force: ['/kill {6381}', '@{6481} CLUSTER FAILOVER FORCE'],
    takeover: ['/kill {6381}', '@{6481} CLUSTER FAILOVER TAKEOVER'],
  },
  mistakes: {
    'replica-restarted': {
      example: ['/kill {6481}', '/kill {6381}', '/start {6481}'],
      when: both(holds(isDown('6381')), evidence => neverLinked(evidence, '6481')),
    },
    'majority-lost': {example: ['/kill {6381}', '/kill {6380}'], when: majorityLost('6381', '6481')},
    'replica-killed': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    another: {example: ['/kill {6380}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    paused: {example: ['/pause {6381}'], when: isPaused('6381')},
    'too-early': {
      example: ['/kill {6381}', '/start {6381}'],
      when: both(lastStarted, holds(isMaster('6381'))),
    },
    switched: {
      example: ['@{6481} CLUSTER FAILOVER'],
      when: both(holds(isMaster('6481')), unmet(isDown('6381'))),
    },
    'no-one': {
      example: ['@{6481} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    'dead-node': {
      example: ['/kill {6381}', '@{6381} SET product:2 pot'],
      when: both(holds(isDown('6381')), sentTo('6381')),
    },
  },
})
