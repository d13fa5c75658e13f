// Step "Retries: three settings, one dead master"

import {
  clientFailed,
  clientRetried,
  clientServed,
  clientsCompared,
} from '../../src/model/lesson/goals/client.ts'
import {everyoneSaysOk, everyoneSeesOwner} from '../../src/model/lesson/goals/cluster.ts'
import {isElected} from '../../src/model/lesson/goals/failover.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, not, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

const promoted = every(isElected('6480', '6380'), everyoneSeesOwner('6480', '6380'), everyoneSaysOk)

export const compare = step({
  ready: every(healthy, isMaster('6380')),
  traffic: 20,
  prediction: {
    answer: 'patient',
    // The others may come through a quick election without an error, too; what the question is about is the one that always does.
    seen: both(holds(every(promoted, clientRetried, clientServed)), not(clientFailed('patient'))),
  },
  goals: {runs: clientsCompared, retried: clientRetried, promoted, served: clientServed},
  highlight: ['role'],
  view: 'traffic',
  solutions: {kill: ['/traffic on 20 compare', '/kill {6380}']},
  ways: {stop: ['/traffic on 20 compare', '/stop {6380}']},
  mistakes: {
    'too-early': {
      example: ['/kill {6380}'],
      when: both(holds(isDown('6380')), unmet(clientsCompared)),
    },
    another: {
      example: ['/traffic on 20 compare', '/kill {6480}'],
      when: both(holds(isDown('6480')), not(holds(isDown('6380')))),
    },
  },
})
