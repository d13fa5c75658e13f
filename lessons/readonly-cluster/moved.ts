// Step "In a cluster: write to a replica"

import {every, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  either,
  lastCommandBegins,
  lastErrorBegins,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, movedAway, shop} from './shop.ts'

export const moved = step({
  setup: shop,
  ready: healthy,
  goals: {moved: movedAway, written: every(keysGrew('6379'), keysGrew('6479'))},
  prediction: comesWith(movedAway, 'moved'),
  highlight: ['role', 'master_host', 'master_port', 'slave_repl_offset', 'master_repl_offset'],
  solutions: {
    'by-hand': ['@{6479} RPUSH orders:today teapot', '@{6379} RPUSH orders:today teapot'],
    led: ['/cluster on', '@{6479} SET stock:1 40', '/cluster off'],
  },
  mistakes: {
    'other-master': {
      example: ['@{6380} RPUSH orders:today teapot'],
      when: both(
        lastErrorBegins('MOVED'),
        either(lastCommandBegins('RPUSH', '6380'), lastCommandBegins('RPUSH', '6381')),
      ),
    },
    'standalone-way': {
      example: ['@{6479} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  },
})
