// Step "READONLY on your connection"

import {gotRedirect} from '../../src/model/lesson/goals/redirects.ts'
import {isMaster, wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, masterDown, shop} from './shop.ts'

/** Without READONLY: with it, a read of the master's slots is served. */
const redirected = gotRedirect({is: 'MOVED', from: '6479', to: '6379', command: 'read'})

export const read = step({
  setup: shop,
  // A connection that has sent READONLY before would get no redirect.
  enter: ['/cluster off', '@{6479} READWRITE'],
  ready: healthy,
  goals: {moved: redirected, mode: wasCalled('6479', 'readonly'), read: wasReadFrom('6479')},
  prediction: comesWith(redirected, 'moved'),
  highlight: ['role', 'master_port', 'master_link_status'],
  view: 'nodes',
  solutions: {
    get: ['@{6479} GET product:4', '@{6479} READONLY', '@{6479} GET product:4'],
    use: ['/use {6479}', 'KEYS *', 'STRLEN product:4', 'READONLY', 'STRLEN product:4', '/use {6379}'],
  },
  ways: {
    'with-it-first': [
      '@{6479} READONLY',
      '@{6479} GET product:4',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
    ],
  },
  mistakes: {
    'on-the-master': {example: ['@{6379} READONLY'], when: lastCommandBegins('READONLY', '6379')},
    'other-replica': {
      example: ['@{6480} READONLY', '@{6480} GET product:4'],
      when: either(lastCommandBegins('GET', '6480'), lastCommandBegins('GET', '6481')),
    },
    'other-key': {
      example: ['@{6479} GET product:2'],
      when: both(answeredInARow('MOVED', '6479', 1), lastCommandBegins('GET'), unmet(redirected)),
    },
    early: {
      example: ['@{6479} READONLY', '@{6479} GET product:4'],
      when: both(lastCommandBegins('GET', '6479'), unmet(redirected), holds(wasReadFrom('6479'))),
    },
    'master-down': masterDown,
    promoted: {example: ['@{6479} CLUSTER FAILOVER'], when: holds(isMaster('6479'))},
    setting: {
      example: ['@{6479} CONFIG SET readonly yes'],
      when: lastErrorBegins('ERR Unknown option or number of arguments for CONFIG SET'),
    },
  },
})
