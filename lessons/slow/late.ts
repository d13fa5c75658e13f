// Step "A late master is a dead master"

import {everyLinkIsWhole, isSlow} from '../../src/model/lesson/goals/links.ts'
import {every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, not} from '../../src/model/lesson/goals/signs.ts'
import {clientLost} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair, rate} from '../lost-writes/pair.ts'

const late = isSlow('6381', '6380')
const returned = every(everyLinkIsWhole, follows('6381', '6481'))

export const lateMaster = step({
  enter: ['/heal', '@all CONFIG SET cluster-node-timeout 2000'],
  ready: isPair('6381', '6481'),
  traffic: rate,
  highlight: ['role', 'master_link_status'],
  view: 'opinions',
  goals: {
    late: once(late),
    replaced: once(every(late, isMaster('6481'))),
    returned,
    lost: clientLost(),
  },
  stableFor: 500,
  prediction: {answer: 'replace', seen: holds(every(late, isMaster('6481')))},
  // 6380 has one replica at most, so that a WAIT for two lasts until its limit.
  solutions: {rest: ['/slow {6381} > rest 8000', '@{6380} WAIT 2 7000', '/heal']},
  ways: {both: ['/slow {6381} | rest 8000', '@{6379} WAIT 3 7000', '/heal']},
  mistakes: {
    killed: {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    short: {
      example: ['/slow {6381} > rest 200'],
      when: ({now: {links = []}}) => links.some(({fault}) => fault.is === 'slow' && fault.ms < 1000),
    },
    'one-link': {
      example: ['/slow {6381} > {6481} 8000'],
      when: both(holds(isSlow('6381', '6481')), not(holds(late))),
    },
  },
})
