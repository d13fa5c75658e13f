// Step "Cut off: how long does a master alone say OK?"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {saysState} from '../../src/model/lesson/goals/cluster.ts'
import {bothServe, isCutOff} from '../../src/model/lesson/goals/links.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, not} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {isPair, rate} from '../lost-writes/pair.ts'
import {waitCounted} from '../lost-writes/signs.ts'
import {oneWayIsCut, otherIsCutOff} from './two-sides.ts'

const stopped = every(isCutOff('6379'), saysState('6379', 'fail'))

export const alone = step({
  setup: ['@{6379} SET price 10'],
  ready: isPair('6379', '6479'),
  traffic: rate,
  clientAt: '6379',
  highlight: ['role'],
  goals: {cut: isCutOff('6379'), stopped, two: bothServe('6379', '6479')},
  stableFor: 500,
  prediction: {answer: 'timeout', seen: holds(stopped)},
  facts: {warned: once(fact(waitCounted(0, '6379')))},
  solutions: {
    rest: ['/cut {6379} | rest'],
    ask: ['/cut {6379} | rest', '@{6379} SET price 11', '@{6379} WAIT 1 500'],
  },
  ways: {
    close: ['/cut {6379} | rest --close'],
    'one-by-one': ['/cut {6379} {6380}', '/cut {6379} {6381}', '/cut {6379} | {6479} {6480} {6481}'],
  },
  mistakes: {
    killed: {example: ['/kill {6379}'], when: holds(isDown('6379'))},
    paused: {example: ['/pause {6379}'], when: isPaused(...sixNodes)},
    'replica-too': {
      example: ['/cut {6379} {6479} | rest'],
      when: both(holds(isCutOff('6379', '6479')), not(holds(isCutOff('6379')))),
    },
    'one-way': {example: ['/cut {6379} > rest'], when: oneWayIsCut},
    another: {example: ['/cut {6380} | rest'], when: otherIsCutOff('6379')},
  },
})
