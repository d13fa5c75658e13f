// Step "A replica dies: PFAIL and FAIL"

import {everyoneSaysOk, failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {holds, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const replica = step({
  ready: healthy,
  goals: {
    down: isDown('6481'),
    failed: once(every(failedFor('6481'), everyoneSaysOk)),
    written: keysGrew('6381'),
  },
  highlight: ['connected_slaves', 'slave'],
  view: 'opinions',
  prediction: {
    answer: 'on',
    seen: holds(every(isDown('6481'), failedFor('6481'), stateIs('ok'))),
  },
  solutions: {
    kill: ['/kill {6481}', '@{6381} SET product:2 cup'],
    shutdown: ['@{6481} SHUTDOWN NOSAVE', '@{owner product:2} SET product:2 cup'],
  },
  mistakes: {
    'master-killed': {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    paused: {
      example: ['/pause {6481}'],
      when: ({now}) => now.nodes.some(({name, process}) => name === '6481' && process.is === 'paused'),
    },
    'not-its-slot': {example: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
  },
})
