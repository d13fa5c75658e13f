// Step "How old may a replica be?"

import {aboutNode} from '../../src/model/lesson/goals/about-node.ts'
import {everyoneSaysOk, everyoneSeesOwner, failedFor} from '../../src/model/lesson/goals/cluster.ts'
import {isElected} from '../../src/model/lesson/goals/failover.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {holds, lastDoneOn, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown} from '../failover/signs.ts'
import {isPair} from '../lost-writes/pair.ts'

const setting = 'CONFIG SET CLUSTER-REPLICA-VALIDITY-FACTOR'

/** s. With a node timeout of a second, the factor 1 and a ping a second, data that is older than three seconds is too old. */
const tooOld = 4

/** Heard nothing from its master for so long that it may not ask for votes. Its link may still look up: then it counts the seconds since the last byte. */
const isTooOld: Goal = evidence =>
  aboutNode(evidence, '6481', ({replication, port}) => {
    const seconds = Number(
      replication['master_link_down_since_seconds'] ?? replication['master_last_io_seconds_ago'] ?? 0,
    )
    return seconds >= tooOld ? met : notYet(message('goals.heardOf', {node: port, seconds}))
  })

const refused = every(failedFor('6381'), isTooOld)

export const old = step({
  enter: [
    '@all CONFIG SET cluster-node-timeout 1000',
    '@{6481} CONFIG SET cluster-replica-validity-factor 1',
    '@{6481} CONFIG SET repl-ping-replica-period 1',
    '@{6381} CONFIG SET repl-ping-replica-period 1',
  ],
  ready: isPair('6381', '6481'),
  highlight: ['role', 'master_link_status', 'master_last_io_seconds_ago', 'master_link_down_since_seconds'],
  goals: {
    gone: isDown('6381'),
    refused: once(lostWhen(refused, holds(isMaster('6481')), message('goals.electedInTime'))),
    promoted: every(isElected('6481', '6381'), everyoneSeesOwner('6481', '6381'), everyoneSaysOk),
  },
  stableFor: 500,
  prediction: {answer: 'waits', seen: holds(refused)},
  // Nobody pushes to these lists: the first line waits for four seconds, the other until its client is thrown out because 6381 is marked as failed.
  solutions: {
    factor: [
      '/cut {6381} {6481}',
      '@{6381} BLPOP visits 4',
      '/kill {6381}',
      '@{owner door} BLPOP door 60',
      '@{6481} CONFIG SET cluster-replica-validity-factor 0',
    ],
  },
  ways: {
    force: [
      '/cut {6381} {6481} --close',
      '@{6381} BLPOP visits 4',
      '/kill {6381}',
      '@{owner door} BLPOP door 60',
      '@{6481} CLUSTER FAILOVER FORCE',
    ],
  },
  mistakes: {
    'too-early': {
      // FORCE: by itself it is elected only if all that takes no longer than its data may be old.
      example: ['/cut {6381} {6481}', '/kill {6381}', '@{6481} CLUSTER FAILOVER FORCE'],
      when: holds(isMaster('6481')),
    },
    'on-another': {
      example: ['@{6480} CONFIG SET cluster-replica-validity-factor 0'],
      when: lastDoneOn(['6379', '6380', '6381', '6479', '6480'], setting),
    },
    another: {example: ['/kill {6379}'], when: oneIsDown('6379', '6380', '6479', '6480', '6481')},
  },
})
