// Step "/kill: break something"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {everyoneSaysOk, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const breakNode = step({
  ready: healthy,
  goals: {
    down: once(isDown('6481')),
    back: every(everyNodeAnswers, everyReplicaLinked, nobodySuspects('6481'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['role', 'connected_slaves', 'slave', 'master_link_status'],
  solutions: {kill: ['/kill {6481}', '/start {6481}'], stop: ['/stop {6481}', '/start {6481}']},
  ways: {shutdown: ['@{6481} SHUTDOWN NOSAVE', '/start {6481}']},
  mistakes: {
    another: {
      example: ['/kill {6479}'],
      when: evidence => sixNodes.some(node => node !== '6481' && isDown(node)(evidence).is === 'met'),
    },
    paused: {
      example: ['/pause {6481}'],
      when: ({now}) => now.nodes.some(({process}) => process.is === 'paused'),
    },
    'already-runs': {
      example: ['/start {6481}'],
      when: both(
        ({outcomes}) => outcomes.at(-1)?.action.do === 'start' && outcomes.at(-1)?.is === 'failed',
        holds(everyNodeAnswers),
      ),
    },
  },
})
