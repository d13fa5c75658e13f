// Step "Backlog: how much it holds"

import {type NodeName, sixNodes} from '../../src/model/cluster/node.ts'
import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {aboutNode, counterGrowth, growth, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {caughtUp, every, offsetGrew, syncedInFull} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastDoneOn,
  lastWroteOn,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {bothFollow, cameBackAsMaster, isReplicaof, shop, twoReplicas} from './shop.ts'

/** More bytes than the smallest backlog holds: Redis keeps whole blocks of at least 16 kB. */
const tooMuch = 50_000

/** Writes more than `tooMuch` in one command: replicas receive the write of a script, not the script. */
const bigWrite = `@{6379} EVAL "redis.call('SET','orders:old',string.rep('x',60000))" 0`

function partialSyncs(evidence: Evidence): number {
  const reading = answeredOf(evidence.now, '6379')
  return reading ? growth(evidence, reading, ({stats}) => stats['sync_partial_ok'] ?? 0) : 0
}

/** 6379 did more full resynchronizations than it had to do for nodes that came with a history of their own. */
export const fullForLack: Goal = evidence =>
  aboutNode(evidence, '6379', reading => {
    const actual = counterGrowth(evidence, reading, ({stats}) => stats['sync_full'] ?? 0)
    return actual > newcomers(evidence) ? met : notYet(message('goals.noFullForLack', nodeOf(reading)))
  })

/** How often the learner made a node follow after it was a master: it was one at the start, was promoted, or was restarted. */
function newcomers({start, outcomes}: Evidence): number {
  const known = answeredOf(start, '6379')?.replication['master_replid']
  const strangers = new Set<NodeName>(
    sixNodes.filter(node => answeredOf(start, node)?.replication['master_replid'] !== known),
  )
  return outcomes.filter(({action, is}) => {
    if (is === 'failed') return false
    const isPromotion = isReplicaof(action) && commandOf(action)[1] === 'NO'
    if (action.do === 'start' || isPromotion) strangers.add(action.node)
    return isReplicaof(action) && !isPromotion && strangers.delete(action.node)
  }).length
}

const paused: Sign = ({outcomes}) => outcomes.some(({action}) => action.do === 'pause')

const justResumed: Sign = ({outcomes}) => outcomes.at(-1)?.action.do === 'resume'

/**
 * The other replica lost its link only briefly and does one partial resynchronization; a second one means that the replica meant to fall behind did
 * not.
 */
const bothInPart: Sign = both(unmet(fullForLack), holds(bothFollow), evidence => partialSyncs(evidence) > 1)

const written = offsetGrew('6379', tooMuch)

const notTheMaster = ['6380', '6381', '6479', '6480', '6481'] as const

export const behind = step({
  setup: [...shop, ...twoReplicas],
  enter: ['@{6379} CONFIG SET repl-backlog-size 16kb repl-diskless-sync no'],
  ready: bothFollow,
  goals: {
    written,
    full: fullForLack,
    linked: every(fullForLack, bothFollow, caughtUp('6380', '6379'), caughtUp('6381', '6379')),
  },
  highlight: ['master_link_status', 'slave_repl_offset', 'repl_backlog', 'slave'],
  prediction: {answer: 'all', seen: holds(every(written, fullForLack))},
  solutions: {
    pause: ['/pause {6380}', '@{6379} CLIENT KILL TYPE replica', bigWrite, '/resume {6380}'],
    elsewhere: ['@{6380} REPLICAOF 127.0.0.1 1', bigWrite, '@{6380} REPLICAOF 127.0.0.1 {6379}'],
  },
  ways: {
    'the-other': ['/pause {6381}', '@{6379} CLIENT KILL TYPE replica', bigWrite, '/resume {6381}'],
    'history-first': [
      '@{6380} REPLICAOF NO ONE',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 8000',
      '/pause {6380}',
      '@{6379} CLIENT KILL TYPE replica',
      bigWrite,
      '/resume {6380}',
    ],
  },
  mistakes: {
    'link-kept': {
      example: ['/pause {6380}', bigWrite, '/resume {6380}'],
      when: both(unmet(syncedInFull('6379')), justResumed, evidence => partialSyncs(evidence) === 0),
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
      example: ['@{6379} CLIENT KILL TYPE replica', '@{6379} WAIT 2 8000', bigWrite],
      when: both(bothInPart, evidence => !paused(evidence)),
    },
    'wrong-node': {
      example: ['@{6380} CLIENT KILL TYPE replica'],
      when: either(
        lastDoneOn(notTheMaster, 'CLIENT KILL TYPE REPLICA', 'CLIENT KILL TYPE SLAVE'),
        lastWroteOn(...notTheMaster),
      ),
    },
    killed: {example: ['/kill {6380}', '/start {6380}'], when: cameBackAsMaster('6380')},
    // A full one, but not because the backlog was too small.
    'new-history': {
      example: [bigWrite, '@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      when: both(holds(syncedInFull('6379')), unmet(fullForLack)),
    },
  },
})
