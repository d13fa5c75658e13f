// Step "requirepass and AUTH"

import {commandOf} from '../../src/model/commands/action.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastErrorBegins,
  not,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {startShop, stock} from './shop.ts'
import {didNotStart, hasReturned, isRestarted, lastWasDone, readsOf, wasDone, wasNotTold} from './signs.ts'

const closed = every(isRestarted('6382'), hasReturned('6382', 'NOAUTH'), wasNotTold('6382', 'config|set'))

/** A key was read in the process that refuses strangers: only with the password. */
const opened: Goal = evidence => {
  const verdict = closed(evidence)
  if (verdict.is !== 'met') return verdict
  return aboutNode(evidence, '6382', reading =>
    readsOf(reading) > 0 ? met : notYet(message('goals.notReadFrom', nodeOf(reading))),
  )
}

const noPassword = lastErrorBegins('ERR AUTH <password> called without any password')

/** The restarted node served a command, or knows no password, and nobody has logged in. */
const isOpen: Sign = both(
  both(holds(isRestarted('6382')), either(lastWasDone('6382'), noPassword)),
  both(unmet(hasReturned('6382', 'NOAUTH')), not(wasDone('6382', 'AUTH'))),
)

const setAtThePrompt = wasDone('6382', 'CONFIG SET REQUIREPASS')

function wasSaved({outcomes}: Evidence): boolean {
  return outcomes.some(({action}) => commandOf(action)[1] === 'REWRITE')
}

export const password = step({
  setup: startShop,
  // The stranger's server may still follow the shop's: its tries to log in would be counted.
  enter: ['@{6382} REPLICAOF NO ONE', '@{6481} REPLICAOF NO ONE', ...stock],
  ready: isMaster('6382'),
  goals: {closed, opened},
  highlight: ['role'],
  solutions: {
    file: [
      '/conf {6382} requirepass s3cret',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} GET product:1',
      '@{6382} AUTH s3cret',
      '@{6382} GET product:1',
    ],
    rewrite: [
      '@{6382} CONFIG SET requirepass s3cret',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} PING',
      'redis-cli -p {6382} -a s3cret GET product:1',
    ],
  },
  ways: {
    'rewritten-before': [
      '@{6382} CONFIG REWRITE',
      '/conf {6382} requirepass s3cret',
      '/conf {6382} -user default',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} DBSIZE',
      '@{6382} AUTH default s3cret',
      '@{6382} GET product:2',
    ],
  },
  mistakes: {
    'bad-line': {
      example: ['/conf {6382} requirepas s3cret', '/kill {6382}', '/start {6382}'],
      when: didNotStart('6382'),
    },
    'no-password-yet': {
      example: ['/conf {6382} requirepass s3cret', '@{6382} AUTH s3cret'],
      when: both(noPassword, unmet(isRestarted('6382'))),
    },
    'wrong-password': {
      example: ['/conf {6382} requirepass s3cret', '/kill {6382}', '/start {6382}', '@{6382} AUTH secret'],
      when: lastErrorBegins('WRONGPASS'),
    },
    'not-saved': {
      example: ['@{6382} CONFIG SET requirepass s3cret', '/kill {6382}', '/start {6382}', '@{6382} PING'],
      when: both(isOpen, both(setAtThePrompt, not(wasSaved))),
    },
    overruled: {
      example: [
        '@{6382} CONFIG REWRITE',
        '/conf {6382} requirepass s3cret',
        '/kill {6382}',
        '/start {6382}',
        '@{6382} PING',
      ],
      when: both(isOpen, not(setAtThePrompt)),
    },
  },
})
