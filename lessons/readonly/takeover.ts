// The steps on a master that is gone: who waits, who answers, who takes over, and what the old one finds when it comes back.

import {
  caughtUp,
  every,
  follows,
  isDown,
  isMaster,
  oneOf,
  wasReadFrom,
} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  followsNobody,
  holds,
  lastCommandBegins,
  replicates,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {hasMoreKeysThan, isAheadOf, isWithoutMaster, tookOver} from '../../src/model/lesson/goals/takeover.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {aReplicaIsDown, bothFollow, links, shop} from './shop.ts'

const readOnReplica = oneOf(wasReadFrom('6380'), wasReadFrom('6381'))

/** So long (s) the replicas stay without a master before it is believed that nobody takes over. */
const longEnough = 5
const nobodyTakesOver = every(isWithoutMaster('6380', longEnough), isWithoutMaster('6381', longEnough))
const promotedByHand = either(holds(isMaster('6380')), holds(isMaster('6381')))

export const headless = step({
  id: 'headless',
  setup: shop,
  ready: bothFollow,
  goals: [
    {id: 'down', goal: isDown('6379')},
    {id: 'read', goal: every(isDown('6379'), readOnReplica), once: true},
    {id: 'alone', goal: nobodyTakesOver},
  ],
  prediction: comesWith(nobodyTakesOver, 'nothing'),
  highlight: links,
  solutions: [
    {id: 'kill', lines: ['/kill {6379}', '@{6380} GET product:1', '@{6381} SET product:1 mug']},
    {id: 'shutdown', lines: ['@{6379} SHUTDOWN', '@{6381} GET product:2']},
  ],
  mistakes: [
    {id: 'frozen', lines: ['/pause {6379}'], when: isPaused('6379')},
    {id: 'by-hand', lines: ['/kill {6379}', '@{6380} REPLICAOF NO ONE'], when: promotedByHand},
    {
      id: 'wrong-node',
      lines: ['/kill {6380}'],
      when: aReplicaIsDown,
    },
  ],
})

const replicaIsSilent = oneOf(wasAnswered('6380', 'MASTERDOWN'), wasAnswered('6381', 'MASTERDOWN'))

export const masterdown = step({
  id: 'masterdown',
  setup: [...shop, '/kill {6379}'],
  ready: every(isDown('6379'), isWithoutMaster('6380'), isWithoutMaster('6381')),
  goals: [
    {id: 'refused', goal: replicaIsSilent},
    {id: 'back', goal: bothFollow},
  ],
  prediction: comesWith(bothFollow, 'themselves'),
  highlight: [...links, 'master_replid'],
  solutions: [
    {
      id: 'no',
      lines: [
        '@{6380} CONFIG SET replica-serve-stale-data no',
        '@{6380} GET product:1',
        '@{6381} GET product:1',
        '/start {6379}',
      ],
    },
    {
      id: 'old-name',
      lines: ['@{6381} CONFIG SET slave-serve-stale-data no', '@{6381} PING', '/start {6379}'],
    },
  ],
  mistakes: [
    {
      id: 'on-the-dead',
      lines: ['@{6379} CONFIG SET replica-serve-stale-data no'],
      when: both(lastCommandBegins('CONFIG SET', '6379'), holds(isDown('6379'))),
    },
    {id: 'by-hand', lines: ['@{6380} REPLICAOF NO ONE'], when: promotedByHand},
  ],
})

/**
 * 6380 really lags: frozen, it cannot come back after its link is cut, so it gets none of the two orders; 6381 has both (WAIT) before
 * the master dies. Freezing alone would not do: what a killed master has sent waits in the replica's socket.
 */
const twoOrdersLater = [
  '@{6380} CONFIG SET replica-serve-stale-data yes',
  '@{6381} CONFIG SET replica-serve-stale-data yes',
  '/pause {6380}',
  '@{6379} CLIENT KILL TYPE replica',
  '@{6379} RPUSH orders:today teapot',
  '@{6379} RPUSH orders:today cup',
  '@{6379} WAIT 1 5000',
  '/kill {6379}',
  '/resume {6380}',
]
const firstStays = isDown('6379')

export const promote = step({
  id: 'promote',
  setup: shop,
  enter: twoOrdersLater,
  ready: every(firstStays, isWithoutMaster('6380'), isWithoutMaster('6381'), isAheadOf('6381', '6380')),
  goals: [
    {id: 'master', goal: every(tookOver('6381'), firstStays)},
    {id: 'follows', goal: every(follows('6380', '6381'), caughtUp('6380', '6381'))},
  ],
  highlight: ['role', 'slave_repl_offset', 'master_replid', 'master_replid2', 'second_repl_offset'],
  solutions: [
    {id: 'replicaof', lines: ['@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}']},
    {
      id: 'follow-first',
      lines: [
        '@{6380} REPLICAOF 127.0.0.1 {6381}',
        '@{6381} REPLICAOF NO ONE',
        '@{6381} WAIT 1 5000',
        '@{6380} LRANGE orders:today 0 -1',
      ],
    },
  ],
  mistakes: [
    {
      id: 'overwritten',
      lines: ['@{6380} REPLICAOF NO ONE', '@{6381} REPLICAOF 127.0.0.1 {6380}'],
      when: both(holds(isMaster('6380')), holds(follows('6381', '6380'))),
    },
    {
      id: 'less',
      lines: ['@{6380} REPLICAOF NO ONE'],
      when: both(holds(isMaster('6380')), unmet(isMaster('6381'))),
    },
    {id: 'master-back', lines: ['/start {6379}'], when: unmet(firstStays)},
    {
      id: 'nobody-there',
      lines: ['@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 1'],
      when: followsNobody('6380'),
    },
  ],
})

/** The only command to 6379 since it started is the one that makes it a replica. */
const nothingElseSaid: Sign = ({outcomes: done}) =>
  done.filter(({action}) => action.do === 'command' && action.node === '6379').length <= 1

export const split = step({
  id: 'split',
  setup: [...shop, ...twoOrdersLater, '@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(firstStays, isMaster('6381'), follows('6380', '6381')),
  goals: [
    {
      id: 'two',
      goal: every(isMaster('6379'), isMaster('6381'), hasMoreKeysThan('6379', '6381')),
      once: true,
    },
    {id: 'follows', goal: follows('6379', '6381')},
    {id: 'gone', goal: caughtUp('6379', '6381')},
  ],
  prediction: comesWith(isMaster('6379'), 'master'),
  highlight: ['role', 'connected_slaves', 'master_port', 'master_replid', 'slave'],
  solutions: [
    {
      id: 'write',
      lines: [
        '/start {6379}',
        '@{6379} SET cart:ann lamp',
        '@{6379} WAIT 1 500',
        '@{6379} REPLICAOF 127.0.0.1 {6381}',
        '@{6381} WAIT 2 5000',
        '@{6379} GET cart:ann',
      ],
    },
    {
      id: 'list',
      lines: [
        '/start {6379}',
        '@{6379} RPUSH orders:late lamp kettle',
        '@{6379} WAIT 1 500',
        '@{6379} SLAVEOF 127.0.0.1 {6381}',
        '@{6381} WAIT 2 5000',
        '@{6379} LLEN orders:late',
      ],
    },
  ],
  mistakes: [
    {
      id: 'wrong-way',
      lines: ['/start {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}'],
      when: replicates('6381', '6379'),
    },
    {
      id: 'nobody-there',
      lines: ['/start {6379}', '@{6379} SET cart:ann lamp', '@{6379} REPLICAOF 127.0.0.1 1'],
      when: followsNobody('6379'),
    },
    {
      id: 'nothing-written',
      lines: ['/start {6379}', '@{6379} REPLICAOF 127.0.0.1 {6381}'],
      when: both(replicates('6379', '6381'), nothingElseSaid),
    },
  ],
})
