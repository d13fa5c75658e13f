// Step "min-replicas-to-write"

import {commandOf} from '../../src/model/commands/action.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  holds,
  lastDoneOn,
  lastErrorBegins,
  lastWroteOn,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {demandsReplicas, isPaused, refusedForLack} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {aReplicaIsDown, bothCaughtUp, bothFollow, shop, strangers} from './shop.ts'

const masterRefuses = refusedForLack('6379', 2)

const settings = ['MIN-REPLICAS-TO-WRITE', 'MIN-SLAVES-TO-WRITE']

/** The learner demands more replicas than there are. */
const demandsTooMany: Sign = ({outcomes}) => {
  const demands = outcomes
    .map(({action}) => commandOf(action))
    .filter(([config, set, name = '']) => config === 'CONFIG' && set === 'SET' && settings.includes(name))
  return Number(demands.at(-1)?.[3] ?? 0) > 2
}

export const noreplicas = step({
  setup: shop,
  // A replica that the step before left paused is resumed here.
  enter: ['@{6380} CLIENT UNPAUSE', '@{6381} CLIENT UNPAUSE'],
  ready: every(bothFollow, bothCaughtUp),
  goals: {
    demands: demandsReplicas('6379'),
    refused: once(masterRefuses),
    back: every(wasAnswered('6379', 'NOREPLICAS'), bothFollow),
  },
  highlight: ['min_slaves_good_slaves', 'connected_slaves', 'slave'],
  prediction: comesWith(masterRefuses, 'error'),
  solutions: {
    kill: [
      '@{6379} CONFIG SET min-replicas-to-write 2',
      '/kill {6380}',
      '@{6379} SET stock:1 40',
      '/start {6380}',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 5000',
      '@{6379} SET stock:1 40',
    ],
    freeze: [
      '@{6379} CONFIG SET min-slaves-to-write 2',
      '/pause {6380}',
      '@{6379} CLIENT KILL TYPE replica',
      '@{6379} SET stock:1 40',
      '/resume {6380}',
    ],
  },
  ways: {
    detached: [
      '@{6379} CONFIG SET min-replicas-to-write 2',
      '@{6381} REPLICAOF NO ONE',
      // Gives the master time to notice that the link has ended.
      '@{6379} WAIT 2 500',
      '@{6379} SET stock:1 40',
      '@{6381} REPLICAOF 127.0.0.1 {6379}',
    ],
    'other-settings': [
      '/kill {6380}',
      '@{6379} CONFIG SET min-replicas-to-write 2 min-replicas-max-lag 5',
      '@{6379} INCR visits',
      '/start {6380}',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
    ],
  },
  mistakes: {
    'too-many': {
      example: ['@{6379} CONFIG SET min-replicas-to-write 3', '@{6379} SET stock:1 40'],
      when: both(demandsTooMany, lastErrorBegins('NOREPLICAS'), unmet(masterRefuses)),
    },
    'still-good': {
      example: ['@{6379} CONFIG SET min-replicas-to-write 2', '/pause {6380}', '@{6379} SET stock:1 40'],
      when: both(isPaused('6380', '6381'), unmet(masterRefuses)),
    },
    enough: {
      example: ['@{6379} CONFIG SET min-replicas-to-write 1', '/kill {6380}', '@{6379} SET stock:1 40'],
      when: both(aReplicaIsDown, lastWroteOn('6379'), holds(demandsReplicas('6379')), unmet(masterRefuses)),
    },
    'no-demand': {
      example: ['/kill {6380}', '@{6379} SET stock:1 40'],
      when: both(aReplicaIsDown, lastWroteOn('6379'), unmet(demandsReplicas('6379'))),
    },
    'on-a-replica': {
      example: ['@{6380} CONFIG SET min-replicas-to-write 2'],
      when: lastDoneOn(['6380', '6381', ...strangers], ...settings.map(name => `CONFIG SET ${name}`)),
    },
  },
})
