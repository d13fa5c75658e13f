// Step "A shard dies: what stops a cluster"

import {opinionOf} from '../../src/model/cluster/cluster-view.ts'
import {sixNodes} from '../../src/model/cluster/node.ts'
import {answering, portIn} from '../../src/model/lesson/goals/about-node.ts'
import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, holds, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'
import {shard, shardIsDown} from './shard.ts'
import {aMoment, coverageWasSet, oneIsDown, sentTo} from './signs.ts'

const others = sixNodes.filter(node => !shard.some(one => one === node))

const refused = wasAnswered('6380', 'CLUSTERDOWN')

export const bothLost = step({
  ready: healthy,
  goals: {gone: shardIsDown, fail: stateIs('fail'), refused},
  highlight: ['role', 'connected_slaves'],
  view: 'slots',
  prediction: {answer: 'down', seen: holds(every(shardIsDown, stateIs('fail'), refused))},
  // A client that waits for a list is thrown out as soon as the state changes, so these lines need no pause.
  solutions: {
    'replica-first': ['/kill {6481}', '/kill {6381}', '@{6380} BLPOP tasks 60'],
    'master-first': ['/kill {6381}', '/kill {6481}', '@{6380} BLPOP tasks 60'],
  },
  ways: {
    // A new replica may still write its first append-only file.
    shutdown: ['@{6481} SHUTDOWN NOSAVE FORCE', '@{6381} SHUTDOWN NOSAVE', '@{6380} BLPOP tasks 60'],
    crash: ['/stop {6481}', '@{6381} DEBUG SEGFAULT', '@{6380} BLPOP tasks 60'],
  },
  mistakes: {
    another: {example: ['/kill {6480}'], when: oneIsDown(...others)},
    'goes-on': {
      example: ['@all CONFIG SET cluster-require-full-coverage no', '/kill {6481}', '/kill {6381}'],
      when: both(coverageWasSet, holds(every(shardIsDown, failedFor('6381'), stateIs('ok')))),
    },
    'too-late': {
      example: ['/kill {6381}', '@{6481} CLUSTER FAILOVER TAKEOVER', aMoment, '/kill {6481}'],
      when: both(holds(shardIsDown), ({now}) =>
        answering(now).some(reading => (opinionOf(reading, portIn(now, '6481'))?.slots.length ?? 0) > 0),
      ),
    },
    early: {
      // The others must not notice it before the command has come.
      example: [
        '@all CONFIG SET cluster-node-timeout 15000',
        '/kill {6481}',
        '/kill {6381}',
        '@{6380} SET tasks 1',
      ],
      when: both(
        holds(shardIsDown),
        ({outcomes}) => outcomes.at(-1)?.is === 'replied',
        unmet(stateIs('fail')),
      ),
    },
    'dead-node': {
      example: ['/kill {6481}', '/kill {6381}', '@{6381} SET tasks 1'],
      when: both(holds(shardIsDown), sentTo('6381')),
    },
  },
})
