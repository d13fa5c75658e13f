// Incident "carts": the limit of memory of one master is below what it uses, so it refuses every write.

import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {lastCommandBegins, lastDoneOn} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {incident} from './incident.ts'

const refusesWrites: Goal = evidence =>
  aboutNode(evidence, '6380', reading =>
    (reading.errors['OOM'] ?? 0) > 0
      ? met
      : notYet(message('goals.noError', {...nodeOf(reading), error: 'OOM'})),
  )

export const carts = incident({
  breaks: ['@{6380} CONFIG SET maxmemory 1mb'],
  ready: refusesWrites,
  solutions: {raise: ['@{6380} CONFIG SET maxmemory 10mb']},
  ways: {failover: ['@{6480} CLUSTER FAILOVER']},
  mistakes: {
    flush: {example: ['@{6380} FLUSHALL'], when: lastCommandBegins('FLUSHALL')},
    'wrong-node': {
      example: ['@{6379} CONFIG SET maxmemory 20mb'],
      when: lastDoneOn(['6379', '6381', '6479', '6480', '6481'], 'CONFIG SET MAXMEMORY'),
    },
  },
})
