// Step "INFO replication: six nodes"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {wasAskedForInfo} from '../../src/model/lesson/goals/replication.ts'
import {lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {any} from '../../src/model/lesson/verdict.ts'
import {healthy} from './healthy.ts'

export const look = step({
  ready: healthy,
  goals: {asked: evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))},
  highlight: ['role'],
  solutions: {info: ['INFO replication'], role: ['ROLE']},
  mistakes: {
    'one-word': {example: ['INFOREPLICATION'], when: lastErrorBegins("ERR unknown command 'INFO")},
    'two-words': {example: ['REPLICATION INFO'], when: lastErrorBegins("ERR unknown command 'REPLICATION'")},
  },
})
