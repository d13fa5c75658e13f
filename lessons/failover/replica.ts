// The first steps: how the nodes know of each other, and what happens when a replica dies and comes back.

import {everyoneSaysOk, failedFor, nobodySuspects, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {viewAsked} from '../../src/model/lesson/goals/failover.ts'
import {caughtUp, every, follows, isDown, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {both, holds, lastErrorBegins, replicates} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {calm} from './calm.ts'

export const gossip = step({
  id: 'gossip',
  ready: calm,
  goals: [
    {id: 'view', goal: viewAsked},
    {id: 'links', goal: wasCalled('any', 'cluster|links')},
  ],
  solutions: [
    {id: 'nodes', lines: ['@{6379} CLUSTER NODES', '@{6379} CLUSTER LINKS']},
    {id: 'shards', lines: ['@{6481} CLUSTER SHARDS', '@{6481} CLUSTER LINKS']},
  ],
  mistakes: [
    {id: 'no-cluster', lines: ['@{6379} NODES'], when: lastErrorBegins("ERR unknown command 'NODES'")},
    {id: 'unknown', lines: ['@{6379} CLUSTER NODE'], when: lastErrorBegins('ERR unknown subcommand')},
  ],
})

export const replica = step({
  id: 'replica',
  ready: calm,
  goals: [
    {id: 'down', goal: isDown('6481')},
    {id: 'failed', goal: every(failedFor('6481'), everyoneSaysOk), once: true},
    {id: 'written', goal: keysGrew('6381')},
  ],
  highlight: ['connected_slaves', 'slave'],
  prediction: {
    outcome(evidence) {
      if (!holds(every(isDown('6481'), failedFor('6481')))(evidence)) return undefined
      return holds(stateIs('ok'))(evidence) ? 'on' : 'stops'
    },
  },
  solutions: [
    {id: 'kill', lines: ['/kill {6481}', '@{6381} SET product:2 cup']},
    {id: 'shutdown', lines: ['@{6481} SHUTDOWN NOSAVE', '@{owner product:2} SET product:2 cup']},
  ],
  mistakes: [
    {id: 'master-killed', lines: ['/kill {6381}'], when: holds(isDown('6381'))},
    {
      id: 'paused',
      lines: ['/pause {6481}'],
      when: ({now}) => now.nodes.some(({name, process}) => name === '6481' && process.is === 'paused'),
    },
    {id: 'not-its-slot', lines: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
  ],
})

export const newest = step({
  id: 'newest',
  setup: ['/kill {6481}'],
  ready: every(isDown('6481'), failedFor('6481'), everyoneSaysOk),
  goals: [
    {id: 'written', goal: keysGrew('6381')},
    {
      id: 'back',
      goal: every(follows('6481', '6381'), caughtUp('6481', '6381'), nobodySuspects('6481'), everyoneSaysOk),
    },
  ],
  stableFor: 500,
  highlight: ['master_link_status', 'slave_repl_offset', 'slave', 'connected_slaves'],
  prediction: {
    outcome: evidence =>
      holds(every(keysGrew('6381'), follows('6481', '6381'), caughtUp('6481', '6381')))(evidence)
        ? 'newest'
        : undefined,
  },
  solutions: [
    {id: 'set', lines: ['@{6381} SET stock:2 12', '/start {6481}']},
    {id: 'owner', lines: ['@{owner visits} 10 INCR visits', '/start {6481}']},
  ],
  mistakes: [
    {
      id: 'nothing-missed',
      lines: ['/start {6481}'],
      when: both(replicates('6481'), evidence => !holds(keysGrew('6381'))(evidence)),
    },
    {id: 'not-its-slot', lines: ['@{6381} SET product:1 cup'], when: lastErrorBegins('MOVED')},
    {id: 'master-killed', lines: ['/kill {6381}'], when: holds(isDown('6381'))},
  ],
})
