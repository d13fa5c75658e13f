// Incident "rollout": a replica came back without its nodes.conf: it has a new id and knows nobody, and the others look for the old one.

import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {incident} from './incident.ts'

/** 6379 lists a node that no longer has an address: another one answers there. */
const missesOne: Goal = evidence =>
  aboutNode(evidence, '6379', reading =>
    reading.cluster?.nodes.some(({flags}) => flags.includes('noaddr'))
      ? met
      : notYet(message('goals.missesNone', nodeOf(reading))),
  )

const forget = '@all CLUSTER FORGET {lost 6379}'

export const rollout = incident({
  breaks: ['@{6480} CLUSTER RESET HARD'],
  ready: every(isMaster('6480'), missesOne),
  view: 'opinions',
  solutions: {
    meet: [
      forget,
      '@all CLUSTER MEET 127.0.0.1 {6480}',
      '@{6480} WAIT 1 5000',
      '@{6480} CLUSTER REPLICATE {id 6380}',
    ],
  },
  ways: {
    tool: [
      'redis-cli --cluster add-node 127.0.0.1:{6480} 127.0.0.1:{6379} --cluster-slave --cluster-master-id {id 6380}',
      forget,
    ],
  },
  mistakes: {
    unknown: {
      example: ['@{6480} CLUSTER REPLICATE {id 6380}'],
      when: both(lastErrorBegins('ERR Unknown node'), lastCommandBegins('CLUSTER REPLICATE', '6480')),
    },
  },
})
