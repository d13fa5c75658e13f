// Step "READONLY: what it does not do"

import {wasCalled} from '../../src/model/lesson/goals/replies.ts'
import {comesWith, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {wasTriedOn} from '../../src/model/lesson/goals/stale-reads.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, movedAway, shop} from './shop.ts'

const thrice = wasTriedOn(['6479'], 'MOVED', 3)

export const limits = step({
  setup: shop,
  enter: ['@{6479} READONLY'],
  ready: healthy,
  goals: {moved: thrice, back: wasCalled('6479', 'readwrite')},
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_port', 'slave_read_only'],
  solutions: {
    'one-by-one': [
      '@{6479} SET product:4 candle',
      '@{6479} GET product:2',
      '@{6479} READWRITE',
      '@{6479} GET product:4',
    ],
    use: ['/use {6479}', 'DEL product:4', 'EXISTS product:2', 'READWRITE', 'EXISTS product:4', '/use {6379}'],
  },
  mistakes: {
    'on-the-master': {example: ['@{6379} SET product:4 candle'], when: lastCommandBegins('SET', '6379')},
    'one-word': {example: ['@{6479} READ WRITE'], when: lastErrorBegins("ERR unknown command 'READ'")},
  },
})
