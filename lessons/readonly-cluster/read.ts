// Step "READONLY on your connection"

import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, either, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, movedAway, shop} from './shop.ts'

export const read = step({
  setup: shop,
  // A connection that has sent READONLY before would get no redirect.
  enter: ['@{6479} READWRITE'],
  ready: healthy,
  goals: {moved: movedAway, mode: wasCalled('6479', 'readonly'), read: wasReadFrom('6479')},
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: {
    get: ['@{6479} GET product:4', '@{6479} READONLY', '@{6479} GET product:4'],
    use: ['/use {6479}', 'KEYS *', 'STRLEN product:4', 'READONLY', 'STRLEN product:4', '/use {6379}'],
  },
  mistakes: {
    'on-the-master': {example: ['@{6379} READONLY'], when: lastCommandBegins('READONLY', '6379')},
    'other-replica': {
      example: ['@{6480} READONLY', '@{6480} GET product:4'],
      when: either(lastCommandBegins('GET', '6480'), lastCommandBegins('GET', '6481')),
    },
    setting: {
      example: ['@{6479} CONFIG SET readonly yes'],
      when: lastErrorBegins('ERR Unknown option or number of arguments for CONFIG SET'),
    },
  },
})
