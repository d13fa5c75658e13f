// Two minutes with the lab itself: read the panel, talk to any node, see a write arrive, ask for help, break a node and mend it.

import {sixNodes} from '../../src/model/cluster/node.ts'
import {everyoneSaysOk, nobodySuspects} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
  keysGrew,
  wasAskedForInfo,
} from '../../src/model/lesson/goals/replication.ts'
import {hintAsked} from '../../src/model/lesson/goals/replies.ts'
import {both, either, holds, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {lesson, step} from '../../src/model/lesson/lesson.ts'
import {any} from '../../src/model/lesson/verdict.ts'
import en from './en.md'
import zh from './zh.md'

const calm = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

const look = step({
  id: 'look',
  ready: calm,
  goals: [{id: 'asked', goal: evidence => any(sixNodes.map(node => wasAskedForInfo(node)(evidence)))}],
  highlight: ['role', 'connected_slaves'],
  solutions: [
    {id: 'info', lines: ['INFO replication']},
    {id: 'role', lines: ['ROLE']},
  ],
  mistakes: [
    {id: 'one-word', lines: ['INFOREPLICATION'], when: lastErrorBegins("ERR unknown command 'INFO")},
    {
      id: 'two-words',
      lines: ['REPLICATION INFO'],
      when: lastErrorBegins("ERR unknown command 'REPLICATION'"),
    },
  ],
})

const other = step({
  id: 'other',
  ready: calm,
  goals: [{id: 'asked', goal: wasAskedForInfo('6480')}],
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: [
    {id: 'at', lines: ['@{6480} INFO replication']},
    {id: 'use', lines: ['/use {6480}', 'INFO replication', '/use {6379}']},
  ],
  mistakes: [
    {
      id: 'its-master',
      lines: ['@{6380} INFO replication'],
      when: either(lastCommandBegins('INFO', '6380'), lastCommandBegins('ROLE', '6380')),
    },
    {
      id: 'same-node',
      lines: ['INFO replication'],
      when: either(lastCommandBegins('INFO', '6379'), lastCommandBegins('ROLE', '6379')),
    },
  ],
})

const card = step({
  id: 'card',
  ready: calm,
  goals: [
    {id: 'written', goal: keysGrew('6379')},
    {id: 'copied', goal: keysGrew('6479')},
  ],
  highlight: ['master_repl_offset', 'slave_repl_offset', 'slave'],
  prediction: {
    outcome(evidence) {
      const grown = sixNodes.filter(node => keysGrew(node)(evidence).is === 'met')
      if (!grown.includes('6379') || grown.length === 1) return undefined
      return grown.length === sixNodes.length ? 'all' : 'pair'
    },
  },
  solutions: [
    {id: 'set', lines: ['@{6379} SET product:1 teapot']},
    {id: 'list', lines: ['@{6379} RPUSH orders:today teapot cup']},
  ],
  mistakes: [
    {id: 'not-here', lines: ['@{6379} SET cart:ann teapot'], when: lastErrorBegins('MOVED')},
    {id: 'read', lines: ['@{6379} GET product:1'], when: lastCommandBegins('GET')},
  ],
})

const hint = step({
  id: 'hint',
  ready: calm,
  goals: [{id: 'asked', goal: hintAsked}],
  solutions: [{id: 'hint', lines: ['/hint']}],
  mistakes: [
    {
      id: 'redis-help',
      lines: ['CLIENT HELP'],
      when: ({outcomes: done}) => done.at(-1)?.action.do === 'command',
    },
  ],
})

const mend = step({
  id: 'break',
  ready: calm,
  goals: [
    {id: 'down', goal: isDown('6481'), once: true},
    {id: 'back', goal: every(everyNodeAnswers, everyReplicaLinked, nobodySuspects('6481'), everyoneSaysOk)},
  ],
  stableFor: 500,
  highlight: ['role', 'connected_slaves', 'slave', 'master_link_status'],
  solutions: [
    {id: 'kill', lines: ['/kill {6481}', '/start {6481}']},
    {id: 'stop', lines: ['/stop {6481}', '/start {6481}']},
  ],
  mistakes: [
    {
      id: 'another',
      lines: ['/kill {6479}'],
      when: evidence => sixNodes.some(node => node !== '6481' && isDown(node)(evidence).is === 'met'),
    },
    {
      id: 'paused',
      lines: ['/pause {6481}'],
      when: ({now}) => now.nodes.some(({process}) => process.is === 'paused'),
    },
    {
      id: 'already-runs',
      lines: ['/start {6481}'],
      when: both(
        ({outcomes: done}) => done.at(-1)?.action.do === 'start' && done.at(-1)?.is === 'failed',
        holds(everyNodeAnswers),
      ),
    },
  ],
})

export const tour = lesson({
  id: 'tour',
  stage: 'cluster',
  steps: [look, other, card, hint, mend],
  words: {en, zh},
})
