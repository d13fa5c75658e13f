// Step "Two masters, two answers"

import {commandOf, errorOf, type Outcome} from '../../src/model/commands/action.ts'
import {isWriteOn} from '../../src/model/commands/write-commands.ts'
import {portIn} from '../../src/model/lesson/goals/about-node.ts'
import {everyLinkIsWhole} from '../../src/model/lesson/goals/links.ts'
import {isRead} from '../../src/model/lesson/goals/lookups.ts'
import {both, holds, lastDoneOn, lastErrorBegins, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {sentTo} from '../failover/signs.ts'
import {rate} from '../lost-writes/pair.ts'
import {cutFrom6379, twoMasters} from './two-sides.ts'

const setting = 'CONFIG SET CLUSTER-ALLOW-READS-WHEN-DOWN'

/** Only the learner's lines tell: the client tries both, too. */
const wrote: Goal = ({now, outcomes}) =>
  outcomes.some(outcome => isWriteOn(outcome, '6479'))
    ? met
    : notYet(message('goals.notWrittenOn', {node: portIn(now, '6479')}))

/** Both serve the slots, and the old master replied to a read after a write on the new one. */
const readOld: Goal = evidence => {
  const {now, outcomes} = evidence
  const since = outcomes.findIndex(outcome => isWriteOn(outcome, '6479'))
  const isReadThere = since >= 0 && outcomes.slice(since).some(isReadOfOld)
  return isReadThere
    ? twoMasters(evidence)
    : notYet(message('goals.notReadSince', {node: portIn(now, '6379')}))
}

function isReadOfOld(outcome: Outcome): boolean {
  return outcome.action.node === '6379' && isRead(commandOf(outcome.action)) && errorOf(outcome) === undefined
}

const isHealed = holds(everyLinkIsWhole)
const healedTooEarly = message('goals.healedTooEarly')

export const reads = step({
  setup: cutFrom6379,
  ready: twoMasters,
  traffic: rate,
  clientAt: '6379',
  highlight: ['role'],
  goals: {
    wrote: lostWhen(wrote, isHealed, healedTooEarly),
    read: once(lostWhen(readOld, isHealed, healedTooEarly)),
  },
  prediction: {answer: 'old', seen: holds(readOld)},
  solutions: {
    yes: [
      '@{6479} SET price 12',
      '@{6379} CONFIG SET cluster-allow-reads-when-down yes',
      '@{6379} GET price',
    ],
  },
  ways: {
    all: ['@all CONFIG SET cluster-allow-reads-when-down yes', '@{6479} INCR price', '@{6379} MGET price'],
  },
  mistakes: {
    'on-the-new': {
      example: ['@{6479} CONFIG SET cluster-allow-reads-when-down yes'],
      when: lastDoneOn(['6380', '6381', '6479', '6480', '6481'], setting),
    },
    'still-down': {
      example: ['@{6379} GET price'],
      when: both(sentTo('6379'), lastErrorBegins('CLUSTERDOWN')),
    },
    healed: {example: ['/heal'], when: isHealed},
  },
})
