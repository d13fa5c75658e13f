// Step "Six servers, no cluster"

import type {NodeName} from '../../src/model/cluster/node.ts'
import {commandOf, type Outcome} from '../../src/model/commands/action.ts'
import {wasMissedOn} from '../../src/model/lesson/goals/lookups.ts'
import {every, everyNodeAnswers, keysGrew, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastDoneOn,
  not,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

const others = ['6380', '6381', '6479', '6480', '6481'] as const

const missing = oneOf(...others.map(node => wasMissedOn(node, 'stock:1')), ...others.map(listedWithout))

/** KEYS, SCAN or DBSIZE ran on `node` and showed no `stock:1`: the learner's lines tell, for Redis counts no lookup of them. */
function listedWithout(node: NodeName): Goal {
  return ({outcomes}) =>
    outcomes.some(outcome => outcome.action.node === node && isListing(outcome) && !showsKey(outcome))
      ? met
      : notYet(message('goals.notYetAsked'))
}

function isListing({action, is}: Outcome): boolean {
  return is === 'replied' && ['KEYS', 'SCAN', 'DBSIZE'].includes(commandOf(action)[0] ?? '')
}

function showsKey(outcome: Outcome): boolean {
  if (outcome.is !== 'replied' || outcome.reply.type === 'error') return true
  if (outcome.reply.type === 'integer') return outcome.reply.text !== '0'
  return JSON.stringify(outcome.reply).includes('stock:1')
}

const anotherGrew = either(...others.map(node => holds(keysGrew(node))))

/** A write with a time to live, or a deletion, on 6379: its key is not there for long. */
const wroteHere: Sign = ({outcomes}) =>
  outcomes.some(
    ({action, is}) =>
      action.node === '6379' &&
      is === 'replied' &&
      commandOf(action).some(word =>
        ['EX', 'PX', 'SETEX', 'PSETEX', 'EXPIRE', 'PEXPIRE', 'DEL'].includes(word),
      ),
  )

export const look = step({
  ready: everyNodeAnswers,
  goals: {written: keysGrew('6379'), missing},
  highlight: ['role', 'connected_slaves'],
  prediction: {
    answer: 'one',
    seen: both(holds(every(keysGrew('6379'), missing)), evidence => !anotherGrew(evidence)),
    unseen: ['everywhere'],
  },
  solutions: {
    set: ['@{6379} SET stock:1 40', '@{6380} GET stock:1'],
    exists: ['@{6379} INCR stock:1', '@{6479} EXISTS stock:1'],
  },
  ways: {
    listed: ['@{6379} SET stock:1 40', '@{6481} KEYS *'],
    several: ['@{6379} MSET stock:1 40 stock:2 7', '@{6481} MGET stock:1 stock:2'],
    everywhere: ['@{6480} GET stock:1', '@all SET stock:1 40'],
  },
  mistakes: {
    'on-another': {
      example: ['@{6380} SET stock:1 40'],
      when: both(anotherGrew, unmet(keysGrew('6379')), not(wroteHere)),
    },
    expired: {
      example: ['@{6379} SET stock:1 40 PX 1'],
      when: both(wroteHere, unmet(keysGrew('6379'))),
    },
    'also-there': {
      example: ['@{6380} SET stock:1 7', '@{6379} SET stock:1 40', '@{6380} GET stock:1'],
      when: both(lastDoneOn(others, 'GET', 'EXISTS'), anotherGrew, holds(keysGrew('6379')), unmet(missing)),
    },
    'read-here': {
      example: ['@{6379} SET stock:1 40', '@{6379} GET stock:1'],
      when: both(lastCommandBegins('GET', '6379'), holds(keysGrew('6379')), unmet(missing)),
    },
  },
})
