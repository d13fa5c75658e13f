// Step "CLUSTER FAILOVER with a client at work"

import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {both, either, fact, holds, lastErrorBegins, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown, tookOver} from '../failover/signs.ts'
import {isPair, rate, takenOver} from './pair.ts'

const switched = every(everyoneSeesOwner('6379', '6479'), follows('6479', '6379'), everyoneSaysOk)
const plainly = tookOver('6379', '6479', 'plain')
const unasked = either(holds(tookOver('6379', '6479', 'FORCE')), holds(tookOver('6379', '6479', 'TAKEOVER')))

export const planned = step({
  setup: takenOver('6479', '6480'),
  enter: ['/start {6380}'],
  ready: isPair('6479', '6379'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'slave', 'master_repl_offset'],
  goals: {
    switched,
    kept: lostWhen(clientLostNothing, holds(clientLost()), message('goals.lostAgain')),
  },
  // A node promoted again too soon becomes a replica again within about 60 ms; the writes are read back after that.
  stableFor: 1500,
  prediction: {
    answer: 'slower',
    seen: both(holds(plainly), holds(switched), holds(clientLostNothing)),
    unseen: ['unasked'],
  },
  facts: {plain: plainly, unasked: fact(unasked)},
  solutions: {failover: ['@{6379} CLUSTER FAILOVER']},
  ways: {
    // WAIT for two replicas lasts its 1000 ms, because 6381 has one: the client writes meanwhile, so there is something to verify. Then the old master
    // holds the client's writes, so that none is lost.
    unasked: ['@{6381} WAIT 2 1000', '@{6479} CLIENT PAUSE 5000 WRITE', '@{6379} CLUSTER FAILOVER TAKEOVER'],
  },
  mistakes: {
    'lost-some': {
      // Held until it is the master, 6379 has no write of the client since. Here the WAIT lets the client write to 6479.
      example: [
        '@{6379} CLIENT PAUSE 60000 WRITE',
        '@{6381} WAIT 2 1000',
        '@{6379} CLUSTER FAILOVER TAKEOVER',
        '@{6379} CLIENT UNPAUSE',
      ],
      when: both(unasked, holds(clientLost())),
    },
    killed: {example: ['/kill {6479}'], when: holds(isDown('6479'))},
    another: {example: ['/kill {6380}'], when: oneIsDown('6379', '6380', '6381', '6480', '6481')},
    'on-master': {
      example: ['@{6479} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR You should send CLUSTER FAILOVER to a replica'),
    },
  },
})
