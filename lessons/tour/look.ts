// Step "INFO replication: six nodes"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {wasAskedForInfo} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {any} from '../../src/model/lesson/verdict.ts'
import {healthy} from './healthy.ts'

/** INFO of a section that does not exist returns nothing, without an error. */
const askedForAnotherSection = both(
  lastCommandBegins('INFO'),
  unmet(evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))),
)

export const look = step({
  ready: healthy,
  goals: {asked: evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))},
  highlight: ['role'],
  solutions: {info: ['INFO replication'], role: ['ROLE']},
  ways: {everything: ['@{6481} INFO']},
  mistakes: {
    section: {example: ['INFO replicaton'], when: askedForAnotherSection},
    'one-word': {example: ['INFOREPLICATION'], when: lastErrorBegins("ERR unknown command 'INFO")},
    'two-words': {example: ['REPLICATION INFO'], when: lastErrorBegins("ERR unknown command 'REPLICATION'")},
  },
})
