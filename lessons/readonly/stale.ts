// Step "Replication lag: a slow replica"

import {commandOf} from '../../src/model/commands/action.ts'
import {every, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  either,
  holds,
  lastCommandBegins,
  lastDoneOn,
  lastErrorBegins,
  lastWroteOn,
  not,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {lastCommandHas} from '../../src/model/lesson/goals/slots.ts'
import {isPaused, readWhileBehind} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {bothCaughtUp, bothFollow, offsets, shop, strangers} from './shop.ts'

const oldWasRead = oneOf(
  readWhileBehind('6380', '6379', 'product:1'),
  readWhileBehind('6381', '6379', 'product:1'),
)

/** A replica was read while it was behind, but not the changed key. */
const otherWasRead = both(
  holds(oneOf(readWhileBehind('6380', '6379'), readWhileBehind('6381', '6379'))),
  unmet(oldWasRead),
)

/** The last command pauses for less than a second: seconds were meant, not milliseconds. */
const heldTooShort: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  const [client, pause, ms] = last ? commandOf(last.action) : []
  return client === 'CLIENT' && pause === 'PAUSE' && Number(ms) < 1000
}

export const stale = step({
  setup: shop,
  ready: every(bothFollow, bothCaughtUp),
  goals: {stale: once(oldWasRead), 'caught-up': every(bothFollow, bothCaughtUp)},
  prediction: comesWith(oldWasRead, 'old'),
  highlight: ['master_link_status', ...offsets],
  solutions: {
    held: [
      '@{6380} CLIENT PAUSE 3000 WRITE',
      '@{6379} SET product:1 mug',
      '@{6380} GET product:1',
      '@{6381} GET product:1',
    ],
    'cut-off': [
      '@{6381} REPLICAOF 127.0.0.1 1',
      '@{6379} SET product:1 bowl',
      '@{6381} GET product:1',
      '@{6379} WAIT 2 500',
      '@{6381} REPLICAOF 127.0.0.1 {6379}',
    ],
  },
  ways: {
    unpaused: [
      '@{6381} CLIENT PAUSE 60000 WRITE',
      '@{6379} MSET product:1 mug product:2 bowl',
      '@{6381} MGET product:1 product:2',
      '@{6381} CLIENT UNPAUSE',
    ],
  },
  mistakes: {
    frozen: {example: ['/pause {6380}'], when: isPaused('6380', '6381')},
    // Checked before master-held, because its remedy, CLIENT UNPAUSE, would be blocked like everything else.
    everything: {
      example: ['@{6380} CLIENT PAUSE 2000'],
      when: both(
        lastCommandBegins('CLIENT PAUSE'),
        not(lastCommandHas('WRITE')),
        not(lastErrorBegins('ERR')),
      ),
    },
    'master-held': {
      example: ['@{6379} CLIENT PAUSE 60000 WRITE'],
      when: lastCommandBegins('CLIENT PAUSE', '6379'),
    },
    'other-key': {
      example: ['@{6380} CLIENT PAUSE 3000 WRITE', '@{6379} SET product:1 mug', '@{6380} GET product:2'],
      when: both(either(lastCommandBegins('GET', '6380'), lastCommandBegins('GET', '6381')), otherWasRead),
    },
    'on-a-stranger': {
      example: ['@{6479} CLIENT PAUSE 60000 WRITE'],
      when: either(lastDoneOn(strangers, 'CLIENT PAUSE'), lastWroteOn(...strangers)),
    },
    'too-short': {example: ['@{6380} CLIENT PAUSE 60 WRITE'], when: heldTooShort},
  },
})
