// Step "Restart the old master"

import {everyoneSaysOk, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {caughtUp, every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {both, holds} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {lastStarted, promoted, sentTo} from './signs.ts'

export const comeBack = step({
  setup: ['/kill {6381}'],
  ready: promoted,
  goals: {
    follows: follows('6381', '6481'),
    newest: caughtUp('6381', '6481'),
    trusted: every(nobodySuspects('6381'), everyoneSaysOk),
  },
  stableFor: 500,
  highlight: ['role', 'master_port', 'master_link_status', 'slave'],
  prediction: {
    answer: 'replica',
    seen: holds(every(follows('6381', '6481'), caughtUp('6381', '6481'))),
  },
  solutions: {start: ['/start {6381}']},
  mistakes: {
    'new-master': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    'wrong-node': {
      example: ['/start {6481}'],
      when: both(lastStarted, ({outcomes}) => outcomes.at(-1)?.is === 'failed'),
    },
    'not-there': {example: ['@{6381} CLUSTER NODES'], when: sentTo('6381')},
  },
})
