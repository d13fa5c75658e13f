// Step "CLUSTER RESET: take it apart"

import {errorOf} from '../../src/model/commands/action.ts'
import {answering} from '../../src/model/lesson/goals/about-node.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {holds, lastErrorBegins, lostWhen} from '../../src/model/lesson/goals/signs.ts'
import {type Goal, once, step} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'
import {create, replicates} from './joined.ts'
import {everyoneIsAlone, everySlotIsServed, paired} from './signs.ts'

/** One of the masters serves its slot. */
const write = '@masters SET product:1 teapot'

const someKey: Goal = ({now}) =>
  answering(now).some(({keys}) => keys > 0) ? met : notYet(message('goals.nobodyHasKeys'))

const refusal = "ERR CLUSTER RESET can't be called with master nodes containing keys"

export const reset = step({
  setup: [create, ...replicates],
  ready: every(everySlotIsServed, paired),
  goals: {
    written: once(lostWhen(someKey, holds(everyoneIsAlone), message('goals.apartWithoutKey'))),
    alone: everyoneIsAlone,
  },
  prediction: {
    answer: 'refused',
    seen: ({outcomes}) => outcomes.some(one => (errorOf(one) ?? '').startsWith(refusal)),
    unseen: ['flushed'],
  },
  highlight: ['role'],
  solutions: {
    reset: [write, '@all CLUSTER RESET', '@masters FLUSHALL', '@all CLUSTER RESET', 'CLUSTER NODES'],
  },
  ways: {
    flushed: [write, '@masters FLUSHALL', '@all CLUSTER RESET SOFT'],
    hard: [write, '@{6379} CLUSTER RESET HARD', '@masters FLUSHALL', '@all CLUSTER RESET HARD'],
  },
  mistakes: {
    keys: {example: [write, '@{6379} CLUSTER RESET'], when: lastErrorBegins(refusal)},
    'on-a-replica': {
      example: ['@{6479} FLUSHALL'],
      when: lastErrorBegins('READONLY'),
    },
    forget: {
      example: ['@{6379} CLUSTER FORGET {id 6379}'],
      when: lastErrorBegins('ERR I tried hard but I can'),
    },
  },
})
