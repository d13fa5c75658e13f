// Step "SET: watch a write arrive"

import {sixNodes} from '../../src/model/cluster/node.ts'
import {keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {lastCommandBegins, lastErrorBegins} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy} from './healthy.ts'

export const card = step({
  ready: healthy,
  goals: {written: keysGrew('6379'), copied: keysGrew('6479')},
  highlight: ['master_repl_offset', 'slave_repl_offset', 'slave'],
  prediction: {
    answer: 'pair',
    seen(evidence) {
      const grown = sixNodes.filter(node => keysGrew(node)(evidence).is === 'met')
      return grown.includes('6379') && grown.length > 1 && grown.length < sixNodes.length
    },
  },
  solutions: {set: ['@{6379} SET product:1 teapot'], list: ['@{6379} RPUSH orders:today teapot cup']},
  mistakes: {
    'not-here': {example: ['@{6379} SET cart:ann teapot'], when: lastErrorBegins('MOVED')},
    read: {example: ['@{6379} GET product:1'], when: lastCommandBegins('GET')},
  },
})
