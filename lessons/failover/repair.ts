// Step "Repair: restart the master or FORCE"

import {stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {neverLinked, orderTo, ownedSlotsAtStart} from '../../src/model/lesson/goals/failover.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {shardIsDown} from './shard.ts'
import {oneIsDown, tookOver} from './signs.ts'

/** 6381 owned the slots when the step began, and is their master without having been told. */
const wasKept = every(
  ownedSlotsAtStart('6381'),
  isMaster('6381'),
  fact(evidence =>
    [orderTo(evidence, '6381'), orderTo(evidence, '6481')].every(order => order === undefined),
  ),
)

export const repair = step({
  // The first line only takes time: a master of Valkey 9.1 that has just started denies its vote ("it is not safe to vote in this moment": seen until 1.9 s after
  // its start, not from 2.3 s on), nothing that it reports says so, and CLUSTER FAILOVER FORCE asks only once.
  setup: ['@{6479} DEBUG SLEEP 0.9', '/kill {6481}', '/kill {6381}'],
  ready: every(shardIsDown, stateIs('fail')),
  goals: {ok: stateIs('ok'), whole: every(everyNodeAnswers, everyReplicaLinked)},
  stableFor: 500,
  highlight: ['role', 'master_link_status', 'master_link_down_since_seconds'],
  view: 'opinions',
  prediction: {
    answer: 'master',
    seen: holds(every(wasKept, stateIs('ok'))),
    unseen: ['force', 'takeover'],
  },
  facts: {
    kept: wasKept,
    force: tookOver('6481', '6381', 'FORCE'),
    takeover: tookOver('6481', '6381', 'TAKEOVER'),
  },
  solutions: {
    'master-first': ['/start {6381}', '/start {6481}'],
    force: ['/start {6481}', '@{6481} CLUSTER FAILOVER FORCE', '/start {6381}'],
  },
  ways: {
    'replica-first': ['/start {6481}', '/start {6381}'],
    takeover: ['/start {6481}', '@{6481} CLUSTER FAILOVER TAKEOVER', '/start {6381}'],
  },
  mistakes: {
    'plain-failover': {
      example: ['/start {6481}', '@{6481} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR Master is down or failed, please use CLUSTER FAILOVER FORCE'),
    },
    another: {example: ['/kill {6480}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'replica-alone': {
      example: ['/start {6481}'],
      when: both(holds(isDown('6381')), evidence => neverLinked(evidence, '6481')),
    },
    'replica-missing': {
      example: ['/start {6381}'],
      when: both(holds(isDown('6481')), holds(isMaster('6381'))),
    },
    write: {example: ['@{6379} SET product:1 teapot'], when: lastErrorBegins('CLUSTERDOWN')},
  },
})
