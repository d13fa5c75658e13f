// Step "REPLICAOF: two replicas"

import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {
  caughtUp,
  every,
  everyNodeAnswers,
  follows,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  followsNobody,
  holds,
  lastDoneOn,
  lastErrorBegins,
  not,
  replicates,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {lost, met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {keysOf, newHistoryOf, shop, twoReplicas} from './shop.ts'

const links = [
  'role',
  'connected_slaves',
  'slave',
  'master_host',
  'master_port',
  'master_link_status',
] as const

/** The shop has fewer products than when the step began: a new master's data, or none, has replaced them. */
const lostItsKeys: Sign = evidence =>
  keysOf(evidence, '6379') < (answeredOf(evidence.start, '6379')?.keys ?? 0)

/** Without the shop's products the step asks for nothing that could still be shown. */
const shopIsThere: Goal = evidence =>
  aboutNode(evidence, '6379', reading => {
    const least = answeredOf(evidence.start, '6379')?.keys ?? 0
    return lostItsKeys(evidence)
      ? lost(message('goals.fewerKeys', {...nodeOf(reading), actual: reading.keys, least}))
      : met
  })

/** The first replica of 6379 begins the history. A node that was a replica goes on from another one, which it still names. */
const beganHistory = every(newHistoryOf('6379'), evidence =>
  aboutNode(evidence, '6379', ({replication}) =>
    /^0*$/.test(replication['master_replid2'] ?? '') ? met : notYet(message('goals.notYetAsked')),
  ),
)

const oneArgument = either(
  lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
  lastErrorBegins("ERR wrong number of arguments for 'slaveof'"),
)

const lastHasColon: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  return last !== undefined && commandOf(last.action).some(word => word.includes(':'))
}

export const follow = step({
  enter: shop,
  ready: every(everyNodeAnswers, isMaster('6379')),
  goals: {
    first: every(shopIsThere, follows('6380', '6379'), caughtUp('6380', '6379')),
    second: every(shopIsThere, follows('6381', '6379'), caughtUp('6381', '6379')),
  },
  highlight: links,
  facts: {'new-history': beganHistory},
  solutions: {
    replicaof: twoReplicas,
    slaveof: [
      '/use {6380}',
      'SLAVEOF 127.0.0.1 {6379}',
      '/use {6381}',
      'SLAVEOF 127.0.0.1 {6379}',
      '/use {6379}',
    ],
  },
  ways: {
    'chain-first': [
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6381} REPLICAOF 127.0.0.1 {6380}',
      '@{6381} REPLICAOF 127.0.0.1 {6379}',
    ],
    'dead-port-first': ['@{6380} REPLICAOF 127.0.0.1 1', ...twoReplicas],
  },
  mistakes: {
    itself: {
      example: ['@{6380} REPLICAOF 127.0.0.1 {6380}'],
      when: either(replicates('6380', '6380'), replicates('6381', '6381')),
    },
    'on-the-master': {example: ['@{6379} REPLICAOF 127.0.0.1 {6380}'], when: replicates('6379')},
    colon: {
      example: ['@{6380} REPLICAOF 127.0.0.1:{6379}'],
      when: both(oneArgument, lastHasColon),
    },
    'no-host': {example: ['@{6380} REPLICAOF {6379}'], when: both(oneArgument, not(lastHasColon))},
    'other-node': {
      example: ['@{6480} REPLICAOF 127.0.0.1 {6379}'],
      when: lastDoneOn(['6479', '6480', '6481'], 'REPLICAOF', 'SLAVEOF'),
    },
    'bad-port': {
      example: ['@{6380} REPLICAOF 127.0.0.1 abc'],
      when: lastErrorBegins('ERR Invalid master port'),
    },
    'nobody-there': {example: ['@{6380} REPLICAOF 127.0.0.1 1'], when: followsNobody('6380', '6381')},
    'two-words': {
      example: ['@{6380} REPLICA OF 127.0.0.1 {6379}'],
      when: lastErrorBegins("ERR unknown command 'REPLICA'"),
    },
    emptied: {
      example: ['@{6379} FLUSHALL'],
      when: both(holds(isMaster('6379')), lostItsKeys),
    },
  },
})
