// Step "redis-cli --cluster create"

import {every, everyNodeAnswers} from '../../src/model/lesson/goals/replication.ts'
import {comesWith, lastErrorBegins, lastNamedAPort} from '../../src/model/lesson/goals/signs.ts'
import {once, step} from '../../src/model/lesson/lesson.ts'
import {addReplica, create as createLine, createMasters, createSix, replicates} from './joined.ts'
import {
  aReplicaServes,
  everyMasterIsFollowed,
  everyoneIsAlone,
  everySlotIsServed,
  mastersServe,
  paired,
} from './signs.ts'

const made = every(everySlotIsServed, mastersServe, everyMasterIsFollowed)

export const create = step({
  ready: every(everyNodeAnswers, everyoneIsAlone),
  goals: {made: once(made), paired},
  prediction: comesWith(made, 'three'),
  highlight: ['role', 'master_port', 'master_link_status'],
  solutions: {
    create: [createLine, 'redis-cli --cluster check 127.0.0.1:{6379}', ...replicates, 'CLUSTER INFO'],
  },
  ways: {
    added: [
      createMasters,
      addReplica('6479', '6379'),
      addReplica('6480', '6380'),
      addReplica('6481', '6381'),
    ],
  },
  // Not after `createLine`: by chance its pairs may be right at once.
  mistakes: {
    'six-masters': {example: [createSix], when: aReplicaServes},
    'port-for-id': {
      example: [createMasters, '@{6379} CLUSTER REPLICATE {6380}'],
      when: lastNamedAPort,
    },
    'on-the-master': {
      example: [createMasters, '@{6379} CLUSTER REPLICATE {id 6380}'],
      when: lastErrorBegins('ERR To set a master the node must be empty'),
    },
  },
})
