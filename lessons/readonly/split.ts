// Step "The old master comes back"

import {isWriteOn} from '../../src/model/commands/write-commands.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {caughtUp, every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  followsNobody,
  lastWroteOn,
  replicates,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {hasMoreKeysThan} from '../../src/model/lesson/goals/takeover.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {shop, strangers} from './shop.ts'
import {masterStaysDown, twoOrdersLater} from './signs.ts'

/** 6379 took a write of the learner: as a replica it would have refused it. The polling may miss the moment. */
const tookWrite: Sign = ({outcomes}) => outcomes.some(outcome => isWriteOn(outcome, '6379'))

const seenApart = every(isMaster('6379'), isMaster('6381'), hasMoreKeysThan('6379', '6381'))

const twoMasters: Goal = evidence => {
  if (tookWrite(evidence)) return met
  return aboutNode(evidence, '6379', reading =>
    seenApart(evidence).is === 'met' ? met : notYet(message('goals.noOwnWrite', nodeOf(reading))),
  )
}

export const split = step({
  setup: [...shop, ...twoOrdersLater, '@{6381} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(masterStaysDown, isMaster('6381'), follows('6380', '6381')),
  goals: {
    two: once(twoMasters),
    follows: follows('6379', '6381'),
    gone: caughtUp('6379', '6381'),
  },
  prediction: comesWith(twoMasters, 'master'),
  highlight: ['role', 'connected_slaves', 'master_port', 'master_replid', 'slave'],
  solutions: {
    write: [
      '/start {6379}',
      '@{6379} SET cart:ann lamp',
      '@{6379} WAIT 1 500',
      '@{6379} REPLICAOF 127.0.0.1 {6381}',
      '@{6381} WAIT 2 5000',
      '@{6379} GET cart:ann',
    ],
    list: [
      '/start {6379}',
      '@{6379} RPUSH orders:late lamp kettle',
      '@{6379} WAIT 1 500',
      '@{6379} SLAVEOF 127.0.0.1 {6381}',
      '@{6381} WAIT 2 5000',
      '@{6379} LLEN orders:late',
    ],
  },
  ways: {
    'follow-first': [
      '/start {6379}',
      '@{6379} REPLICAOF 127.0.0.1 {6381}',
      '@{6381} WAIT 2 5000',
      '@{6379} REPLICAOF NO ONE',
      '@{6379} INCR visits',
      '@{6379} SLAVEOF 127.0.0.1 {6381}',
    ],
  },
  mistakes: {
    'wrong-way': {
      example: ['/start {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}'],
      when: replicates('6381', '6379'),
    },
    'nobody-there': {
      example: ['/start {6379}', '@{6379} SET cart:ann lamp', '@{6379} REPLICAOF 127.0.0.1 1'],
      when: followsNobody('6379'),
    },
    'nothing-written': {
      example: ['/start {6379}', '@{6379} REPLICAOF 127.0.0.1 {6381}'],
      when: both(replicates('6379', '6381'), unmet(twoMasters)),
    },
    'on-the-new-master': {
      example: ['@{6381} SET cart:ann lamp'],
      when: both(unmet(twoMasters), lastWroteOn('6381', ...strangers)),
    },
  },
})
