// Step "kill -9: is what was acknowledged lost?"

import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {holds} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {clientWrote} from '../../src/model/lesson/goals/traffic.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown} from '../failover/signs.ts'
import {isPair, rate, replaced} from './pair.ts'

const promoted = replaced('6481', '6381')

export const kill = step({
  ready: isPair('6381', '6481'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'slave'],
  goals: {
    wrote: clientWrote(100),
    down: isDown('6381'),
    promoted,
  },
  // What a change of roles has lost is known a moment later.
  stableFor: 1000,
  prediction: {answer: 'handed', seen: holds(every(isDown('6381'), promoted))},
  solutions: {kill: ['/kill {6381}']},
  ways: {crash: ['@{6381} DEBUG SEGFAULT']},
  mistakes: {
    'replica-killed': {example: ['/kill {6481}'], when: holds(isDown('6481'))},
    paused: {example: ['/pause {6381}'], when: isPaused('6381')},
    another: {example: ['/kill {6380}'], when: oneIsDown('6379', '6380', '6479', '6480')},
  },
})
