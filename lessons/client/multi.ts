// Step "Transactions and pipelines: one slot"

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {wasAnswered} from '../../src/model/lesson/goals/replies.ts'
import {both, comesWith, lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {storedTogether} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'

/** Refused because of the key that is elsewhere, not because of a typing mistake. */
const aborted = every(wasAnswered('6379', 'MOVED'), wasAnswered('6379', 'EXECABORT'))

const abort = ['@{6379} MULTI', '@{6379} SET product:1 teapot', '@{6379} SET product:2 cup', '@{6379} EXEC']

const together = [
  '@{owner cart:{ann}} MULTI',
  '@{owner cart:{ann}} SET cart:{ann}:items teapot',
  '@{owner cart:{ann}} SET cart:{ann}:coupon spring',
  '@{owner cart:{ann}} EXEC',
]

export const multi = step({
  enter: ['@{owner cart:{ann}} DEL cart:{ann}:items cart:{ann}:coupon'],
  ready: everyoneSaysOk,
  countKeys: ['cart:{ann}'],
  prediction: comesWith(aborted, 'none'),
  goals: {aborted, stored: storedTogether('cart:{ann}')},
  highlight: ['role'],
  view: 'slots',
  solutions: {multi: [...abort, ...together]},
  mistakes: {
    'no-multi': {example: ['@{6379} EXEC'], when: lastErrorBegins('ERR EXEC without MULTI')},
    nested: {
      example: ['@{6379} MULTI', '@{6379} MULTI'],
      // Valkey has other words for it, and then discards the transaction.
      when: both(lastCommandBegins('MULTI'), lastErrorBegins('ERR')),
    },
    mset: {
      example: ['@{6379} MSET product:1 a product:2 b'],
      when: both(lastCommandBegins('MSET'), lastErrorBegins('CROSSSLOT')),
    },
    'two-slots': {
      example: ['@{6379} MULTI', '@{6379} SET product:1 a', '@{6379} SET cart:{ann}:items b', '@{6379} EXEC'],
      when: both(lastCommandBegins('EXEC'), lastErrorBegins('CROSSSLOT')),
    },
  },
})
