// Step "Restart a replica: does it catch up?"

import {everyoneSaysOk, failedFor, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {caughtUp, every, follows, isDown, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastErrorBegins, replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'

export const newest = step({
  setup: ['/kill {6481}'],
  ready: every(isDown('6481'), failedFor('6481'), everyoneSaysOk),
  goals: {
    written: keysGrew('6381'),
    back: every(follows('6481', '6381'), caughtUp('6481', '6381'), nobodySuspects('6481'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['master_link_status', 'slave_repl_offset', 'slave', 'connected_slaves'],
  prediction: {
    answer: 'newest',
    seen: holds(every(keysGrew('6381'), follows('6481', '6381'), caughtUp('6481', '6381'))),
  },
  solutions: {
    set: ['@{6381} SET stock:2 12', '/start {6481}'],
    owner: ['@{owner visits} 10 INCR visits', '/start {6481}'],
  },
  mistakes: {
    'nothing-missed': {
      example: ['/start {6481}'],
      when: both(replicates('6481'), evidence => !holds(keysGrew('6381'))(evidence)),
    },
    'not-its-slot': {example: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
    'master-killed': {example: ['/kill {6381}'], when: holds(isDown('6381'))},
  },
})
