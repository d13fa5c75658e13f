// The first steps: six masters become a master with two replicas, which hold what it writes, and how far behind they are.

import {
  caughtUp,
  every,
  everyNodeAnswers,
  follows,
  isMaster,
  keysGrew,
  offsetGrew,
  wasAskedForInfo,
  wasReadFrom,
} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  followsNobody,
  lastCommandBegins,
  lastErrorBegins,
  replicates,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {any} from '../../src/model/lesson/verdict.ts'
import {bothFollow, shop, twoReplicas} from './shop.ts'

const links = ['role', 'connected_slaves', 'slave', 'master_host', 'master_port', 'master_link_status']
const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave']

export const look = step({
  id: 'look',
  ready: everyNodeAnswers,
  goals: [{id: 'asked', goal: wasAskedForInfo('6379')}],
  highlight: ['role', 'connected_slaves'],
  solutions: [
    {id: 'info', lines: ['@{6379} INFO replication']},
    {id: 'role', lines: ['@{6379} ROLE']},
  ],
  mistakes: [
    {
      id: 'section',
      lines: ['@{6379} INF0 replication'],
      when: lastErrorBegins("ERR unknown command 'INF"),
    },
  ],
})

export const follow = step({
  id: 'follow',
  enter: shop,
  ready: every(everyNodeAnswers, isMaster('6379')),
  goals: [
    {id: 'first', goal: every(follows('6380', '6379'), keysGrew('6380'))},
    {id: 'second', goal: every(follows('6381', '6379'), keysGrew('6381'))},
  ],
  highlight: links,
  solutions: [
    {id: 'replicaof', lines: twoReplicas},
    {
      id: 'slaveof',
      lines: [
        '/use {6380}',
        'SLAVEOF 127.0.0.1 {6379}',
        '/use {6381}',
        'SLAVEOF 127.0.0.1 {6379}',
        '/use {6379}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'itself',
      lines: ['@{6380} REPLICAOF 127.0.0.1 {6380}'],
      when: either(replicates('6380', '6380'), replicates('6381', '6381')),
    },
    {id: 'on-the-master', lines: ['@{6379} REPLICAOF 127.0.0.1 {6380}'], when: replicates('6379')},
    {
      id: 'colon',
      lines: ['@{6380} REPLICAOF 127.0.0.1:{6379}'],
      when: lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
    },
    {
      id: 'bad-port',
      lines: ['@{6380} REPLICAOF 127.0.0.1 abc'],
      when: lastErrorBegins('ERR Invalid master port'),
    },
    {id: 'nobody-there', lines: ['@{6380} REPLICAOF 127.0.0.1 1'], when: followsNobody('6380', '6381')},
    {
      id: 'two-words',
      lines: ['@{6380} REPLICA OF 127.0.0.1 {6379}'],
      when: lastErrorBegins("ERR unknown command 'REPLICA'"),
    },
  ],
})

export const copy = step({
  id: 'copy',
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: [
    {id: 'written', goal: keysGrew('6379')},
    {id: 'copied', goal: every(keysGrew('6380'), keysGrew('6381'))},
    {id: 'read', goal: evidence => any([wasReadFrom('6380')(evidence), wasReadFrom('6381')(evidence)])},
  ],
  highlight: ['role', ...offsets],
  solutions: [
    {id: 'cart', lines: ['@{6379} SET cart:ann teapot', '@{6380} GET cart:ann']},
    {id: 'list', lines: ['@{6379} RPUSH orders:today teapot cup', '@{6381} LRANGE orders:today 0 -1']},
  ],
  mistakes: [
    {
      id: 'write-to-replica',
      lines: ['@{6380} SET cart:ann teapot'],
      when: lastErrorBegins("READONLY You can't write"),
    },
  ],
})

/** One command of more than 200 bytes. */
const stocktaking = `@{6379} MSET ${Array.from({length: 10}, (_, i) => `stock:${i + 1} ${40 - i}`).join(' ')}`

export const offset = step({
  id: 'offset',
  setup: [...shop, ...twoReplicas],
  ready: bothFollow,
  goals: [
    {id: 'grew', goal: offsetGrew('6379', 200)},
    {id: 'followed', goal: every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  ],
  highlight: offsets,
  solutions: [
    {id: 'count', lines: ['@{6379} 10 INCR visits']},
    {id: 'one-command', lines: [stocktaking]},
  ],
  mistakes: [
    {id: 'on-replica', lines: ['@{6380} INCR visits'], when: lastErrorBegins("READONLY You can't write")},
    {
      id: 'read-only',
      lines: ['@{6379} 10 GET product:1'],
      when: both(lastCommandBegins('GET'), evidence => offsetGrew('6379', 200)(evidence).is !== 'met'),
    },
  ],
})
