// The last steps: a master and its replica are both lost, which is what stops a cluster, and how it is repaired.

import {sixNodes} from '../../src/model/cluster/node.ts'
import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {neverLinked} from '../../src/model/lesson/goals/failover.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {calm} from './calm.ts'

const shard = ['6381', '6481'] as const
const others = sixNodes.filter(node => !shard.some(one => one === node))
const shardIsDown = every(...shard.map(isDown))

export const bothLost = step({
  id: 'both',
  ready: calm,
  goals: [
    {id: 'gone', goal: shardIsDown},
    {id: 'fail', goal: stateIs('fail')},
  ],
  highlight: ['role', 'connected_slaves'],
  prediction: {
    outcome(evidence) {
      if (!holds(shardIsDown)(evidence)) return undefined
      if (holds(stateIs('fail'))(evidence)) return 'down'
      return holds(every(failedFor('6381'), stateIs('ok')))(evidence) ? 'ok' : undefined
    },
  },
  solutions: [
    {id: 'replica-first', lines: ['/kill {6481}', '/kill {6381}']},
    {id: 'master-first', lines: ['/kill {6381}', '/kill {6481}']},
  ],
  mistakes: [
    {
      id: 'another',
      lines: ['/kill {6480}'],
      when: evidence => others.some(node => holds(isDown(node))(evidence)),
    },
    {
      id: 'goes-on',
      lines: ['@all CONFIG SET cluster-require-full-coverage no', '/kill {6481}', '/kill {6381}'],
      when: holds(every(shardIsDown, failedFor('6381'), stateIs('ok'))),
    },
  ],
})

export const repair = step({
  id: 'repair',
  setup: ['/kill {6481}', '/kill {6381}'],
  ready: every(shardIsDown, stateIs('fail')),
  goals: [
    {id: 'ok', goal: stateIs('ok')},
    {id: 'whole', goal: every(everyNodeAnswers, everyReplicaLinked)},
  ],
  stableFor: 500,
  highlight: ['role', 'master_link_status', 'master_link_down_since_seconds'],
  solutions: [
    {id: 'master-first', lines: ['/start {6381}', '/start {6481}']},
    {id: 'force', lines: ['/start {6481}', '@{6481} CLUSTER FAILOVER FORCE', '/start {6381}']},
  ],
  mistakes: [
    {
      id: 'plain-failover',
      lines: ['/start {6481}', '@{6481} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR Master is down or failed, please use CLUSTER FAILOVER FORCE'),
    },
    {
      id: 'replica-alone',
      lines: ['/start {6481}'],
      when: both(holds(isDown('6381')), evidence => neverLinked(evidence, '6481')),
    },
    {id: 'write', lines: ['@{6379} SET product:1 teapot'], when: lastErrorBegins('CLUSTERDOWN')},
  ],
})
