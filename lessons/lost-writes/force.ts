// Step "FORCE and TAKEOVER: the price of not asking"

import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {clientsServed} from '../../src/model/lesson/goals/service.ts'
import {both, either, fact, holds, not, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {isBehind} from '../../src/model/lesson/goals/stale-reads.ts'
import {clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown, tookOver} from '../failover/signs.ts'
import {isPair, rate, takenOver} from './pair.ts'
import {ran} from './signs.ts'

/** ms: a plain CLUSTER FAILOVER gives up after five seconds. */
const givesUpAfter = 5000

/** 6481 accepted a plain CLUSTER FAILOVER that long ago, and 6381 is the master still. */
const gaveUp: Sign = evidence =>
  holds(isMaster('6381'))(evidence) &&
  ran('CLUSTER FAILOVER', '6481')(evidence) &&
  evidence.now.at -
    (evidence.outcomes.findLast(({action}) => action.node === '6481')?.at ?? evidence.now.at) >
    givesUpAfter

export const force = step({
  setup: takenOver('6480'),
  enter: ['@{6481} CLIENT PAUSE 600000 WRITE'],
  // A write of the client has come that 6481 does not have: without one, a plain CLUSTER FAILOVER would succeed.
  ready: every(isPair('6381', '6481'), isBehind('6481', '6381')),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'slave', 'slave_repl_offset', 'master_repl_offset'],
  goals: {
    switched: every(everyoneSeesOwner('6481', '6381'), follows('6381', '6481'), everyoneSaysOk),
    lost: clientLost(),
    serves: clientsServed(1000),
  },
  stableFor: 500,
  prediction: {answer: 'gives-up', seen: gaveUp, unseen: ['takeover']},
  facts: {
    plain: once(fact(gaveUp)),
    force: tookOver('6481', '6381', 'FORCE'),
    takeover: tookOver('6481', '6381', 'TAKEOVER'),
  },
  solutions: {
    // Held no longer before the votes have come, 6481 would catch up first. BLPOP ends when 6381 is a replica.
    force: [
      '@{6481} CLUSTER FAILOVER',
      '@{6381} SET product:2 cup',
      '@{6481} CLUSTER FAILOVER FORCE',
      '@{6381} BLPOP visits 10',
      '@{6481} CLIENT UNPAUSE',
    ],
    takeover: ['@{6481} CLUSTER FAILOVER TAKEOVER', '@{6481} CLIENT UNPAUSE'],
  },
  mistakes: {
    killed: {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    'caught-up': {
      example: ['@{6481} CLIENT UNPAUSE'],
      when: both(
        ran('CLIENT UNPAUSE', '6481'),
        either(holds(isMaster('6381')), holds(clientLostNothing)),
        not(holds(isDown('6381'))),
      ),
    },
    another: {example: ['/kill {6380}'], when: oneIsDown('6379', '6380', '6479', '6480')},
  },
})
