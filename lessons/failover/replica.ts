// Step "A replica dies: PFAIL and FAIL"

import {everyoneSaysOk, failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {wroteWithout} from '../../src/model/lesson/goals/failover.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, lastErrorBegins, not} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'
import {oneIsDown, wasPaused} from './signs.ts'

const written = wroteWithout('6481', '6381')

export const replica = step({
  ready: healthy,
  goals: {
    down: isDown('6481'),
    failed: once(every(failedFor('6481'), everyoneSaysOk)),
    written,
  },
  highlight: ['connected_slaves', 'slave'],
  view: 'opinions',
  prediction: {answer: 'on', seen: holds(every(failedFor('6481'), stateIs('ok'), written))},
  facts: {
    master: isMaster('6381'),
    ok: everyoneSaysOk,
    timed: fact(not(wasPaused('6481'))),
    paused: fact(wasPaused('6481')),
  },
  solutions: {
    kill: ['/kill {6481}', '@{6381} SET product:2 cup'],
    shutdown: ['@{6481} SHUTDOWN NOSAVE', '@{owner product:2} SET product:2 cup'],
  },
  ways: {
    crash: ['@{6481} DEBUG SEGFAULT', '@{6381} SET product:2 cup'],
    stop: ['/stop {6481}', '@{6381} INCR visits'],
    'written-twice': ['@{6381} SET product:2 cup', '/kill {6481}', '@{6381} SET product:2 pot'],
    'by-way-of-a-pause': ['/pause {6481}', '/kill {6481}', '@{6381} SET product:2 cup'],
  },
  mistakes: {
    'master-paused': {example: ['/pause {6381}'], when: isPaused('6381')},
    promoted: {
      example: ['@{6481} CLUSTER FAILOVER TAKEOVER'],
      when: both(holds(isMaster('6481')), not(holds(isDown('6381')))),
    },
    'master-killed': {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    another: {example: ['/kill {6480}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    paused: {example: ['/pause {6481}'], when: isPaused('6481')},
    'not-its-slot': {example: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
  },
})
