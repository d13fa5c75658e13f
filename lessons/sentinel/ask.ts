// Step "Ask a Sentinel for the master"

import {isSentinel} from '../../src/model/cluster/node.ts'
import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {addressAsked} from '../../src/model/lesson/goals/sentinel.ts'
import {fact, lastErrorBegins, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {watched} from './signs.ts'

/** A Sentinel refused a command that only nodes have. */
const refused: Sign = ({outcomes, now}) =>
  outcomes.some(
    one =>
      isSentinel(one.action.node, now.roster) &&
      commandOf(one.action)[0] !== 'SENTINEL' &&
      (errorOf(one) ?? '').startsWith('ERR unknown command'),
  )

/** The last command asked a Sentinel for the address of a master that it does not watch. */
const unknownName: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  if (last?.is !== 'replied' || last.reply.type !== 'nil') return false
  return /^SENTINEL GET-(MASTER|PRIMARY)-ADDR-BY-NAME /.test(commandOf(last.action).join(' '))
}

/** The last command was SENTINEL, sent to a node. */
const sentToNode: Sign = evidence => {
  const {outcomes, now} = evidence
  const last = outcomes.at(-1)
  if (last === undefined || isSentinel(last.action.node, now.roster)) return false
  return commandOf(last.action)[0] === 'SENTINEL' && lastErrorBegins('ERR unknown command')(evidence)
}

export const ask = step({
  setup: ['@{6379} SET product:1 teapot'],
  ready: watched('6379', '6380', '6381'),
  goals: {refused: fact(refused), asked: fact(addressAsked), read: wasReadFrom('6379', 'product:1')},
  highlight: ['role', 'master_link_status'],
  prediction: {answer: 'refused', seen: refused},
  solutions: {
    ask: [
      '@{26379} GET product:1',
      '@{26379} SENTINEL GET-MASTER-ADDR-BY-NAME mymaster',
      '@{6379} GET product:1',
    ],
  },
  ways: {
    another: [
      '@{26381} SENTINEL MASTERS',
      '@{26381} SENTINEL get-master-addr-by-name mymaster',
      '@{6379} GET product:1',
      '@{26380} KEYS *',
    ],
  },
  mistakes: {
    name: {example: ['@{26379} SENTINEL GET-MASTER-ADDR-BY-NAME redis'], when: unknownName},
    'on-a-node': {example: ['@{6379} SENTINEL MASTERS'], when: sentToNode},
    subcommand: {
      example: ['@{26379} SENTINEL GET-MASTER mymaster'],
      when: lastErrorBegins('ERR unknown subcommand'),
    },
  },
})
