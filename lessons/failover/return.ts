// Step "Restart the old master"

import {everyoneSaysOk, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {caughtUp, every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {aMoment, lastStarted, oneIsDown, promoted, sentTo} from './signs.ts'

const isBack = every(follows('6381', '6481'), caughtUp('6381', '6481'))

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
  view: 'nodes',
  prediction: {
    answer: 'replica',
    seen: holds(isBack),
  },
  facts: {promoted: isMaster('6481')},
  solutions: {start: ['/start {6381}'], 'after-a-write': ['@{6481} SET stock:2 7', '/start {6381}']},
  ways: {
    'there-and-back': [
      '/start {6381}',
      aMoment,
      '@{6381} CLUSTER FAILOVER TAKEOVER',
      aMoment,
      '@{6481} CLUSTER FAILOVER TAKEOVER',
    ],
  },
  mistakes: {
    'took-back': {
      // The others tell the old master of the new one, which is paused: without a copy from it, the step cannot pass in the meantime.
      example: ['/pause {6481}', '/start {6381}', aMoment, '@{6381} CLUSTER FAILOVER TAKEOVER'],
      when: holds(isMaster('6381')),
    },
    'new-master': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    another: {example: ['/kill {6480}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'wrong-node': {
      example: ['/start {6481}'],
      when: both(lastStarted, ({outcomes}) => outcomes.at(-1)?.is === 'failed'),
    },
    'not-there': {
      example: ['@{6381} CLUSTER NODES'],
      when: both(sentTo('6381'), holds(isDown('6381'))),
    },
  },
})
