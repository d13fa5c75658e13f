// Step "REPLICAOF NO ONE behind Sentinel's back"

import {commandOf} from '../../src/model/commands/action.ts'
import {isMaster} from '../../src/model/lesson/goals/replication.ts'
import {followsNamedMaster} from '../../src/model/lesson/goals/sentinel.ts'
import {
  both,
  fact,
  holds,
  lastCommandBegins,
  lastDoneOn,
  not,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {secondMaster, watched} from './signs.ts'

const backAgain = followsNamedMaster('6381')

const promotedByHand = ordersTo(
  words => words.startsWith('REPLICAOF NO ONE') || words.startsWith('SLAVEOF NO ONE'),
)
const sentBackByHand = ordersTo(words => /^(REPLICAOF|SLAVEOF) \S*\d/.test(words))

function ordersTo(fits: (words: string) => boolean): Sign {
  return ({outcomes}) =>
    outcomes.some(({action}) => action.node === '6381' && fits(commandOf(action).join(' ')))
}

export const hand = step({
  setup: secondMaster,
  ready: watched('6380', '6379', '6381'),
  goals: {master: once(isMaster('6381')), back: backAgain},
  highlight: ['role', 'master_link_status'],
  view: 'timeline',
  prediction: {
    answer: 'reverted',
    seen: both(promotedByHand, both(holds(backAgain), not(sentBackByHand))),
    unseen: ['by-hand'],
  },
  facts: {sentinel: fact(not(sentBackByHand))},
  solutions: {promote: ['@{6381} REPLICAOF NO ONE']},
  ways: {'by-hand': ['@{6381} REPLICAOF NO ONE', '@{6381} REPLICAOF 127.0.0.1 {6380}']},
  mistakes: {
    sentinel: {
      example: ['@{26379} SENTINEL FAILOVER mymaster'],
      when: lastCommandBegins('SENTINEL FAILOVER'),
    },
    'other-replica': {
      example: ['@{6380} REPLICAOF NO ONE'],
      when: both(lastDoneOn(['6379', '6380'], 'REPLICAOF', 'SLAVEOF'), not(promotedByHand)),
    },
  },
})
