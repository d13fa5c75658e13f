// Step "replicaof in redis.conf: read at the start"

import {every, follows, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  followsNobody,
  holds,
  lastDoneOn,
  lastErrorBegins,
  replicates,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {didNotStart, isRestarted, replicaofNames, wasNotTold} from './signs.ts'

const byItsFile = every(follows('6382', '6379'), isRestarted('6382'), wasNotTold('6382', ...replicaofNames))

export const edit = step({
  setup: ['/start {6382}'],
  enter: ['@{6379} SET product:1 teapot'],
  ready: isMaster('6382'),
  goals: {follows: follows('6382', '6379'), file: byItsFile},
  prediction: comesWith(byItsFile, 'start'),
  highlight: ['role', 'master_port', 'master_link_status', 'connected_slaves', 'slave'],
  solutions: {
    conf: [
      '/conf {6382} replicaof 127.0.0.1 {6379}',
      '@{6382} ROLE',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} ROLE',
    ],
    shutdown: [
      '/conf {6382} slaveof 127.0.0.1 {6379}',
      '@{6382} SHUTDOWN',
      'redis-server {6382}/redis.conf',
      '@{6382} GET product:1',
    ],
  },
  ways: {
    'down-first': ['/stop {6382}', '/conf {6382} replicaof 127.0.0.1 {6379}', '/start {6382}'],
    rewrite: [
      '@{6382} REPLICAOF 127.0.0.1 {6379}',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
    ],
  },
  mistakes: {
    'at-the-prompt': {
      example: ['@{6382} REPLICAOF 127.0.0.1 {6379}'],
      when: both(replicates('6382', '6379'), unmet(wasNotTold('6382', ...replicaofNames))),
    },
    'bad-line': {
      example: ['/conf {6382} replicaof 127.0.0.1:{6379}', '/kill {6382}', '/start {6382}'],
      when: didNotStart('6382'),
    },
    'nobody-there': {
      example: ['/conf {6382} replicaof 127.0.0.1 1', '/kill {6382}', '/start {6382}'],
      when: followsNobody('6382'),
    },
    'wrong-way': {
      example: ['@{6379} REPLICAOF 127.0.0.1 {6382}'],
      when: replicates('6379'),
    },
    'config-set': {
      example: ['@{6382} CONFIG SET replicaof "127.0.0.1 {6379}"'],
      when: lastErrorBegins('ERR CONFIG SET failed'),
    },
    rewritten: {
      example: ['/conf {6382} replicaof 127.0.0.1 {6379}', '@{6382} CONFIG REWRITE'],
      when: both(lastDoneOn(['6382'], 'CONFIG REWRITE'), holds(isMaster('6382'))),
    },
  },
})
