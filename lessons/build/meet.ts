// Step "CLUSTER MEET: six nodes become one cluster"

import {commandOf} from '../../src/model/commands/action.ts'
import {portIn} from '../../src/model/lesson/goals/about-node.ts'
import {every, everyNodeAnswers} from '../../src/model/lesson/goals/replication.ts'
import {both, fact, holds, lastErrorBegins, type Sign, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {create, meets} from './joined.ts'
import {doneOf, everyoneKnowsAll, nothingAssigned} from './signs.ts'

/** Meetings that gossip need not repeat. */
const enough = 5

const metFew: Sign = ({outcomes}) => {
  const {length} = doneOf(outcomes, 'CLUSTER MEET')
  return length > 0 && length <= enough
}

const metItself: Sign = ({outcomes, now}) => {
  const last = doneOf(outcomes.slice(-1), 'CLUSTER MEET').at(0)
  return last !== undefined && commandOf(last.action)[3] === String(portIn(now, last.action.node))
}

const metNobody: Sign = ({outcomes, now}) => {
  const last = doneOf(outcomes.slice(-1), 'CLUSTER MEET').at(0)
  return last !== undefined && !now.nodes.some(({port}) => String(port) === commandOf(last.action)[3])
}

export const meet = step({
  ready: everyNodeAnswers,
  goals: {known: everyoneKnowsAll},
  prediction: {
    answer: 'five',
    seen: both(holds(every(everyoneKnowsAll, nothingAssigned)), metFew),
    unseen: ['more', 'tool'],
  },
  facts: {empty: nothingAssigned, built: fact(unmet(nothingAssigned))},
  highlight: ['role'],
  solutions: {
    star: [...meets, 'CLUSTER NODES'],
  },
  ways: {
    chain: [
      '@{6379} CLUSTER MEET 127.0.0.1 {6380}',
      '@{6380} CLUSTER MEET 127.0.0.1 {6381}',
      '@{6381} CLUSTER MEET 127.0.0.1 {6479}',
      '@{6479} CLUSTER MEET 127.0.0.1 {6480}',
      '@{6480} CLUSTER MEET 127.0.0.1 {6481}',
      '@{6481} CLUSTER INFO',
    ],
    tool: [create],
    more: ['@all CLUSTER MEET 127.0.0.1 {6379}', '@all CLUSTER MEET 127.0.0.1 {6481}'],
  },
  mistakes: {
    name: {
      example: ['CLUSTER MEET localhost {6380}'],
      when: lastErrorBegins('ERR Invalid node address specified'),
    },
    colon: {
      example: ['CLUSTER MEET 127.0.0.1:{6380}'],
      when: lastErrorBegins("ERR wrong number of arguments for 'cluster|meet'"),
    },
    itself: {example: ['CLUSTER MEET 127.0.0.1 {6379}'], when: both(metItself, unmet(everyoneKnowsAll))},
    'nobody-there': {example: ['CLUSTER MEET 127.0.0.1 1'], when: metNobody},
    replicaof: {
      example: ['@{6479} REPLICAOF 127.0.0.1 {6379}'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  },
})
