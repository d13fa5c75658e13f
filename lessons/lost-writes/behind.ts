// Step "The replica is behind: acknowledged and gone"

import {both, fact, holds, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown} from '../failover/signs.ts'
import {isPair, rate, replaced, takenOver} from './pair.ts'
import {waitCounted} from './signs.ts'

const promoted = replaced('6480', '6380')
/** The replica was not cut off, or not from anything that the client wrote. */
const keptAll = both(holds(promoted), holds(clientLostNothing))

export const behind = step({
  setup: takenOver('6481'),
  // The step before has killed it.
  enter: ['/start {6381}'],
  ready: isPair('6380', '6480'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'slave', 'master_link_status'],
  goals: {
    promoted,
    lost: lostWhen(clientLost(), keptAll, message('goals.nothingToLose')),
  },
  stableFor: 500,
  prediction: {answer: 'elected', seen: both(holds(promoted), holds(clientLost()))},
  facts: {warned: once(fact(waitCounted(0, '6380')))},
  solutions: {
    cut: [
      '/pause {6480}',
      '@{6380} CLIENT KILL TYPE replica',
      '@{6380} SET tasks 1',
      '@{6380} WAIT 1 1000',
      '/kill {6380}',
      '/resume {6480}',
    ],
  },
  ways: {
    'by-order': [
      '/pause {6480}',
      '@{6380} CLIENT KILL TYPE replica',
      '@{6380} WAIT 1 1000',
      '/kill {6380}',
      '/resume {6480}',
      '@{6480} CLUSTER FAILOVER FORCE',
    ],
  },
  mistakes: {
    another: {example: ['/kill {6379}'], when: oneIsDown('6379', '6381', '6479', '6481')},
    'kept-all': {
      example: ['/pause {6480}', '/kill {6380}', '/resume {6480}', '@{6480} CLUSTER FAILOVER FORCE'],
      when: keptAll,
    },
  },
})
