// Step "ACL: a user for each task"

import {errorOf} from '../../src/model/commands/action.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, holds, lastErrorBegins, not, unmet} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {closedShop} from './shop.ts'
import {didNotStart, hasReturned, isRestarted, wasDone, wasNotTold} from './signs.ts'

const refused = wasAnswered('6382', 'NOPERM')
const lasts = every(isRestarted('6382'), wasNotTold('6382', 'acl|setuser'), hasReturned('6382', 'NOPERM'))

export const acl = step({
  setup: closedShop,
  ready: isMaster('6382'),
  goals: {refused: once(refused), lasts},
  prediction: {
    answer: 'error',
    // `No permissions to access a key`, in newer versions `… to access one of the keys used as arguments`.
    seen: ({outcomes}) =>
      outcomes.some(one => /^NOPERM .* (a|the|one of the) keys?\b/.test(errorOf(one) ?? '')),
    unseen: ['command-only'],
  },
  highlight: ['role'],
  solutions: {
    setuser: [
      '@{6382} ACL SETUSER shop on >tea ~product:* +get +set',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} AUTH shop tea',
      '@{6382} GET product:1',
      '@{6382} GET orders:today',
      '@{6382} FLUSHALL',
    ],
    file: [
      '/conf {6382} user shop on >tea ~product:* +get +set',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} AUTH shop tea',
      '@{6382} SET product:4 mug',
      '@{6382} SET orders:today 0',
    ],
  },
  ways: {
    'command-only': [
      '@{6382} ACL SETUSER shop on >tea ~* +@read',
      '@{6382} CONFIG REWRITE',
      '/kill {6382}',
      '/start {6382}',
      '@{6382} AUTH shop tea',
      '@{6382} FLUSHALL',
    ],
  },
  mistakes: {
    'bad-line': {
      example: ['/conf {6382} user shop on >tea ~product:* +fetch', '/kill {6382}', '/start {6382}'],
      when: didNotStart('6382'),
    },
    'not-on': {
      example: ['@{6382} ACL SETUSER shop >tea ~product:* +get +set', '@{6382} AUTH shop tea'],
      when: lastErrorBegins('WRONGPASS'),
    },
    modifier: {
      example: ['@{6382} ACL SETUSER shop on >tea product:* +get'],
      when: lastErrorBegins('ERR Error in ACL SETUSER modifier'),
    },
    'no-file': {
      example: ['@{6382} ACL SAVE'],
      when: lastErrorBegins('ERR This '),
    },
    'not-saved': {
      example: [
        '@{6382} ACL SETUSER shop on >tea ~product:* +get +set',
        '@{6382} AUTH shop tea',
        '@{6382} FLUSHALL',
      ],
      when: both(
        both(holds(refused), wasDone('6382', 'ACL SETUSER')),
        both(unmet(lasts), not(wasDone('6382', 'CONFIG REWRITE'))),
      ),
    },
  },
})
