// Step "A frozen master acknowledges too late"

import {every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, either, fact, holds, not, replicates, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown, tookOver, wasPaused} from '../failover/signs.ts'
import {isPair, rate, replaced, takenOver} from './pair.ts'

const promoted = replaced('6479', '6379')

const nothingLost = holds(every(promoted, follows('6379', '6479'), clientLostNothing))

/** The client sent commands again by itself: it had given up waiting for the paused master. */
const clientRetried: Sign = ({traffic}) =>
  traffic !== undefined && traffic.now.retries > traffic.start.retries

export const frozen = step({
  setup: takenOver('6481', '6480'),
  enter: ['/start {6380}'],
  ready: isPair('6379', '6479'),
  // At three hundred a second a write waits in the socket of the paused master before the other nodes' messages do: what came first is read first.
  traffic: 3 * rate,
  view: 'traffic',
  highlight: ['role', 'master_link_status', 'slave'],
  goals: {promoted, back: follows('6379', '6479'), lost: clientLost()},
  stableFor: 500,
  prediction: {
    answer: 'ok',
    seen: both(wasPaused('6379'), holds(follows('6379', '6479')), holds(clientLost())),
  },
  facts: {
    ordered: fact(both(holds(isMaster('6479')), not(holds(tookOver('6479', '6379', undefined))))),
  },
  // Once 6379 is marked as failed, others reply CLUSTERDOWN: the client fetches the map, closes its connection to 6379 and sends again elsewhere. So it
  // must not be paused for long; but long enough that writes wait in its socket, and 6479 has been elected. 6481 has one replica, so that WAIT lasts.
  solutions: {
    force: ['/pause {6379}', '@{6479} CLUSTER FAILOVER FORCE', '@{6481} WAIT 2 1000', '/resume {6379}'],
  },
  ways: {
    takeover: ['/pause {6379}', '@{6479} CLUSTER FAILOVER TAKEOVER', '@{6481} WAIT 2 500', '/resume {6379}'],
  },
  mistakes: {
    killed: {example: ['/kill {6379}'], when: holds(isDown('6379'))},
    another: {
      example: ['/pause {6479}'],
      when: either(isPaused('6479'), oneIsDown('6380', '6381', '6480', '6481')),
    },
    resent: {
      // 6481 has one replica, so that a WAIT for two lasts until its limit: long enough for an election, and for the client to hear of it.
      example: ['/pause {6379}', '@{6481} WAIT 2 8000', '/resume {6379}'],
      when: both(nothingLost, clientRetried),
    },
    unread: {
      example: ['/traffic on 1', '/pause {6379}', '@{6479} CLUSTER FAILOVER TAKEOVER', '/resume {6379}'],
      when: both(nothingLost, not(clientRetried)),
    },
    'too-early': {
      example: ['/pause {6379}', '/resume {6379}'],
      when: both(wasPaused('6379'), not(isPaused('6379')), holds(isMaster('6379')), replicates('6479')),
    },
  },
})
