// Step "appendfsync: a master that restarts alone"

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {fact, holds, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {clientLost, clientLostNothing} from '../../src/model/lesson/goals/traffic.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {message} from '../../src/model/text/messages.ts'
import {oneIsDown} from '../failover/signs.ts'
import {isRestarted} from '../server/signs.ts'
import {isPair, rate, takenOver} from './pair.ts'
import {ran} from './signs.ts'

const restarted = every(isRestarted('6480'), isMaster('6480'), everyoneSaysOk)

export const disk = step({
  setup: takenOver('6480', '6479'),
  // With everysec, writes wait in memory while an fsync runs, up to 2 s (flushAppendOnlyFile in aof.c): a kill on a slow disk would lose some.
  enter: ['/start {6481}', '@{6480} CONFIG SET appendfsync no'],
  ready: isPair('6480', '6380'),
  traffic: rate,
  view: 'traffic',
  highlight: ['role', 'master_replid', 'slave'],
  goals: {
    alone: once(every(isDown('6380'), isDown('6480'))),
    restarted,
    kept: lostWhen(clientLostNothing, holds(clientLost()), message('goals.lostOnDisk')),
  },
  stableFor: 1500,
  prediction: {answer: 'none', seen: holds(every(isDown('6380'), restarted, clientLostNothing))},
  facts: {always: once(fact(ran('CONFIG SET APPENDFSYNC ALWAYS', '6480')))},
  solutions: {
    kill: ['/kill {6380}', '/kill {6480}', '/start {6480}'],
    always: ['@{6480} CONFIG SET appendfsync always', '/kill {6380}', '/kill {6480}', '/start {6480}'],
  },
  mistakes: {
    promoted: {example: ['@{6380} CLUSTER FAILOVER TAKEOVER'], when: holds(isMaster('6380'))},
    'no-file': {
      example: [
        '/kill {6380}',
        '@{6480} CONFIG SET appendonly no',
        '@{6480} WAIT 1 1000',
        '/kill {6480}',
        '/start {6480}',
      ],
      when: holds(clientLost()),
    },
    another: {example: ['/kill {6379}'], when: oneIsDown('6379', '6381', '6479', '6481')},
  },
})
