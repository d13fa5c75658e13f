// Step "A shard dies: what really stops a cluster"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {holds} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'
import {shard, shardIsDown} from './shard.ts'

const others = sixNodes.filter(node => !shard.some(one => one === node))

export const bothLost = step({
  ready: healthy,
  goals: {gone: shardIsDown, fail: stateIs('fail')},
  highlight: ['role', 'connected_slaves'],
  view: 'slots',
  prediction: {
    answer: 'down',
    seen: holds(every(shardIsDown, stateIs('fail'))),
  },
  solutions: {
    'replica-first': ['/kill {6481}', '/kill {6381}'],
    'master-first': ['/kill {6381}', '/kill {6481}'],
  },
  mistakes: {
    another: {
      example: ['/kill {6480}'],
      when: evidence => others.some(node => holds(isDown(node))(evidence)),
    },
    'goes-on': {
      example: ['@all CONFIG SET cluster-require-full-coverage no', '/kill {6481}', '/kill {6381}'],
      when: holds(every(shardIsDown, failedFor('6381'), stateIs('ok'))),
    },
  },
})
