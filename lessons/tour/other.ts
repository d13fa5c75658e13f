// Step "@ and /use: another node"

import {wasAskedForInfo} from '../../src/model/lesson/goals/replication.ts'
import {either, lastCommandBegins, lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const other = step({
  ready: healthy,
  goals: {asked: wasAskedForInfo('6480')},
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: {at: ['@{6480} ROLE'], use: ['/use {6480}', 'ROLE', '/use {6379}']},
  ways: {info: ['@{6480} INFO replication']},
  mistakes: {
    'its-master': {
      example: ['@{6380} ROLE'],
      when: either(lastCommandBegins('INFO', '6380'), lastCommandBegins('ROLE', '6380')),
    },
    'same-node': {
      example: ['ROLE'],
      when: either(lastCommandBegins('INFO', '6379'), lastCommandBegins('ROLE', '6379')),
    },
    'other-node': {example: ['@{6481} ROLE'], when: lastDoneOn(['6381', '6479', '6481'], 'INFO', 'ROLE')},
  },
})
