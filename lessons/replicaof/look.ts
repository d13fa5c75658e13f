// Step "Six masters, no cluster"

import {wasMissedOn} from '../../src/model/lesson/goals/lookups.ts'
import {every, everyNodeAnswers, keysGrew, oneOf} from '../../src/model/lesson/goals/replication.ts'
import {both, either, holds, lastCommandBegins, unmet} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'

const others = ['6380', '6381', '6479', '6480', '6481'] as const

const missing = oneOf(...others.map(node => wasMissedOn(node, 'stock:1')))

const anotherGrew = either(...others.map(node => holds(keysGrew(node))))

export const look = step({
  ready: everyNodeAnswers,
  goals: {written: keysGrew('6379'), missing},
  highlight: ['role', 'connected_slaves'],
  prediction: {
    answer: 'one',
    seen: both(holds(every(keysGrew('6379'), missing)), evidence => !anotherGrew(evidence)),
    unseen: ['everywhere'],
  },
  solutions: {
    set: ['@{6379} SET stock:1 40', '@{6380} GET stock:1'],
    exists: ['@{6379} INCR stock:1', '@{6479} EXISTS stock:1'],
  },
  ways: {
    several: ['@{6379} MSET stock:1 40 stock:2 7', '@{6481} MGET stock:1 stock:2'],
    everywhere: ['@{6480} GET stock:1', '@all SET stock:1 40'],
  },
  mistakes: {
    'on-another': {
      example: ['@{6380} SET stock:1 40'],
      when: both(anotherGrew, unmet(keysGrew('6379'))),
    },
    'read-here': {
      example: ['@{6379} SET stock:1 40', '@{6379} GET stock:1'],
      when: both(lastCommandBegins('GET', '6379'), holds(keysGrew('6379')), unmet(missing)),
    },
  },
})
