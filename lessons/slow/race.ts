// Step "Two replicas: which one wins?"

import {isSlow} from '../../src/model/lesson/goals/links.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {either, holds} from '../../src/model/lesson/goals/signs.ts'
import {isAheadOf} from '../../src/model/lesson/goals/takeover.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {oneIsDown} from '../failover/signs.ts'
import {isPair, rate, replaced} from '../lost-writes/pair.ts'

const promoted = replaced('6480', '6379')

export const race = step({
  // How much longer a replica with a higher rank waits grows with the node timeout on some servers: here it outlasts a busy computer.
  enter: ['/heal', '@all CONFIG SET cluster-node-timeout 4000', '@{6480} CLUSTER REPLICATE {id 6379}'],
  ready: every(isPair('6379', '6479'), isPair('6379', '6480')),
  traffic: rate,
  highlight: ['role', 'slave', 'slave_repl_offset'],
  goals: {
    ahead: once(every(isSlow('6379', '6479'), isAheadOf('6480', '6479'))),
    down: isDown('6379'),
    promoted,
  },
  stableFor: 500,
  prediction: {answer: 'more', seen: holds(every(isDown('6379'), promoted))},
  // 6381 has one replica, so that a WAIT for two lasts until its limit.
  solutions: {kill: ['/slow {6379} > {6479} 10000', '@{6381} WAIT 2 1500', '/kill {6379}']},
  ways: {crash: ['/slow {6379} {6479} 10000', '@{6381} WAIT 2 1500', '@{6379} DEBUG SEGFAULT']},
  mistakes: {
    'wrong-one': {
      example: ['/slow {6379} > {6480} 10000'],
      when: either(holds(isSlow('6379', '6480')), holds(isMaster('6479'))),
    },
    another: {example: ['/kill {6380}'], when: oneIsDown('6380', '6381', '6479', '6480', '6481')},
  },
})
