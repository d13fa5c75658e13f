// Step "READONLY: what it does not do"

import {gotRedirect, sawRedirect, unseenRedirects} from '../../src/model/lesson/goals/redirects.ts'
import {every, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, shop} from './shop.ts'

const own = {is: 'MOVED', from: '6479', to: '6379'} as const

const ownWrite = {...own, command: 'write'} as const

const readWrite = wasCalled('6479', 'readwrite')

export const limits = step({
  setup: shop,
  enter: ['/cluster off', '@{6479} READONLY'],
  ready: healthy,
  // Of redirects that were followed only the number is known: three prove all three.
  goals: {
    write: gotRedirect(ownWrite, 3),
    other: gotRedirect({...own, to: '6381'}, 3),
    back: every(readWrite, gotRedirect({...own, command: 'read'}, 3)),
  },
  prediction: {
    answer: 'moved',
    // After READWRITE it would show nothing about READONLY.
    seen: both(
      unmet(readWrite),
      either(sawRedirect(ownWrite), evidence => unseenRedirects(own)(evidence) > 0),
    ),
    unseen: ['taken-back-first'],
  },
  highlight: ['role', 'master_port', 'slave_read_only'],
  view: 'nodes',
  solutions: {
    'one-by-one': [
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
    ],
    use: ['/use {6479}', 'DEL product:4', 'EXISTS product:2', 'READWRITE', 'EXISTS product:4', '/use {6379}'],
  },
  ways: {
    followed: [
      '/cluster on',
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
      '/cluster off',
    ],
    'taken-back-first': [
      '@{6479} READWRITE',
      '@{6479} GET product:4',
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
    ],
  },
  mistakes: {
    'on-the-master': {example: ['@{6379} SET product:4 candle'], when: lastCommandBegins('SET', '6379')},
    'one-word': {example: ['@{6479} READ WRITE'], when: lastErrorBegins("ERR unknown command 'READ'")},
    promoted: {example: ['@{6479} CLUSTER FAILOVER'], when: holds(isMaster('6479'))},
    early: {
      example: ['@{6479} READWRITE', '@{6479} GET product:4'],
      when: both(holds(readWrite), unmet(gotRedirect(ownWrite, 3))),
    },
  },
})
