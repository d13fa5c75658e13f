// Step "MOVED: the map is refreshed"

import {clientRedirected, clientServed} from '../../src/model/lesson/goals/client.ts'
import {everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {every, follows, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  fact,
  holds,
  lastErrorBegins,
  not,
  type Sign,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

const switched = every(everyoneSeesOwner('6481', '6381'), follows('6381', '6481'))

/** The client has returned errors in this step. */
const gotErrors: Sign = ({traffic}) =>
  traffic !== undefined && countOf(traffic.now.errors) > countOf(traffic.start.errors)

function countOf(errors: Readonly<Record<string, number>>): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0)
}

export const moved = step({
  ready: every(healthy, isMaster('6381')),
  traffic: 50,
  prediction: {
    answer: 'follows',
    seen: both(holds(switched), both(holds(clientRedirected), not(gotErrors))),
  },
  goals: {switched, redirected: clientRedirected, served: clientServed},
  facts: {clean: fact(not(gotErrors))},
  highlight: ['role', 'master_port'],
  view: 'traffic',
  solutions: {failover: ['@{6481} CLUSTER FAILOVER']},
  mistakes: {
    killed: {example: ['/kill {6381}'], when: holds(isDown('6381'))},
    another: {
      example: ['@{6480} CLUSTER FAILOVER'],
      when: either(holds(isMaster('6479')), holds(isMaster('6480'))),
    },
    'on-master': {
      example: ['@{6381} CLUSTER FAILOVER'],
      when: lastErrorBegins('ERR You should send CLUSTER FAILOVER to a replica'),
    },
  },
})
