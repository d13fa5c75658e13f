// The steps around an election: a master is killed, its replica takes over, the old one comes back as a replica and is called home.

import {firstMasters, type NodeName} from '../../src/model/cluster/node.ts'
import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {
  everyoneSaysOk,
  everyoneSeesOwner,
  failedFor,
  nobodySuspects,
  suspectedBy,
} from '../../src/model/lesson/goals/cluster.ts'
import {
  everyoneSeesReplica,
  holdsKeysOf,
  isElected,
  neverLinked,
} from '../../src/model/lesson/goals/failover.ts'
import {
  caughtUp,
  every,
  follows,
  isDown,
  isMaster,
  keysGrew,
} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastErrorBegins, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {calm} from './calm.ts'

const lastStarted: Sign = ({outcomes: done}) => done.at(-1)?.action.do === 'start'
/** An order that was refused does not count: a plain one is, once the master is dead, and then the election comes anyhow. */
const ordered: Sign = ({outcomes: done}) =>
  done.some(
    outcome =>
      outcome.action.node === '6481' &&
      commandOf(outcome.action).join(' ').startsWith('CLUSTER FAILOVER') &&
      errorOf(outcome) === undefined,
  )

/** The last command went to `node`. */
function sentTo(node: NodeName): Sign {
  return ({outcomes: done}) => done.at(-1)?.action.do === 'command' && done.at(-1)?.action.node === node
}

export const kill = step({
  id: 'kill',
  ready: calm,
  goals: [
    {id: 'down', goal: isDown('6381')},
    {id: 'suspected', goal: suspectedBy('6381', 'one'), once: true},
    {id: 'failed', goal: failedFor('6381'), once: true},
    {
      id: 'promoted',
      goal: every(isElected('6481', '6381'), everyoneSeesOwner('6481', '6381'), everyoneSaysOk),
    },
  ],
  stableFor: 500,
  highlight: ['role', 'master_link_status', 'master_link_down_since_seconds', 'slave_repl_offset'],
  prediction: {
    outcome: evidence =>
      holds(isMaster('6481'))(evidence) ? (ordered(evidence) ? 'order' : 'seconds') : undefined,
  },
  solutions: [
    {id: 'kill', lines: ['/kill {6381}']},
    {id: 'shutdown', lines: ['@{6381} SHUTDOWN NOSAVE']},
  ],
  mistakes: [
    {
      id: 'replica-restarted',
      lines: ['/kill {6481}', '/kill {6381}', '/start {6481}'],
      when: both(holds(isDown('6381')), evidence => neverLinked(evidence, '6481')),
    },
    {
      id: 'majority-lost',
      lines: ['/kill {6381}', '/kill {6380}'],
      when: evidence =>
        !holds(isMaster('6481'))(evidence) &&
        firstMasters.filter(node => holds(isDown(node))(evidence)).length > 1,
    },
    {id: 'replica-killed', lines: ['/kill {6481}'], when: holds(isDown('6481'))},
    {
      id: 'too-early',
      lines: ['/kill {6381}', '/start {6381}'],
      when: both(lastStarted, holds(isMaster('6381'))),
    },
    {
      id: 'no-one',
      lines: ['@{6481} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  ],
})

const promoted = every(isDown('6381'), isMaster('6481'), everyoneSaysOk)

export const election = step({
  id: 'election',
  setup: ['/kill {6381}'],
  ready: promoted,
  goals: [{id: 'written', goal: keysGrew('6481')}],
  highlight: ['role', 'master_replid', 'master_replid2'],
  solutions: [
    {id: 'log', lines: ['/log {6481}', '/log {6379}', '@{6481} SET cart:eve cup']},
    {
      id: 'owner',
      lines: ['@{6380} CLUSTER KEYSLOT cart:bob', '@{owner cart:bob} RPUSH cart:bob teapot'],
    },
  ],
  mistakes: [
    {id: 'dead-node', lines: ['@{6381} SET cart:eve cup'], when: sentTo('6381')},
    {id: 'moved', lines: ['@{6380} SET cart:eve cup'], when: lastErrorBegins('MOVED')},
  ],
})

export const comeBack = step({
  id: 'return',
  setup: ['/kill {6381}'],
  ready: promoted,
  goals: [
    {id: 'follows', goal: follows('6381', '6481')},
    {id: 'newest', goal: caughtUp('6381', '6481')},
    {id: 'trusted', goal: every(nobodySuspects('6381'), everyoneSaysOk)},
  ],
  stableFor: 500,
  highlight: ['role', 'master_port', 'master_link_status', 'slave'],
  prediction: {
    outcome: evidence =>
      holds(every(follows('6381', '6481'), caughtUp('6381', '6481')))(evidence) ? 'replica' : undefined,
  },
  solutions: [{id: 'start', lines: ['/start {6381}']}],
  mistakes: [
    {id: 'new-master', lines: ['/kill {6481}'], when: holds(isDown('6481'))},
    {
      id: 'wrong-node',
      lines: ['/start {6481}'],
      when: both(lastStarted, ({outcomes: done}) => done.at(-1)?.is === 'failed'),
    },
    {id: 'not-there', lines: ['@{6381} CLUSTER NODES'], when: sentTo('6381')},
  ],
})

export const home = step({
  id: 'home',
  // A failover that is ordered leaves what the kill and the start would, at once.
  setup: ['@{6481} CLUSTER FAILOVER'],
  ready: every(
    follows('6381', '6481'),
    everyoneSeesOwner('6481', '6481'),
    everyoneSeesReplica('6381', '6481'),
    everyoneSaysOk,
  ),
  goals: [
    {id: 'master', goal: every(isMaster('6381'), everyoneSeesOwner('6381', '6481'), everyoneSaysOk)},
    {id: 'follows', goal: follows('6481', '6381')},
    {id: 'kept', goal: holdsKeysOf('6381', '6481')},
  ],
  // The node that is promoted a second time too soon bounces back within some 60 ms.
  stableFor: 1000,
  highlight: ['role', 'master_port', 'slave', 'master_repl_offset'],
  prediction: {
    outcome: evidence =>
      holds(isMaster('6381'))(evidence)
        ? holds(isDown('6481'))(evidence)
          ? 'seconds'
          : 'moment'
        : undefined,
  },
  solutions: [
    {id: 'failover', lines: ['@{6381} CLUSTER FAILOVER']},
    {id: 'force', lines: ['/use {6381}', 'CLUSTER FAILOVER FORCE']},
  ],
  mistakes: [
    {
      id: 'on-master',
      lines: ['@{6481} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR You should send CLUSTER FAILOVER to a replica'),
    },
    {
      id: 'plain-failover',
      lines: ['@{6381} FAILOVER'],
      when: lastErrorBegins('ERR FAILOVER not allowed in cluster mode'),
    },
    {
      id: 'no-one',
      lines: ['@{6381} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    {
      id: 'other-shard',
      lines: ['@{6479} CLUSTER FAILOVER'],
      when: either(holds(isMaster('6479')), holds(isMaster('6480'))),
    },
  ],
})
