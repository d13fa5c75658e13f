// Step "Backlog: a short break"

import {every, syncedInFull, syncedInPart} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, lastDoneOn, unmet} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {bothFollow, cameBackAsMaster, shop, slowly, twoReplicas} from './shop.ts'

export const partial = step({
  setup: [...shop, ...twoReplicas],
  enter: slowly,
  ready: bothFollow,
  goals: {partial: syncedInPart('6379'), linked: every(syncedInPart('6379'), bothFollow)},
  highlight: ['master_link_status', 'master_replid', 'repl_backlog', 'slave'],
  prediction: {answer: 'rest', seen: holds(syncedInPart('6379'))},
  facts: {'also-full': syncedInFull('6379')},
  solutions: {
    'on-master': ['@{6379} CLIENT KILL TYPE replica'],
    'on-replica': ['@{6380} CLIENT KILL TYPE master'],
  },
  ways: {
    'dead-port': ['@{6380} REPLICAOF 127.0.0.1 1', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
    'history-first': [
      '@{6380} REPLICAOF NO ONE',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 8000',
      '@{6379} CLIENT KILL TYPE replica',
    ],
    'restart-first': [
      '/kill {6380}',
      '/start {6380}',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 8000',
      '@{6379} CLIENT KILL TYPE slave',
    ],
  },
  mistakes: {
    paused: {example: ['/pause {6380}'], when: isPaused('6380', '6381')},
    killed: {example: ['/kill {6380}', '/start {6380}'], when: cameBackAsMaster('6380')},
    'wrong-node': {
      example: ['@{6380} CLIENT KILL TYPE replica'],
      when: lastDoneOn(
        ['6380', '6381', '6479', '6480', '6481'],
        'CLIENT KILL TYPE REPLICA',
        'CLIENT KILL TYPE SLAVE',
      ),
    },
    'new-history': {
      example: ['@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      when: both(holds(syncedInFull('6379')), unmet(syncedInPart('6379'))),
    },
  },
})
