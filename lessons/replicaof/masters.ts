// The steps on who is master: a replica with a replica, a replica that becomes a master, and two masters of which one must follow.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {answeredOf, attachedReplicas} from '../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {tellsHistoryOf} from '../../src/model/lesson/goals/history.ts'
import {
  caughtUp,
  every,
  follows,
  isMaster,
  keptHistoryOf,
  keysGrew,
  syncedInFull,
} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  replicates,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, twoReplicas} from './shop.ts'

/** How many replicas `node` counts. */
function countOf(snapshot: Evidence['now'], node: NodeName): number {
  const reading = answeredOf(snapshot, node)
  return reading ? attachedReplicas(reading).length : 0
}

export const chain = step({
  id: 'chain',
  setup: [...shop, ...twoReplicas],
  ready: every(bothFollow, isMaster('6481')),
  goals: [
    {id: 'second-link', goal: follows('6481', '6381')},
    {id: 'first-link', goal: follows('6381', '6379')},
  ],
  highlight: ['role', 'master_port', 'connected_slaves', 'slave', 'master_replid'],
  prediction: {
    outcome: evidence =>
      follows('6481', '6381')(evidence).is !== 'met'
        ? undefined
        : countOf(evidence.now, '6379') > countOf(evidence.start, '6379')
          ? 'more'
          : 'same',
  },
  solutions: [
    {id: 'replicaof', lines: ['@{6481} REPLICAOF 127.0.0.1 {6381}']},
    {id: 'by-way', lines: ['@{6481} REPLICAOF 127.0.0.1 {6379}', '@{6481} REPLICAOF 127.0.0.1 {6381}']},
  ],
  mistakes: [
    {id: 'no-chain', lines: ['@{6481} REPLICAOF 127.0.0.1 {6379}'], when: replicates('6481', '6379')},
    {id: 'wrong-way', lines: ['@{6381} REPLICAOF 127.0.0.1 {6481}'], when: replicates('6381', '6481')},
  ],
})

function keysOf({now}: Evidence, node: NodeName): number {
  return answeredOf(now, node)?.keys ?? 0
}

export const alone = step({
  id: 'alone',
  setup: [...shop, ...twoReplicas, '@{6481} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(bothFollow, follows('6481', '6381')),
  goals: [
    {id: 'master', goal: isMaster('6381')},
    {id: 'history', goal: keptHistoryOf('6381', '6379')},
    {id: 'below', goal: follows('6481', '6381')},
  ],
  highlight: ['role', 'master_replid', 'master_replid2', 'second_repl_offset'],
  prediction: {
    outcome: evidence =>
      isMaster('6381')(evidence).is !== 'met' ? undefined : keysOf(evidence, '6381') > 0 ? 'kept' : 'empty',
  },
  solutions: [
    {id: 'replicaof', lines: ['@{6381} REPLICAOF NO ONE']},
    {id: 'slaveof', lines: ['/use {6381}', 'SLAVEOF NO ONE']},
  ],
  mistakes: [
    {
      id: 'is-master',
      lines: ['@{6379} REPLICAOF NO ONE'],
      when: both(
        holds(isMaster('6379')),
        either(lastCommandBegins('REPLICAOF NO ONE', '6379'), lastCommandBegins('SLAVEOF NO ONE', '6379')),
      ),
    },
    {
      id: 'one-word',
      lines: ['@{6381} REPLICAOF NOONE'],
      when: lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
    },
    {id: 'wrong-replica', lines: ['@{6380} REPLICAOF NO ONE'], when: holds(isMaster('6380'))},
    {id: 'end-of-chain', lines: ['@{6481} REPLICAOF NO ONE'], when: holds(isMaster('6481'))},
  ],
})

/** What the two masters took since they parted: the lab plays two clients, one of which has not heard of the new master. */
const apart = ['@{6379} SET cart:bob kettle', '@{6381} SET cart:eve cup']

export const lost = step({
  id: 'lost',
  setup: [
    ...shop,
    ...twoReplicas,
    // Who is made a master before it has its copy is an empty one.
    '@{6379} WAIT 2 10000',
    '@{6381} REPLICAOF NO ONE',
    '@{6481} REPLICAOF 127.0.0.1 {6381}',
  ],
  enter: apart,
  ready: every(isMaster('6379'), isMaster('6381')),
  goals: [
    {id: 'follows', goal: follows('6379', '6381')},
    {id: 'full', goal: syncedInFull('6381')},
    {id: 'same', goal: every(tellsHistoryOf('6379', '6381'), caughtUp('6379', '6381'))},
  ],
  highlight: ['role', 'master_replid', 'master_replid2', 'second_repl_offset', 'master_link_status'],
  prediction: {
    outcome(evidence) {
      if (every(follows('6379', '6381'), caughtUp('6379', '6381'))(evidence).is !== 'met') return undefined
      if (keysGrew('6381')(evidence).is === 'met') return 'both'
      return keysOf(evidence, '6379') > keysOf(evidence, '6381') ? 'kept' : 'gone'
    },
  },
  solutions: [
    {id: 'replicaof', lines: ['@{6379} REPLICAOF 127.0.0.1 {6381}']},
    {id: 'slaveof', lines: ['/use {6379}', 'GET cart:bob', 'SLAVEOF 127.0.0.1 {6381}']},
  ],
  mistakes: [
    {id: 'wrong-way', lines: ['@{6381} REPLICAOF 127.0.0.1 {6379}'], when: replicates('6381', '6379')},
    {id: 'other-node', lines: ['@{6380} REPLICAOF 127.0.0.1 {6381}'], when: replicates('6380', '6381')},
    {
      id: 'no-one',
      lines: ['@{6379} REPLICAOF NO ONE'],
      when: either(
        lastCommandBegins('REPLICAOF NO ONE', '6379'),
        lastCommandBegins('SLAVEOF NO ONE', '6379'),
      ),
    },
  ],
})
