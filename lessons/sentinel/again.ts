// Step "A second Sentinel returns"

import {sentinelNames} from '../../src/model/cluster/node.ts'
import {isAlive, readingOf} from '../../src/model/cluster/snapshot.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {
  noSentinelMajority,
  seenDown,
  sentinelsReplaced,
  sentinelsRun,
} from '../../src/model/lesson/goals/sentinel.ts'
import {
  both,
  fact,
  holds,
  lastCommandBegins,
  lastDoneOn,
  not,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {failoverOrdered} from './signs.ts'

/** One that runs and is late with its answer counts. */
const twoRun: Sign = ({now}) =>
  sentinelNames.filter(node => isAlive(readingOf(now, node)?.process ?? {is: 'absent'})).length === 2

export const again = step({
  setup: ['/kill {26380}', '/kill {26381}', '/kill {6379}'],
  ready: every(noSentinelMajority, isDown('6379'), seenDown('6379', 's_down')),
  goals: {two: sentinelsRun(2), replaced: every(isDown('6379'), sentinelsReplaced('6379'))},
  highlight: ['role', 'master_link_status'],
  view: 'timeline',
  prediction: {
    answer: 'two',
    seen: both(twoRun, both(holds(sentinelsReplaced('6379')), not(failoverOrdered))),
    unseen: ['all', 'ordered'],
  },
  facts: {alone: fact(not(failoverOrdered)), asked: fact(failoverOrdered)},
  solutions: {one: ['/start {26380}']},
  ways: {
    all: ['/start {26380}', '/start {26381}'],
    ordered: ['@{26379} SENTINEL FAILOVER mymaster', '/start {26380}'],
  },
  mistakes: {
    'master-back': {
      example: ['/start {6379}'],
      when: ({outcomes}) => outcomes.some(({action}) => action.do === 'start' && action.node === '6379'),
    },
    'by-hand': {
      example: ['@{6380} REPLICAOF NO ONE'],
      when: lastDoneOn(['6380', '6381'], 'REPLICAOF', 'SLAVEOF'),
    },
    asked: {
      example: ['@{26379} SENTINEL FAILOVER mymaster'],
      when: lastCommandBegins('SENTINEL FAILOVER'),
    },
  },
})
