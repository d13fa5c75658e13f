// Replication by hand, on six nodes without cluster mode: from six masters to a chain, and back to a master of its own.

import {
  caughtUp,
  every,
  everyNodeAnswers,
  follows,
  isMaster,
  keptHistoryOf,
  keysGrew,
  offsetGrew,
  syncedInFull,
  syncedInPart,
  wasAskedForInfo,
  wasReadFrom,
} from '../../src/model/ask.ts'
import {
  both,
  either,
  followsNobody,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  replicates,
} from '../../src/model/deeds.ts'
import {lesson, step} from '../../src/model/lesson.ts'
import {any} from '../../src/model/verdict.ts'
import en from './en.md'
import zh from './zh.md'

const shop = ['@{6379} MSET product:1 teapot product:2 cup product:3 kettle']
const twoReplicas = ['@{6380} REPLICAOF 127.0.0.1 {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}']
const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))
const links = ['role', 'connected_slaves', 'slave', 'master_host', 'master_port', 'master_link_status']
const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave']

const look = step({
  id: 'look',
  ready: everyNodeAnswers,
  goal: [{id: 'asked', ask: wasAskedForInfo('6379')}],
  focus: ['role', 'connected_slaves'],
  solutions: [
    {id: 'info', lines: ['@{6379} INFO replication']},
    {id: 'role', lines: ['@{6379} ROLE']},
  ],
  slips: [
    {
      id: 'section',
      lines: ['@{6379} INF0 replication'],
      seen: lastErrorBegins("ERR unknown command 'INF"),
    },
  ],
})

const follow = step({
  id: 'follow',
  enter: shop,
  ready: every(everyNodeAnswers, isMaster('6379')),
  goal: [
    {id: 'first', ask: follows('6380', '6379')},
    {id: 'second', ask: follows('6381', '6379')},
  ],
  focus: links,
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
  slips: [
    {
      id: 'itself',
      lines: ['@{6380} REPLICAOF 127.0.0.1 {6380}'],
      seen: either(replicates('6380', '6380'), replicates('6381', '6381')),
    },
    {id: 'on-the-master', lines: ['@{6379} REPLICAOF 127.0.0.1 {6380}'], seen: replicates('6379')},
    {
      id: 'colon',
      lines: ['@{6380} REPLICAOF 127.0.0.1:{6379}'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
    },
    {
      id: 'bad-port',
      lines: ['@{6380} REPLICAOF 127.0.0.1 abc'],
      seen: lastErrorBegins('ERR Invalid master port'),
    },
    {id: 'nobody-there', lines: ['@{6380} REPLICAOF 127.0.0.1 1'], seen: followsNobody('6380', '6381')},
    {
      id: 'two-words',
      lines: ['@{6380} REPLICA OF 127.0.0.1 {6379}'],
      seen: lastErrorBegins("ERR unknown command 'REPLICA'"),
    },
  ],
})

const copy = step({
  id: 'copy',
  given: [...shop, ...twoReplicas],
  ready: bothFollow,
  goal: [
    {id: 'written', ask: keysGrew('6379')},
    {id: 'copied', ask: every(keysGrew('6380'), keysGrew('6381'))},
    {id: 'read', ask: sight => any([wasReadFrom('6380')(sight), wasReadFrom('6381')(sight)])},
  ],
  focus: ['role', ...offsets],
  solutions: [
    {id: 'cart', lines: ['@{6379} SET cart:ann teapot', '@{6380} GET cart:ann']},
    {id: 'list', lines: ['@{6379} RPUSH orders:today teapot cup', '@{6381} LRANGE orders:today 0 -1']},
  ],
  slips: [
    {
      id: 'write-to-replica',
      lines: ['@{6380} SET cart:ann teapot'],
      seen: lastErrorBegins("READONLY You can't write"),
    },
  ],
})

/** One command of more than 200 bytes. */
const stocktaking = `@{6379} MSET ${Array.from({length: 10}, (_, i) => `stock:${i + 1} ${40 - i}`).join(' ')}`

const offset = step({
  id: 'offset',
  given: [...shop, ...twoReplicas],
  ready: bothFollow,
  goal: [
    {id: 'grew', ask: offsetGrew('6379', 200)},
    {id: 'followed', ask: every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))},
  ],
  focus: offsets,
  solutions: [
    {id: 'count', lines: ['@{6379} 10 INCR visits']},
    {id: 'one-command', lines: [stocktaking]},
  ],
  slips: [
    {id: 'on-replica', lines: ['@{6380} INCR visits'], seen: lastErrorBegins("READONLY You can't write")},
    {
      id: 'read-only',
      lines: ['@{6379} 10 GET product:1'],
      seen: both(lastCommandBegins('GET'), sight => offsetGrew('6379', 200)(sight).is !== 'met'),
    },
  ],
})

/** So long the master waits before it makes an RDB, seconds: long enough to see `wait_bgsave`. */
const slowly = ['@{6379} CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 3']

const full = step({
  id: 'full',
  given: [...shop, ...twoReplicas],
  enter: slowly,
  ready: every(bothFollow, isMaster('6479')),
  goal: [
    {id: 'synced', ask: every(isMaster('6379'), syncedInFull('6379'))},
    {id: 'online', ask: follows('6479', '6379')},
  ],
  focus: ['slave', 'master_link_status', 'master_sync_in_progress', 'master_replid'],
  solutions: [
    {id: 'replicaof', lines: ['@{6479} REPLICAOF 127.0.0.1 {6379}']},
    {id: 'slaveof', lines: ['/use {6479}', 'SLAVEOF 127.0.0.1 {6379}', 'ROLE']},
  ],
  slips: [
    {id: 'wrong-way', lines: ['@{6379} REPLICAOF 127.0.0.1 {6479}'], seen: replicates('6379')},
    {id: 'other-master', lines: ['@{6479} REPLICAOF 127.0.0.1 {6380}'], seen: replicates('6479', '6380')},
  ],
})

const partial = step({
  id: 'partial',
  given: [...shop, ...twoReplicas],
  enter: slowly,
  ready: bothFollow,
  goal: [
    {id: 'partial', ask: syncedInPart('6379')},
    {id: 'linked', ask: bothFollow},
  ],
  focus: ['master_link_status', 'master_replid', 'repl_backlog', 'slave'],
  solutions: [
    {id: 'on-master', lines: ['@{6379} CLIENT KILL TYPE replica']},
    {id: 'on-replica', lines: ['@{6380} CLIENT KILL TYPE master']},
  ],
  slips: [
    {id: 'killed', lines: ['/kill {6380}', '/start {6380}'], seen: holds(isMaster('6380'))},
    {
      id: 'new-history',
      lines: ['@{6380} REPLICAOF NO ONE', '@{6380} REPLICAOF 127.0.0.1 {6379}'],
      seen: holds(syncedInFull('6379')),
    },
  ],
})

const chain = step({
  id: 'chain',
  given: [...shop, ...twoReplicas],
  ready: every(bothFollow, isMaster('6481')),
  goal: [
    {id: 'second-link', ask: follows('6481', '6381')},
    {id: 'first-link', ask: follows('6381', '6379')},
  ],
  focus: ['role', 'master_port', 'connected_slaves', 'slave', 'master_replid'],
  solutions: [
    {id: 'replicaof', lines: ['@{6481} REPLICAOF 127.0.0.1 {6381}']},
    {id: 'by-way', lines: ['@{6481} REPLICAOF 127.0.0.1 {6379}', '@{6481} REPLICAOF 127.0.0.1 {6381}']},
  ],
  slips: [
    {id: 'no-chain', lines: ['@{6481} REPLICAOF 127.0.0.1 {6379}'], seen: replicates('6481', '6379')},
    {id: 'wrong-way', lines: ['@{6381} REPLICAOF 127.0.0.1 {6481}'], seen: replicates('6381', '6481')},
  ],
})

const alone = step({
  id: 'alone',
  given: [...shop, ...twoReplicas, '@{6481} REPLICAOF 127.0.0.1 {6381}'],
  ready: every(bothFollow, follows('6481', '6381')),
  goal: [
    {id: 'master', ask: isMaster('6381')},
    {id: 'history', ask: keptHistoryOf('6381', '6379')},
    {id: 'below', ask: follows('6481', '6381')},
  ],
  focus: ['role', 'master_replid', 'master_replid2', 'second_repl_offset'],
  solutions: [
    {id: 'replicaof', lines: ['@{6381} REPLICAOF NO ONE']},
    {id: 'slaveof', lines: ['/use {6381}', 'SLAVEOF NO ONE']},
  ],
  slips: [
    {
      id: 'is-master',
      lines: ['@{6379} REPLICAOF NO ONE'],
      seen: either(
        lastCommandBegins('REPLICAOF NO ONE', '6379'),
        lastCommandBegins('SLAVEOF NO ONE', '6379'),
      ),
    },
    {
      id: 'one-word',
      lines: ['@{6381} REPLICAOF NOONE'],
      seen: lastErrorBegins("ERR wrong number of arguments for 'replicaof'"),
    },
    {id: 'wrong-replica', lines: ['@{6380} REPLICAOF NO ONE'], seen: holds(isMaster('6380'))},
    {id: 'end-of-chain', lines: ['@{6481} REPLICAOF NO ONE'], seen: holds(isMaster('6481'))},
  ],
})

export const replicaof = lesson({
  id: 'replicaof',
  stage: 'standalone',
  steps: [look, follow, copy, offset, full, partial, chain, alone],
  words: {en, zh},
})
