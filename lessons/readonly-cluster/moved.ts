// Step "In a cluster: write to a replica"

import {gotRedirect} from '../../src/model/lesson/goals/redirects.ts'
import {every, isMaster, keysGrew} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  comesWith,
  either,
  holds,
  lastCommandBegins,
  lastErrorBegins,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {answeredInARow} from '../../src/model/lesson/goals/slots.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {healthy, masterDown, shop} from './shop.ts'

const redirected = gotRedirect({is: 'MOVED', from: '6479', to: '6379', command: 'write'})

export const moved = step({
  setup: shop,
  ready: healthy,
  goals: {moved: redirected, written: every(keysGrew('6379'), keysGrew('6479'))},
  prediction: comesWith(redirected, 'moved'),
  highlight: ['role', 'master_host', 'master_port', 'slave_repl_offset', 'master_repl_offset'],
  view: 'nodes',
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
    'other-replica': {
      example: ['@{6480} RPUSH orders:today teapot'],
      when: either(answeredInARow('MOVED', '6480', 1), answeredInARow('MOVED', '6481', 1)),
    },
    'master-down': masterDown,
    promoted: {example: ['@{6479} CLUSTER FAILOVER'], when: holds(isMaster('6479'))},
    'other-key': {
      example: ['@{6479} SET product:2 cup'],
      when: both(answeredInARow('MOVED', '6479', 1), unmet(redirected)),
    },
    'standalone-way': {
      example: ['@{6479} REPLICAOF NO ONE'],
      when: lastErrorBegins('ERR REPLICAOF not allowed in cluster mode'),
    },
  },
})
