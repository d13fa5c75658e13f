// The same questions to a replica in a cluster: it answers MOVED where a standalone replica says READONLY, and reads need a word first.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  keysGrew,
  wasReadFrom,
} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  lastCommandBegins,
  lastErrorBegins,
} from '../../src/model/lesson/goals/signs.ts'
import {wasTriedOn} from '../../src/model/lesson/goals/stale-reads.ts'
import {lesson, step} from '../../src/model/lesson/lesson.ts'
import en from './en.md'
import zh from './zh.md'

/** product:4 is in a slot of 6379, product:2 in one of 6381; orders:today is in one of 6379 again, and is not taken yet. */
const shop = ['@{6379} SET product:4 lamp', '@{6381} SET product:2 cup']
const calm = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

const movedAway = wasTriedOn(['6479'], 'MOVED')

const moved = step({
  id: 'moved',
  setup: shop,
  ready: calm,
  goals: [
    {id: 'moved', goal: movedAway},
    {id: 'written', goal: every(keysGrew('6379'), keysGrew('6479'))},
  ],
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_host', 'master_port', 'slave_repl_offset', 'master_repl_offset'],
  solutions: [
    {
      id: 'by-hand',
      lines: ['@{6479} RPUSH orders:today teapot', '@{6379} RPUSH orders:today teapot'],
    },
    {id: 'led', lines: ['/cluster on', '@{6479} SET stock:1 40', '/cluster off']},
  ],
  mistakes: [
    {
      id: 'other-master',
      lines: ['@{6380} RPUSH orders:today teapot'],
      when: both(
        lastErrorBegins('MOVED'),
        either(lastCommandBegins('RPUSH', '6380'), lastCommandBegins('RPUSH', '6381')),
      ),
    },
    {
      id: 'standalone-way',
      lines: ['@{6479} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  ],
})

const read = step({
  id: 'read',
  setup: shop,
  // Whoever has said READONLY already would not be sent away.
  enter: ['@{6479} READWRITE'],
  ready: calm,
  goals: [
    {id: 'moved', goal: movedAway},
    {id: 'mode', goal: wasCalled('6479', 'readonly')},
    {id: 'read', goal: wasReadFrom('6479')},
  ],
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: [
    {id: 'get', lines: ['@{6479} GET product:4', '@{6479} READONLY', '@{6479} GET product:4']},
    {
      id: 'use',
      lines: ['/use {6479}', 'KEYS *', 'STRLEN product:4', 'READONLY', 'STRLEN product:4', '/use {6379}'],
    },
  ],
  mistakes: [
    {
      id: 'on-the-master',
      lines: ['@{6379} READONLY'],
      when: lastCommandBegins('READONLY', '6379'),
    },
    {
      id: 'other-replica',
      lines: ['@{6480} READONLY', '@{6480} GET product:4'],
      when: either(lastCommandBegins('GET', '6480'), lastCommandBegins('GET', '6481')),
    },
    {
      id: 'setting',
      lines: ['@{6479} CONFIG SET readonly yes'],
      when: lastErrorBegins('ERR Unknown option or number of arguments for CONFIG SET'),
    },
  ],
})

const thrice = wasTriedOn(['6479'], 'MOVED', 3)

const limits = step({
  id: 'limits',
  setup: shop,
  enter: ['@{6479} READONLY'],
  ready: calm,
  goals: [
    {id: 'moved', goal: thrice},
    {id: 'back', goal: wasCalled('6479', 'readwrite')},
  ],
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_port', 'slave_read_only'],
  solutions: [
    {
      id: 'one-by-one',
      lines: [
        '@{6479} SET product:4 candle',
        '@{6479} GET product:2',
        '@{6479} READWRITE',
        '@{6479} GET product:4',
      ],
    },
    {
      id: 'use',
      lines: [
        '/use {6479}',
        'DEL product:4',
        'EXISTS product:2',
        'READWRITE',
        'EXISTS product:4',
        '/use {6379}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'on-the-master',
      lines: ['@{6379} SET product:4 candle'],
      when: lastCommandBegins('SET', '6379'),
    },
    {
      id: 'one-word',
      lines: ['@{6479} READ WRITE'],
      when: lastErrorBegins("ERR unknown command 'READ'"),
    },
  ],
})

export const readonlyCluster = lesson({
  id: 'readonly-cluster',
  stage: 'cluster',
  recall: [
    {id: 'headless', answer: 'nobody'},
    {id: 'choose', answer: 'offset'},
    {id: 'why', answer: 'copy'},
  ],
  steps: [moved, read, limits],
  words: {en, zh},
})
