// Step "cluster-enabled yes: a node alone"

import {commandOf, errorOf, type Outcome} from '../../src/model/commands/action.ts'
import {every, everyNodeAnswers, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered, wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastErrorBegins, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {everyoneIsAlone} from './signs.ts'

const isDown = wasAnswered('any', 'CLUSTERDOWN')

/** What redis-cli has after --cluster, typed as a command to a node. */
const lastWasOfTheTool: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  const error = last && errorOf(last)
  return /^ERR unknown subcommand '(?:create|check|fix|reshard|rebalance|add-node|del-node)'/i.test(
    error ?? '',
  )
}

export const alone = step({
  ready: every(everyNodeAnswers, everyoneIsAlone),
  goals: {down: isDown, refused: oneOf(wasCalled('any', 'replicaof'), wasCalled('any', 'slaveof'))},
  prediction: comesWith(isDown, 'down'),
  highlight: ['role'],
  solutions: {
    set: ['SET product:1 teapot', 'CLUSTER INFO', 'CLUSTER NODES', '@{6479} REPLICAOF 127.0.0.1 {6379}'],
    get: ['@{6381} GET product:1', '@{6380} SLAVEOF 127.0.0.1 {6379}', 'INFO cluster'],
  },
  ways: {'no-one': ['REPLICAOF NO ONE', 'INCR visits']},
  mistakes: {
    'no-port': {
      example: ['@{6479} REPLICAOF 127.0.0.1'],
      when: lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
    },
    'shell-command': {
      example: ['CLUSTER CREATE 127.0.0.1:{6379}'],
      when: lastWasOfTheTool,
    },
    keyless: {example: ['KEYS *'], when: ({outcomes}) => outcomes.length > 0 && outcomes.every(isKeyless)},
  },
})

/** Commands without a key, which any node serves. */
const keyless = ['PING', 'KEYS', 'DBSIZE', 'SCAN', 'ECHO']

function isKeyless({action}: Outcome): boolean {
  return keyless.includes(commandOf(action)[0] ?? '')
}
