// The steps on synchronisation: everything for a newcomer, the rest after a short break, everything again for who is too far behind.

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {growth} from '../../src/model/lesson/goals/about-node.ts'
import {
  caughtUp,
  every,
  follows,
  isMaster,
  offsetGrew,
  syncedInFull,
  syncedInPart,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, replicates, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, twoReplicas} from './shop.ts'

/** So long the master waits before it makes an RDB, seconds: long enough to see `wait_bgsave`. */
const slowly = ['@{6379} CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 3']

export const full = step({
  id: 'full',
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: every(bothFollow, isMaster('6479')),
  goals: [
    {id: 'synced', goal: every(isMaster('6379'), syncedInFull('6379'))},
    {id: 'online', goal: follows('6479', '6379')},
  ],
  highlight: ['slave', 'master_link_status', 'master_sync_in_progress', 'master_replid'],
  solutions: [
    {id: 'replicaof', lines: ['@{6479} REPLICAOF 127.0.0.1 {6379}']},
    {id: 'slaveof', lines: ['/use {6479}', 'SLAVEOF 127.0.0.1 {6379}', 'ROLE']},
  ],
  mistakes: [
    {id: 'wrong-way', lines: ['@{6379} REPLICAOF 127.0.0.1 {6479}'], when: replicates('6379')},
    {id: 'other-master', lines: ['@{6479} REPLICAOF 127.0.0.1 {6380}'], when: replicates('6479', '6380')},
  ],
})

export const partial = step({
  id: 'partial',
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: bothFollow,
  goals: [
    {id: 'partial', goal: syncedInPart('6379')},
    {id: 'linked', goal: bothFollow},
  ],
  highlight: ['master_link_status', 'master_replid', 'repl_backlog', 'slave'],
  prediction: {
    outcome: evidence =>
      syncedInFull('6379')(evidence).is === 'met'
        ? 'all'
        : syncedInPart('6379')(evidence).is === 'met'
          ? 'rest'
          : undefined,
  },
  solutions: [
    {id: 'on-master', lines: ['@{6379} CLIENT KILL TYPE replica']},
    {id: 'on-replica', lines: ['@{6380} CLIENT KILL TYPE master']},
  ],
  mistakes: [
    {id: 'killed', lines: ['/kill {6380}', '/start {6380}'], when: holds(isMaster('6380'))},
    {
      id: 'new-history',
      lines: ['@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      when: holds(syncedInFull('6379')),
    },
  ],
})

/** Bytes that the smallest backlog does not hold, whatever its blocks: Redis keeps whole blocks of 16 kB and more. */
const tooMuch = 50_000
/** More than `tooMuch` in one command: what a script writes is sent to the replicas as that write. */
const bigWrite = `@{6379} EVAL "redis.call('SET','orders:old',string.rep('x',60000))" 0`

function partialSyncs(evidence: Evidence): number {
  const reading = answeredOf(evidence.now, '6379')
  return reading ? growth(evidence, reading, ({stats}) => stats['sync_partial_ok'] ?? 0) : 0
}

const paused: Sign = ({outcomes: done}) => done.some(({action}) => action.do === 'pause')
const justResumed: Sign = ({outcomes: done}) => done.at(-1)?.action.do === 'resume'
const nothingInFull: Sign = evidence => syncedInFull('6379')(evidence).is !== 'met'
/** The other replica, which only lost its link for a moment, counts one; a second one is that of who was to fall behind. */
const bothInPart: Sign = both(nothingInFull, holds(bothFollow), evidence => partialSyncs(evidence) > 1)

export const behind = step({
  id: 'behind',
  setup: [...shop, ...twoReplicas],
  enter: ['@{6379} CONFIG SET repl-backlog-size 16kb repl-diskless-sync no'],
  ready: bothFollow,
  goals: [
    {id: 'written', goal: offsetGrew('6379', tooMuch)},
    {id: 'full', goal: syncedInFull('6379')},
    {id: 'linked', goal: every(bothFollow, caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  ],
  highlight: ['master_link_status', 'slave_repl_offset', 'repl_backlog', 'slave'],
  prediction: {
    outcome: evidence =>
      nothingInFull(evidence) ? (paused(evidence) && bothInPart(evidence) ? 'rest' : undefined) : 'all',
  },
  solutions: [
    {
      id: 'pause',
      lines: ['/pause {6380}', '@{6379} CLIENT KILL TYPE replica', bigWrite, '/resume {6380}'],
    },
    {
      id: 'elsewhere',
      lines: ['@{6380} REPLICAOF 127.0.0.1 1', bigWrite, '@{6380} REPLICAOF 127.0.0.1 {6379}'],
    },
  ],
  mistakes: [
    {
      id: 'link-kept',
      lines: ['/pause {6380}', bigWrite, '/resume {6380}'],
      when: both(nothingInFull, justResumed, evidence => partialSyncs(evidence) === 0),
    },
    {
      id: 'too-little',
      lines: [
        '/pause {6380}',
        '@{6379} CLIENT KILL TYPE replica',
        '@{6379} 10 INCR visits',
        '/resume {6380}',
      ],
      when: both(paused, justResumed, bothInPart),
    },
    {
      id: 'not-paused',
      // A hand is slower than a link that comes back.
      lines: ['@{6379} CLIENT KILL TYPE replica', '@{6379} WAIT 2 1000', bigWrite],
      when: both(bothInPart, evidence => !paused(evidence)),
    },
    {id: 'killed', lines: ['/kill {6380}', '/start {6380}'], when: holds(isMaster('6380'))},
  ],
})
