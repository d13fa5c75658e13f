// Step "INFO replication: six nodes"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {wasAskedForInfo} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {any, met, notYet} from '../../src/model/lesson/verdict.ts'
import {textOf} from '../../src/model/protocol/bytes.ts'
import {message} from '../../src/model/text/messages.ts'
import {healthy} from './healthy.ts'

/** INFO of a section that does not exist returns nothing, without an error. */
const askedForAnotherSection = both(
  lastCommandBegins('INFO'),
  unmet(evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))),
)

/** The learner's INFO printed `role:` with this value, or the learner's ROLE its reply. */
function printedRole(command: 'INFO' | 'ROLE', role = ''): Goal {
  return ({outcomes}) =>
    outcomes.some(
      outcome =>
        commandOf(outcome.action)[0] === command &&
        outcome.is === 'replied' &&
        outcome.reply.type !== 'error' &&
        (command === 'ROLE' ||
          ('bytes' in outcome.reply && textOf(outcome.reply.bytes).includes(`role:${role}`))),
    )
      ? met
      : notYet(message('goals.notYetAsked'))
}

export const look = step({
  ready: healthy,
  goals: {asked: evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))},
  highlight: ['role'],
  facts: {
    'info-of-master': printedRole('INFO', 'master'),
    'info-of-replica': printedRole('INFO', 'slave'),
    'role-reply': printedRole('ROLE'),
  },
  solutions: {info: ['INFO replication'], role: ['ROLE']},
  ways: {everything: ['@{6481} INFO']},
  mistakes: {
    section: {example: ['INFO replicaton'], when: askedForAnotherSection},
    'one-word': {example: ['INFOREPLICATION'], when: lastErrorBegins("ERR unknown command 'INFO")},
    'two-words': {example: ['REPLICATION INFO'], when: lastErrorBegins("ERR unknown command 'REPLICATION'")},
    keys: {example: ['GET cart:ann'], when: lastErrorBegins('MOVED')},
  },
})
