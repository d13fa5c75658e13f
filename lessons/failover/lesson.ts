// A cluster heals itself: a master is killed, its replica takes over, the old master comes back as a replica.

import {every, everyNodeAnswers, everyReplicaLinked, follows, isDown, isMaster} from '../../src/model/ask.ts'
import {everyoneSaysOk, everyoneSeesOwner, nobodySuspects} from '../../src/model/ask-cluster.ts'
import {holds, lastErrorBegins} from '../../src/model/deeds.ts'
import {lesson, step} from '../../src/model/lesson.ts'
import {firstMasters} from '../../src/model/node.ts'
import en from './en.md'
import zh from './zh.md'

const calm = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

const kill = step({
  id: 'kill',
  ready: calm,
  goal: [
    {id: 'down', ask: isDown('6381')},
    {id: 'promoted', ask: isMaster('6481')},
    {id: 'agreed', ask: every(everyoneSeesOwner('6481', '6381'), everyoneSaysOk)},
  ],
  hold: 500,
  focus: ['role', 'master_link_status', 'master_link_down_since_seconds', 'slave_repl_offset'],
  solutions: [
    {id: 'kill', lines: ['/kill {6381}']},
    {id: 'shutdown', lines: ['@{6381} SHUTDOWN NOSAVE']},
  ],
  slips: [
    {
      id: 'majority-lost',
      lines: ['/kill {6381}', '/kill {6380}'],
      seen: sight =>
        isMaster('6481')(sight).is !== 'met' &&
        firstMasters.filter(node => isDown(node)(sight).is === 'met').length > 1,
    },
    {id: 'replica-killed', lines: ['/kill {6481}'], seen: holds(isDown('6481'))},
    {
      id: 'no-one',
      lines: ['@{6481} REPLICAOF NO ONE'],
      seen: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  ],
})

const comeBack = step({
  id: 'return',
  given: ['/kill {6381}'],
  ready: every(isDown('6381'), isMaster('6481'), everyoneSaysOk),
  goal: [
    {id: 'follows', ask: follows('6381', '6481')},
    {id: 'trusted', ask: every(nobodySuspects('6381'), everyoneSaysOk)},
  ],
  hold: 500,
  focus: ['role', 'master_port', 'master_link_status', 'slave'],
  solutions: [{id: 'start', lines: ['/start {6381}']}],
  slips: [
    {
      id: 'wrong-node',
      lines: ['/start {6481}'],
      seen: sight => sight.done.at(-1)?.action.do === 'start' && sight.done.at(-1)?.is === 'failed',
    },
  ],
})

export const failover = lesson({id: 'failover', stage: 'cluster', steps: [kill, comeBack], words: {en, zh}})
