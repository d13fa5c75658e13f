// Step "SET: watch a write arrive"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

/** The other masters. */
const others = ['6380', '6381'] as const

export const card = step({
  // The step on hints is gone; its text is here.
  aliases: ['hint'],
  ready: healthy,
  goals: {written: keysGrew('6379'), copied: keysGrew('6479')},
  highlight: ['master_repl_offset', 'slave_repl_offset', 'slave'],
  prediction: {
    answer: 'pair',
    seen: evidence => sixNodes.filter(node => holds(keysGrew(node))(evidence)).join() === '6379,6479',
  },
  solutions: {set: ['@{6379} SET product:1 teapot'], list: ['@{6379} RPUSH orders:today teapot cup']},
  ways: {counter: ['@{6379} INCR stock:1']},
  mistakes: {
    'not-here': {example: ['@{6379} SET cart:ann teapot'], when: lastErrorBegins('MOVED')},
    'on-another': {
      example: ['@{6380} SET cart:ann teapot'],
      when: both(unmet(keysGrew('6379')), either(...others.map(node => holds(keysGrew(node))))),
    },
    read: {example: ['@{6379} GET product:1'], when: lastCommandBegins('GET')},
  },
})
