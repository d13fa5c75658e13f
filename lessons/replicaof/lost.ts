// Step "REPLICAOF: a master follows another"

import {tellsHistoryOf} from '../../src/model/lesson/goals/history.ts'
import {caughtUp, every, follows, isMaster, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastDoneOn,
  replicates,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {keysOf, shop, someoneSyncedInFull, twoReplicas} from './shop.ts'

/** Writes to both masters after the split: the lab plays two clients, one of which does not know the new master. */
const apart = ['@{6379} SET cart:bob kettle', '@{6381} SET cart:eve cup']

export const lost = step({
  setup: [
    ...shop,
    ...twoReplicas,
    // A replica promoted before it has its copy becomes an empty master.
    '@{6379} WAIT 2 10000',
    '@{6381} REPLICAOF NO ONE',
    '@{6481} REPLICAOF 127.0.0.1 {6381}',
  ],
  enter: apart,
  ready: every(isMaster('6379'), isMaster('6381')),
  goals: {
    follows: follows('6379', '6381'),
    same: every(tellsHistoryOf('6379', '6381'), caughtUp('6379', '6381')),
  },
  highlight: ['role', 'master_replid', 'master_replid2', 'second_repl_offset', 'master_link_status'],
  prediction: {
    answer: 'gone',
    seen: both(
      holds(every(follows('6379', '6381'), caughtUp('6379', '6381'))),
      evidence => keysOf(evidence, '6379') === keysOf(evidence, '6381'),
      unmet(keysGrew('6381')),
    ),
    unseen: ['rescued'],
  },
  facts: {loaded: someoneSyncedInFull},
  solutions: {
    replicaof: ['@{6379} REPLICAOF 127.0.0.1 {6381}'],
    slaveof: ['/use {6379}', 'GET cart:bob', 'SLAVEOF 127.0.0.1 {6381}'],
  },
  ways: {
    'through-a-replica': ['@{6379} REPLICAOF 127.0.0.1 {6481}', '@{6379} REPLICAOF 127.0.0.1 {6381}'],
    rescued: ['@{6381} SET cart:bob kettle', '@{6379} REPLICAOF 127.0.0.1 {6381}'],
  },
  mistakes: {
    'wrong-way': {example: ['@{6381} REPLICAOF 127.0.0.1 {6379}'], when: replicates('6381', '6379')},
    'other-node': {
      example: ['@{6380} REPLICAOF 127.0.0.1 {6381}'],
      when: lastDoneOn(['6380', '6479', '6480', '6481'], 'REPLICAOF', 'SLAVEOF'),
    },
    'no-one': {
      example: ['@{6379} REPLICAOF NO ONE'],
      when: either(
        lastCommandBegins('REPLICAOF NO ONE', '6379'),
        lastCommandBegins('SLAVEOF NO ONE', '6379'),
      ),
    },
  },
})
