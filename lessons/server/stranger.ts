// Step "An open port and no password"

import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, comesWith, lastDoneOn, replicates, unmet} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {others, startShop, stock} from './shop.ts'

const empty: Goal = evidence =>
  aboutNode(evidence, '6382', reading =>
    reading.keys === 0 ? met : notYet(message('goals.stillKeys', {...nodeOf(reading), actual: reading.keys})),
  )

const stocked: Goal = evidence =>
  aboutNode(evidence, '6382', reading =>
    reading.keys > 0 ? met : notYet(message('goals.noKeys', nodeOf(reading))),
  )

export const stranger = step({
  setup: startShop,
  enter: stock,
  ready: every(isMaster('6382'), stocked),
  goals: {gone: empty},
  prediction: comesWith(empty, 'done'),
  facts: {copied: follows('6382', '6481'), flushed: isMaster('6382')},
  highlight: ['role', 'master_port', 'connected_slaves'],
  solutions: {
    replicaof: ['@{6382} REPLICAOF 127.0.0.1 {6481}', '@{6382} DBSIZE'],
    flush: ['redis-cli -p {6382} FLUSHALL', '@{6382} DBSIZE'],
  },
  ways: {unlinked: ['@{6382} UNLINK product:1 product:2 product:3 orders:today product:4']},
  mistakes: {
    'wrong-way': {
      example: ['@{6481} REPLICAOF 127.0.0.1 {6382}'],
      when: both(replicates('6481', '6382'), unmet(empty)),
    },
    elsewhere: {
      example: ['@{6379} FLUSHALL'],
      when: lastDoneOn(others, 'FLUSHALL', 'FLUSHDB', 'DEL', 'UNLINK'),
    },
  },
})
