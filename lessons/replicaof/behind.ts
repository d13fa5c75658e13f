// Step "Backlog: too far behind"

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {growth} from '../../src/model/lesson/goals/about-node.ts'
import {
  caughtUp,
  every,
  isMaster,
  offsetGrew,
  syncedInFull,
} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, shop, twoReplicas} from './shop.ts'

/** More bytes than the smallest backlog holds: Redis keeps whole blocks of at least 16 kB. */
const tooMuch = 50_000

/** Writes more than `tooMuch` in one command: replicas receive the write of a script, not the script. */
const bigWrite = `@{6379} EVAL "redis.call('SET','orders:old',string.rep('x',60000))" 0`

function partialSyncs(evidence: Evidence): number {
  const reading = answeredOf(evidence.now, '6379')
  return reading ? growth(evidence, reading, ({stats}) => stats['sync_partial_ok'] ?? 0) : 0
}

const paused: Sign = ({outcomes}) => outcomes.some(({action}) => action.do === 'pause')

const justResumed: Sign = ({outcomes}) => outcomes.at(-1)?.action.do === 'resume'

const nothingInFull: Sign = evidence => syncedInFull('6379')(evidence).is !== 'met'

/**
 * The other replica lost its link only briefly and does one partial resynchronization; a second one means that the replica meant to fall behind did
 * not.
 */
const bothInPart: Sign = both(nothingInFull, holds(bothFollow), evidence => partialSyncs(evidence) > 1)

export const behind = step({
  setup: [...shop, ...twoReplicas],
  enter: ['@{6379} CONFIG SET repl-backlog-size 16kb repl-diskless-sync no'],
  ready: bothFollow,
  goals: {
    written: offsetGrew('6379', tooMuch),
    full: syncedInFull('6379'),
    linked: every(bothFollow, caughtUp('6380', '6379'), caughtUp('6381', '6379')),
  },
  highlight: ['master_link_status', 'slave_repl_offset', 'repl_backlog', 'slave'],
  prediction: {
    answer: 'all',
    seen: holds(syncedInFull('6379')),
  },
  solutions: {
    pause: ['/pause {6380}', '@{6379} CLIENT KILL TYPE replica', bigWrite, '/resume {6380}'],
    elsewhere: ['@{6380} REPLICAOF 127.0.0.1 1', bigWrite, '@{6380} REPLICAOF 127.0.0.1 {6379}'],
  },
  mistakes: {
    'link-kept': {
      example: ['/pause {6380}', bigWrite, '/resume {6380}'],
      when: both(nothingInFull, justResumed, evidence => partialSyncs(evidence) === 0),
    },
    'too-little': {
      example: [
        '/pause {6380}',
        '@{6379} CLIENT KILL TYPE replica',
        '@{6379} 10 INCR visits',
        '/resume {6380}',
      ],
      when: both(paused, justResumed, bothInPart),
    },
    'not-paused': {
      example: ['@{6379} CLIENT KILL TYPE replica', '@{6379} WAIT 2 1000', bigWrite],
      when: both(bothInPart, evidence => !paused(evidence)),
    },
    killed: {example: ['/kill {6380}', '/start {6380}'], when: holds(isMaster('6380'))},
  },
})
