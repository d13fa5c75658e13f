// Step "CLUSTER FAILOVER: a planned switch"

import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {everyoneSeesReplica, holdsKeysOf, orderTo} from '../../src/model/lesson/goals/failover.ts'
import {every, everyNodeAnswers, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastErrorBegins,
  replicates,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown, tookOver} from './signs.ts'

/** 6381 accepted CLUSTER FAILOVER more than once and is still a replica. */
const askedAgain: Sign = ({outcomes}) =>
  outcomes.filter(
    outcome =>
      outcome.action.node === '6381' &&
      commandOf(outcome.action).join(' ') === 'CLUSTER FAILOVER' &&
      errorOf(outcome) === undefined,
  ).length > 1

const agreed: Sign = evidence =>
  holds(isMaster('6381'))(evidence) &&
  holds(everyNodeAnswers)(evidence) &&
  orderTo(evidence, '6381') === 'plain'

export const home = step({
  // A manual failover reaches the same state as the kill and the restart, at once.
  setup: ['@{6481} CLUSTER FAILOVER'],
  ready: every(
    everyNodeAnswers,
    follows('6381', '6481'),
    everyoneSeesOwner('6481', '6481'),
    everyoneSeesReplica('6381', '6481'),
    everyoneSaysOk,
  ),
  goals: {
    master: every(isMaster('6381'), everyoneSeesOwner('6381', '6481'), everyoneSaysOk),
    follows: follows('6481', '6381'),
    kept: holdsKeysOf('6381', '6481'),
  },
  // A node promoted again too soon becomes a replica again within about 60 ms.
  stableFor: 1000,
  highlight: ['role', 'master_port', 'slave', 'master_repl_offset'],
  view: 'nodes',
  prediction: {answer: 'moment', seen: agreed, unseen: ['force', 'takeover', 'by-a-kill', 'by-a-shutdown']},
  facts: {
    agreed: tookOver('6381', '6481', 'plain'),
    force: tookOver('6381', '6481', 'FORCE'),
    takeover: tookOver('6381', '6481', 'TAKEOVER'),
    killed: once(isDown('6481')),
  },
  solutions: {failover: ['@{6381} CLUSTER FAILOVER'], force: ['/use {6381}', 'CLUSTER FAILOVER FORCE']},
  ways: {
    takeover: ['@{6381} CLUSTER FAILOVER TAKEOVER'],
    'by-a-kill': ['/kill {6481}', '@{6381} CLUSTER FAILOVER FORCE', '/start {6481}'],
    'by-a-shutdown': ['@{6481} SHUTDOWN', '@{6381} CLUSTER FAILOVER TAKEOVER', '/start {6481}'],
  },
  mistakes: {
    'both-down': {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    'master-killed': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    another: {example: ['/kill {6480}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'on-master': {
      example: ['@{6481} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR You should send CLUSTER FAILOVER to a replica'),
    },
    'plain-failover': {
      example: ['@{6381} FAILOVER'],
      when: lastErrorBegins('ERR FAILOVER not allowed in cluster mode'),
    },
    'no-one': {
      example: ['@{6381} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
    'other-shard': {
      example: ['@{6479} CLUSTER FAILOVER'],
      when: either(holds(isMaster('6479')), holds(isMaster('6480'))),
    },
    'too-soon': {
      example: [
        // BLPOP ends when the node that it blocks on becomes a replica.
        '@{6381} CLUSTER FAILOVER',
        '@{6481} BLPOP visits 5',
        '@{6481} CLUSTER FAILOVER TAKEOVER',
        '@{6381} BLPOP visits 5',
        '@{6381} CLUSTER FAILOVER',
      ],
      when: both(askedAgain, replicates('6381')),
      unless: 'electsAgain',
    },
  },
})
