// Step "min-replicas-max-lag: a shorter window"

import {bothServe, everyLinkIsWhole, isCutOff} from '../../src/model/lesson/goals/links.ts'
import {every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {both, either, fact, holds, lastDoneOn, not, replicates} from '../../src/model/lesson/goals/signs.ts'
import {clientGotError, clientLost} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair, rate} from '../lost-writes/pair.ts'
import {waitCounted} from '../lost-writes/signs.ts'
import {goodReplicas, otherIsCutOff} from './two-sides.ts'

const refused = clientGotError('NOREPLICAS')
const two = every(isCutOff('6380'), bothServe('6380', '6480'))
const returned = every(everyLinkIsWhole, follows('6380', '6480'))

export const bound = step({
  // A replica acknowledges once a second, so that the lag is to be far shorter than the node timeout.
  enter: ['@all CONFIG SET cluster-node-timeout 3000'],
  ready: isPair('6380', '6480'),
  traffic: rate,
  clientAt: '6380',
  highlight: ['role', 'min_slaves_good_slaves', 'slave'],
  goals: {refused: once(refused), two: once(two), returned, lost: clientLost()},
  stableFor: 500,
  prediction: {answer: 'less', seen: holds(every(refused, returned, clientLost()))},
  facts: {warned: once(fact(waitCounted(0, '6380')))},
  solutions: {
    // A WAIT for more replicas than there are lasts until its limit: here, until the others have elected 6480.
    lag: [
      '@{6380} CONFIG SET min-replicas-to-write 1 min-replicas-max-lag 1',
      '/cut {6380} | rest',
      '@{6380} SET tasks 1',
      '@{6380} WAIT 1 500',
      '@{6381} WAIT 2 8000',
      '/heal',
    ],
  },
  mistakes: {
    'on-the-replica': {
      example: ['@{6480} CONFIG SET min-replicas-to-write 1 min-replicas-max-lag 1'],
      when: lastDoneOn(['6480'], 'CONFIG SET MIN-REPLICAS-TO-WRITE', 'CONFIG SET MIN-REPLICAS-MAX-LAG'),
    },
    'no-demand': {
      example: ['/cut {6380} | rest'],
      when: both(holds(isCutOff('6380')), evidence => goodReplicas(evidence, '6380') === undefined),
    },
    'long-lag': {
      example: [
        '@{6380} CONFIG SET min-replicas-to-write 1 min-replicas-max-lag 60',
        '/cut {6380} | rest',
        '@{6381} WAIT 2 8000',
      ],
      when: both(holds(two), evidence => (goodReplicas(evidence, '6380') ?? 0) > 0),
    },
    'too-early': {
      example: [
        // Nobody is elected in the time in which the replica surely counts no longer.
        '@all CONFIG SET cluster-node-timeout 15000',
        '@{6380} CONFIG SET min-replicas-to-write 1 min-replicas-max-lag 1',
        '/cut {6380} | rest',
        '@{6381} WAIT 2 4000',
        '/heal',
      ],
      when: both(
        holds(every(refused, everyLinkIsWhole)),
        not(holds(bothServe('6380', '6480'))),
        replicates('6480', '6380'),
      ),
    },
    another: {
      example: ['/cut {6379} | rest'],
      when: either(otherIsCutOff('6380'), holds(isDown('6380'))),
    },
  },
})
