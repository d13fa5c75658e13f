// Step "WAIT: count the copies"

import {every, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  either,
  lastCommandBegins,
  lastDoneOn,
  lastErrorBegins,
  lastWroteOn,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {
  isBehind,
  waitCountedAll,
  waitedAgain,
  waitedInVain,
} from '../../src/model/lesson/goals/stale-reads.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {bothCaughtUp, bothFollow, offsets, shop, strangers} from './shop.ts'

const tooFewHaveIt = oneOf(waitedInVain('6380', '6379'), waitedInVain('6381', '6379'))

export const wait = step({
  setup: shop,
  enter: ['@{6380} CLIENT PAUSE 600000 WRITE'],
  ready: every(bothFollow, bothCaughtUp),
  goals: {
    short: once(tooFewHaveIt),
    'caught-up': every(bothFollow, bothCaughtUp),
    again: once(waitedAgain('6379', 2)),
  },
  prediction: comesWith(tooFewHaveIt, 'one'),
  highlight: offsets,
  solutions: {
    wait: [
      '@{6379} RPUSH orders:today cup',
      '@{6379} WAIT 2 1000',
      '@{6379} WAIT 2 300',
      '@{6380} CLIENT UNPAUSE',
      '@{6379} WAIT 2 8000',
    ],
    restart: [
      '@{6379} INCR visits',
      '@{6379} WAIT 3 300',
      '@{6379} WAIT 2 300',
      '/kill {6380}',
      '/start {6380}',
      '@{6380} REPLICAOF 127.0.0.1 {6379}',
      '@{6379} WAIT 2 8000',
    ],
  },
  ways: {
    // A WAIT without a limit is left by Ctrl-C; what remains is a connection that has written nothing.
    again: [
      '@{6379} SET cart:ann cup',
      '@{6379} WAIT 1 1000',
      '@{6379} SET cart:ann lamp',
      '@{6379} WAIT 2 500',
      '@{6380} CLIENT UNPAUSE',
      '@{6379} WAIT 2 8000',
    ],
  },
  mistakes: {
    'nothing-written': {
      example: ['@{6379} WAIT 2 1000'],
      when: both(
        lastCommandBegins('WAIT', '6379'),
        unmet(oneOf(isBehind('6380', '6379'), isBehind('6381', '6379'))),
        unmet(tooFewHaveIt),
      ),
    },
    'counted-all': {
      example: ['@{6379} INCR visits', '@{6379} WAIT 1 8000'],
      when: either(waitCountedAll('6380', '6379'), waitCountedAll('6381', '6379')),
    },
    'on-a-stranger': {
      example: ['@{6479} WAIT 2 300'],
      when: either(lastDoneOn(strangers, 'WAIT'), lastWroteOn(...strangers)),
    },
    'on-a-replica': {
      example: ['@{6380} WAIT 2 1000'],
      when: lastErrorBegins('ERR WAIT cannot be used with replica instances'),
    },
  },
})
