// Step "INFO replication: six masters"

import {everyNodeAnswers, wasAskedForInfo} from '../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'

export const look = step({
  ready: everyNodeAnswers,
  goals: {asked: wasAskedForInfo('6379')},
  highlight: ['role', 'connected_slaves'],
  solutions: {info: ['@{6379} INFO replication'], role: ['@{6379} ROLE']},
  mistakes: {
    section: {example: ['@{6379} INF0 replication'], when: lastErrorBegins("ERR unknown command 'INF")},
  },
})
