// Step "min-replicas-to-write: an error instead of a loss"

import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, either, fact, holds, lastDoneOn, lostWhen, not} from '../../src/model/lesson/goals/signs.ts'
import {demandsReplicas} from '../../src/model/lesson/goals/stale-reads.ts'
import {clientGotError, clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown, tookOver} from '../failover/signs.ts'
import {isPair, rate, replaced, takenOver} from './pair.ts'

const promoted = replaced('6381', '6481')

const setting = 'CONFIG SET MIN-REPLICAS-TO-WRITE'

/** The node that takes over has the setting, too. */
const demandsToo = holds(demandsReplicas('6381'))

export const minReplicas = step({
  setup: takenOver('6481', '6480', '6479'),
  ready: isPair('6481', '6381'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'min_slaves_good_slaves', 'slave'],
  goals: {
    demands: once(demandsReplicas('6481')),
    // A master that is replaced as planned refuses too, between the end of its replica's link and the news that it is a replica itself.
    refused: once(every(isMaster('6481'), clientGotError('NOREPLICAS'))),
    promoted,
    kept: lostWhen(clientLostNothing, holds(clientLost()), message('goals.lostAgain')),
  },
  stableFor: 1500,
  prediction: {
    answer: 'errors',
    seen: holds(every(clientGotError('NOREPLICAS'), promoted, clientLostNothing)),
  },
  facts: {own: fact(not(demandsToo)), everywhere: fact(demandsToo)},
  solutions: {
    cut: [
      `@{6481} CONFIG SET min-replicas-to-write 1`,
      '/pause {6381}',
      // A write that the master reads together with CLIENT KILL is acknowledged, and does not leave it.
      '@{6481} CLIENT PAUSE 300 WRITE',
      '@{6481} CLIENT KILL TYPE replica',
      '@{6481} SET product:2 cup',
      '@{6481} WAIT 1 1000',
      '/kill {6481}',
      '/resume {6381}',
    ],
  },
  ways: {
    everywhere: [
      '@all CONFIG SET min-replicas-to-write 1',
      '/pause {6381}',
      '@{6481} CLIENT PAUSE 300 WRITE',
      '@{6481} CLIENT KILL TYPE replica',
      '@{6481} WAIT 1 1000',
      '/kill {6481}',
      '/resume {6381}',
    ],
  },
  mistakes: {
    another: {example: ['/kill {6379}'], when: oneIsDown('6379', '6380', '6479', '6480')},
    'on-the-replica': {
      example: ['@{6381} CONFIG SET min-replicas-to-write 1'],
      when: lastDoneOn(['6381'], setting, 'CONFIG SET MIN-SLAVES-TO-WRITE'),
    },
    unrefused: {
      example: ['@{6481} CONFIG SET min-replicas-to-write 1', '@{6381} CLUSTER FAILOVER'],
      when: both(
        holds(promoted),
        either(not(holds(clientGotError('NOREPLICAS'))), holds(tookOver('6381', '6481', 'plain'))),
        not(holds(clientLost())),
      ),
    },
    'lost-again': {
      example: [
        '/pause {6381}',
        '@{6481} CLIENT KILL TYPE replica',
        '@{6481} WAIT 1 1000',
        '/kill {6481}',
        '/resume {6381}',
        '@{6381} CLUSTER FAILOVER FORCE',
      ],
      when: holds(clientLost()),
    },
  },
})
