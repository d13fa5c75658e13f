// Step "client-output-buffer-limit: a slow replica"

import {everyLinkIsWhole, isSlow} from '../../src/model/lesson/goals/links.ts'
import {caughtUp, every, follows, keysGrew, syncedInFull} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, not} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair} from '../lost-writes/pair.ts'

/** 40 MB for the replicas: far more than the buffers of the system hold on their way. */
const muchToSend = `@{6381} EVAL "for i=1,40 do redis.call('SET',KEYS[1],('x'):rep(1e6))end" 1 city`

export const buffer = step({
  // The script keeps a busy computer's master from replying for a second or more.
  enter: [
    '/heal',
    // The step before has killed it.
    '/start {6379}',
    '@all CONFIG SET cluster-node-timeout 15000',
    '@{6381} CONFIG SET client-output-buffer-limit "replica 0 2mb 1"',
  ],
  ready: isPair('6381', '6481'),
  highlight: ['slave', 'master_link_status', 'master_sync_in_progress', 'slave_repl_offset'],
  goals: {
    slow: once(isSlow('6381', '6481')),
    full: syncedInFull('6381'),
    back: every(everyLinkIsWhole, follows('6481', '6381'), caughtUp('6481', '6381')),
  },
  prediction: {answer: 'closes', seen: holds(syncedInFull('6381'))},
  // 6380 has one replica at most, so that a WAIT for two lasts until its limit.
  solutions: {heal: ['/slow {6381} > {6481} 2000', muchToSend, '@{6380} WAIT 2 6000', '/heal']},
  mistakes: {
    'not-slow': {
      example: [muchToSend],
      when: both(holds(keysGrew('6381')), not(holds(isSlow('6381', '6481')))),
    },
  },
})
