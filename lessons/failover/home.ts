// Step "CLUSTER FAILOVER: switch without losing a write"

import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {everyoneSeesReplica, holdsKeysOf} from '../../src/model/lesson/goals/failover.ts'
import {every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'

export const home = step({
  // A manual failover reaches the same state as the kill and the restart, at once.
  setup: ['@{6481} CLUSTER FAILOVER'],
  ready: every(
    follows('6381', '6481'),
    everyoneSeesOwner('6481', '6481'),
    everyoneSeesReplica('6381', '6481'),
    everyoneSaysOk,
  ),
  goals: {
    master: every(isMaster('6381'), everyoneSeesOwner('6381', '6481'), everyoneSaysOk),
    follows: follows('6481', '6381'),
    kept: holdsKeysOf('6381', '6481'),
  },
  // A node promoted again too soon becomes a replica again within about 60 ms.
  stableFor: 1000,
  highlight: ['role', 'master_port', 'slave', 'master_repl_offset'],
  prediction: {
    answer: 'moment',
    seen: both(holds(isMaster('6381')), unmet(isDown('6481'))),
  },
  solutions: {failover: ['@{6381} CLUSTER FAILOVER'], force: ['/use {6381}', 'CLUSTER FAILOVER FORCE']},
  mistakes: {
    'on-master': {
      example: ['@{6481} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR You should send CLUSTER FAILOVER to a replica'),
    },
    'plain-failover': {
      example: ['@{6381} FAILOVER'],
      when: lastErrorBegins('ERR FAILOVER not allowed in cluster mode'),
    },
    'no-one': {
      example: ['@{6381} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    'other-shard': {
      example: ['@{6479} CLUSTER FAILOVER'],
      when: either(holds(isMaster('6479')), holds(isMaster('6480'))),
    },
  },
})
