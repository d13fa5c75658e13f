// The steps on synchronisation: everything for a newcomer, the rest after a short break, everything again for who is too far behind.

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import type {Sight} from '../../src/model/lesson/evidence.ts'
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
  given: [...shop, ...twoReplicas],
  enter: slowly,
  ready: every(bothFollow, isMaster('6479')),
  goal: [
    {id: 'synced', ask: every(isMaster('6379'), syncedInFull('6379'))},
    {id: 'online', ask: follows('6479', '6379')},
  ],
  focus: ['slave', 'master_link_status', 'master_sync_in_progress', 'master_replid'],
  solutions: [
    {id: 'replicaof', lines: ['@{6479} REPLICAOF 127.0.0.1 {6379}']},
    {id: 'slaveof', lines: ['/use {6479}', 'SLAVEOF 127.0.0.1 {6379}', 'ROLE']},
  ],
  slips: [
    {id: 'wrong-way', lines: ['@{6379} REPLICAOF 127.0.0.1 {6479}'], seen: replicates('6379')},
    {id: 'other-master', lines: ['@{6479} REPLICAOF 127.0.0.1 {6380}'], seen: replicates('6479', '6380')},
  ],
})

export const partial = step({
  id: 'partial',
  given: [...shop, ...twoReplicas],
  enter: slowly,
  ready: bothFollow,
  goal: [
    {id: 'partial', ask: syncedInPart('6379')},
    {id: 'linked', ask: bothFollow},
  ],
  focus: ['master_link_status', 'master_replid', 'repl_backlog', 'slave'],
  prediction: {
    came: sight =>
      syncedInFull('6379')(sight).is === 'met'
        ? 'all'
        : syncedInPart('6379')(sight).is === 'met'
          ? 'rest'
          : undefined,
  },
  solutions: [
    {id: 'on-master', lines: ['@{6379} CLIENT KILL TYPE replica']},
    {id: 'on-replica', lines: ['@{6380} CLIENT KILL TYPE master']},
  ],
  slips: [
    {id: 'killed', lines: ['/kill {6380}', '/start {6380}'], seen: holds(isMaster('6380'))},
    {
      id: 'new-history',
      lines: ['@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      seen: holds(syncedInFull('6379')),
    },
  ],
})

/** Bytes that the smallest backlog does not hold, whatever its blocks: Redis keeps whole blocks of 16 kB and more. */
const tooMuch = 50_000
/** More than `tooMuch` in one command: what a script writes is sent to the replicas as that write. */
const bigWrite = `@{6379} EVAL "redis.call('SET','orders:old',string.rep('x',60000))" 0`

function partialSyncs(sight: Sight): number {
  const reading = answeredOf(sight.now, '6379')
  return reading ? growth(sight, reading, ({stats}) => stats['sync_partial_ok'] ?? 0) : 0
}

const paused: Sign = ({done}) => done.some(({action}) => action.do === 'pause')
const justResumed: Sign = ({done}) => done.at(-1)?.action.do === 'resume'
const nothingInFull: Sign = sight => syncedInFull('6379')(sight).is !== 'met'
/** The other replica, which only lost its link for a moment, counts one; a second one is that of who was to fall behind. */
const bothInPart: Sign = both(nothingInFull, holds(bothFollow), sight => partialSyncs(sight) > 1)

export const behind = step({
  id: 'behind',
  given: [...shop, ...twoReplicas],
  enter: ['@{6379} CONFIG SET repl-backlog-size 16kb repl-diskless-sync no'],
  ready: bothFollow,
  goal: [
    {id: 'written', ask: offsetGrew('6379', tooMuch)},
    {id: 'full', ask: syncedInFull('6379')},
    {id: 'linked', ask: every(bothFollow, caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  ],
  focus: ['master_link_status', 'slave_repl_offset', 'repl_backlog', 'slave'],
  prediction: {
    came: sight => (nothingInFull(sight) ? (paused(sight) && bothInPart(sight) ? 'rest' : undefined) : 'all'),
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
  slips: [
    {
      id: 'link-kept',
      lines: ['/pause {6380}', bigWrite, '/resume {6380}'],
      seen: both(nothingInFull, justResumed, sight => partialSyncs(sight) === 0),
    },
    {
      id: 'too-little',
      lines: [
        '/pause {6380}',
        '@{6379} CLIENT KILL TYPE replica',
        '@{6379} 10 INCR visits',
        '/resume {6380}',
      ],
      seen: both(paused, justResumed, bothInPart),
    },
    {
      id: 'not-paused',
      // A hand is slower than a link that comes back.
      lines: ['@{6379} CLIENT KILL TYPE replica', '@{6379} WAIT 2 1000', bigWrite],
      seen: both(bothInPart, sight => !paused(sight)),
    },
    {id: 'killed', lines: ['/kill {6380}', '/start {6380}'], seen: holds(isMaster('6380'))},
  ],
})
