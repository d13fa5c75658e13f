// The steps on copies that come late: an old answer, WAIT, and a master that rather refuses.

import {commandOf} from '../../src/model/commands/action.ts'
import {every, everyNodeAnswers, offsetGrew, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  comesWith,
  either,
  lastCommandBegins,
  lastErrorBegins,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {
  demandsReplicas,
  isPaused,
  readWhileBehind,
  waitedWhileBehind,
} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {aReplicaIsDown, bothCaughtUp, bothFollow, offsets, shop} from './shop.ts'

const oldWasRead = oneOf(readWhileBehind('6380', '6379'), readWhileBehind('6381', '6379'))

/** The last command holds for less than a second: whoever typed it meant seconds. */
const heldTooShort: Sign = ({outcomes: done}) => {
  const last = done.at(-1)
  const [client, pause, ms] = last ? commandOf(last.action) : []
  return client === 'CLIENT' && pause === 'PAUSE' && Number(ms) < 1000
}

export const stale = step({
  id: 'stale',
  setup: shop,
  ready: every(bothFollow, bothCaughtUp),
  goals: [
    {id: 'stale', goal: oldWasRead, once: true},
    {id: 'caught-up', goal: every(bothFollow, bothCaughtUp)},
  ],
  prediction: comesWith(oldWasRead, 'old'),
  highlight: ['master_link_status', ...offsets],
  solutions: [
    {
      id: 'held',
      lines: [
        '@{6380} CLIENT PAUSE 3000 WRITE',
        '@{6379} SET product:1 mug',
        '@{6380} GET product:1',
        '@{6381} GET product:1',
      ],
    },
    {
      id: 'cut-off',
      lines: [
        '@{6381} REPLICAOF 127.0.0.1 1',
        '@{6379} SET product:2 bowl',
        '@{6381} GET product:2',
        '@{6379} WAIT 2 500',
        '@{6381} REPLICAOF 127.0.0.1 {6379}',
      ],
    },
  ],
  mistakes: [
    {id: 'frozen', lines: ['/pause {6380}'], when: isPaused('6380', '6381')},
    // Before master-held: its remedy, CLIENT UNPAUSE, would wait as long as everything else.
    {
      id: 'everything',
      lines: ['@{6380} CLIENT PAUSE 2000'],
      when: both(lastCommandBegins('CLIENT PAUSE'), unmet(everyNodeAnswers)),
    },
    {
      id: 'master-held',
      lines: ['@{6379} CLIENT PAUSE 60000 WRITE'],
      when: lastCommandBegins('CLIENT PAUSE', '6379'),
    },
    {
      id: 'too-short',
      lines: ['@{6380} CLIENT PAUSE 60 WRITE'],
      when: heldTooShort,
    },
  ],
})

const tooFewHaveIt = oneOf(waitedWhileBehind('6380', '6379'), waitedWhileBehind('6381', '6379'))

export const wait = step({
  id: 'wait',
  setup: shop,
  enter: ['@{6380} CLIENT PAUSE 600000 WRITE'],
  ready: every(bothFollow, bothCaughtUp),
  goals: [
    {id: 'short', goal: tooFewHaveIt, once: true},
    {id: 'caught-up', goal: every(bothFollow, bothCaughtUp)},
  ],
  prediction: comesWith(tooFewHaveIt, 'one'),
  highlight: offsets,
  solutions: [
    {
      id: 'wait',
      lines: [
        '@{6379} RPUSH orders:today cup',
        '@{6379} WAIT 2 1000',
        '@{6379} WAIT 2 300',
        '@{6380} CLIENT UNPAUSE',
        '@{6379} WAIT 2 1000',
      ],
    },
    {
      id: 'restart',
      lines: [
        '@{6379} INCR visits',
        '@{6379} WAIT 3 300',
        '@{6379} WAIT 2 300',
        '/kill {6380}',
        '/start {6380}',
        '@{6380} REPLICAOF 127.0.0.1 {6379}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'nothing-written',
      lines: ['@{6379} WAIT 2 1000'],
      // The PING of every 10 s moves the offset by 14 bytes; no write is as short as two of them.
      when: both(lastCommandBegins('WAIT', '6379'), unmet(offsetGrew('6379', 28))),
    },
    {
      id: 'on-a-replica',
      lines: ['@{6380} WAIT 2 1000'],
      when: lastErrorBegins('ERR WAIT cannot be used with replica instances'),
    },
  ],
})

const masterRefuses = wasAnswered('6379', 'NOREPLICAS')

export const noreplicas = step({
  id: 'noreplicas',
  setup: shop,
  // Whoever left the step before with a replica still held meets no hold here.
  enter: ['@{6380} CLIENT UNPAUSE', '@{6381} CLIENT UNPAUSE'],
  ready: every(bothFollow, bothCaughtUp),
  goals: [
    {id: 'demands', goal: demandsReplicas('6379')},
    {id: 'refused', goal: masterRefuses},
    {id: 'back', goal: bothFollow},
  ],
  highlight: ['min_slaves_good_slaves', 'connected_slaves', 'slave'],
  solutions: [
    {
      id: 'kill',
      lines: [
        '@{6379} CONFIG SET min-replicas-to-write 2',
        '/kill {6380}',
        '@{6379} SET stock:1 40',
        '/start {6380}',
        '@{6380} REPLICAOF 127.0.0.1 {6379}',
        '@{6379} WAIT 2 5000',
        '@{6379} SET stock:1 40',
      ],
    },
    {
      id: 'freeze',
      lines: [
        '@{6379} CONFIG SET min-slaves-to-write 2',
        '/pause {6380}',
        '@{6379} CLIENT KILL TYPE replica',
        '@{6379} SET stock:1 40',
        '/resume {6380}',
      ],
    },
  ],
  mistakes: [
    {
      id: 'still-good',
      lines: ['@{6379} CONFIG SET min-replicas-to-write 2', '/pause {6380}', '@{6379} SET stock:1 40'],
      when: both(isPaused('6380', '6381'), unmet(masterRefuses)),
    },
    {
      id: 'enough',
      lines: ['@{6379} CONFIG SET min-replicas-to-write 1', '/kill {6380}', '@{6379} SET stock:1 40'],
      when: both(aReplicaIsDown, lastCommandBegins('SET', '6379'), unmet(masterRefuses)),
    },
    {
      id: 'on-a-replica',
      lines: ['@{6380} CONFIG SET min-replicas-to-write 2'],
      when: either(
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6380'),
        lastCommandBegins('CONFIG SET MIN-REPLICAS-TO-WRITE', '6381'),
      ),
    },
  ],
})
