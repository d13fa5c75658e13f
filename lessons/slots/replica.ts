// Step "Read from a replica"

import {wasReadFrom} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, either, lastCommandBegins} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow, wasSent} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './cart.ts'

export const replica = step({
  // READONLY belongs to the connection, which stays open between steps.
  enter: ['/cluster off', '@{6380} SET cart:ann teapot', '@{6480} READWRITE'],
  ready: healthy,
  prediction: comesWith(wasAnswered('6480', 'MOVED'), 'moved'),
  goals: {redirected: wasAnswered('6480', 'MOVED'), read: wasReadFrom('6480')},
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: {
    at: ['@{6480} GET cart:ann', '@{6480} READONLY', '@{6480} GET cart:ann'],
    use: ['/use {6480}', 'GET cart:ann', 'READONLY', 'EXISTS cart:ann', '/use {6379}'],
  },
  mistakes: {
    write: {
      example: ['@{6480} READONLY', '@{6480} SET cart:ann cup'],
      when: lastCommandBegins('SET', '6480'),
    },
    'other-slot': {
      example: ['@{6480} READONLY', '@{6480} GET product:1'],
      when: both(answeredInARow('MOVED', '6480', 1), wasSent('READONLY', '6480')),
    },
    'on-master': {
      example: ['@{6380} READONLY'],
      when: either(...(['6379', '6380', '6381'] as const).map(node => lastCommandBegins('READONLY', node))),
    },
  },
})
