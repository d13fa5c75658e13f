// Incident "archive": a replica died, its master went on, and then the master died, too: the replica on disk is older.

import {failedFor, stateIs} from '../../src/model/lesson/goals/cluster.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {slotHolds} from '../../src/model/lesson/goals/service.ts'
import {servesSlotOf} from '../../src/model/lesson/goals/slots.ts'
import {incident} from './incident.ts'

export const archive = incident({
  // With appendfsync everysec, what is written while an fsync runs waits in memory: the kill could lose a book.
  breaks: [
    '@{6381} CONFIG SET appendfsync always',
    '@{6381} SET book:{a}:1 Momo',
    '@{6381} WAIT 1 3000',
    '/kill {6481}',
    '@{6381} MSET book:{a}:2 Emma book:{a}:3 Ulysses',
    '/kill {6381}',
  ],
  ready: every(stateIs('fail'), isDown('6381'), isDown('6481'), failedFor('6381')),
  countKeys: ['book:{a}'],
  data: slotHolds('book:{a}', 3),
  solutions: {master: ['/start {6381}', '/start {6481}']},
  ways: {'replica-first': ['/start {6481}', '/start {6381}']},
  mistakes: {
    'older-copy': {
      example: ['/start {6481}', '@{6481} CLUSTER FAILOVER FORCE'],
      when: servesSlotOf('book:{a}', '6481'),
    },
  },
})
