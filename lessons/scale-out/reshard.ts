// Step "reshard: slots move to the new node"

import {commandOf, errorOf} from '../../src/model/commands/action.ts'
import {everyoneSaysOk, everyoneSeesSlotAt} from '../../src/model/lesson/goals/cluster.ts'
import {servesNoSlot, servesSlots} from '../../src/model/lesson/goals/members.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {comesWith, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {hasJoined, healthy, joining, newcomerKilled} from './newcomer.ts'

/** A slot that has an owner was claimed with ADDSLOTS. */
const isBusy: Sign = ({outcomes}) => {
  const last = outcomes.at(-1)
  return last !== undefined && /^ERR Slot \d+ is already busy/.test(errorOf(last) ?? '')
}

/** A node gave up slots, and nobody serves them. */
const givenUp: Sign = evidence =>
  evidence.outcomes.some(({action}) => {
    const [first, second = ''] = commandOf(action)
    return first === 'CLUSTER' && ['DELSLOTS', 'DELSLOTSRANGE', 'FLUSHSLOTS'].includes(second)
  }) && !holds(everyoneSaysOk)(evidence)

const moved = every(healthy, servesSlots('6382'))

export const reshard = step({
  setup: joining,
  // The key of the first slot, and one that stays.
  enter: ['@{6379} SET product:1 teapot', '@{6379} SET product:4 lamp'],
  ready: every(hasJoined, servesNoSlot('6382')),
  prediction: comesWith(moved, 'slots'),
  goals: {moved},
  // Between two slots of a rebalance none is open for a moment.
  stableFor: 1500,
  facts: {
    key: everyoneSeesSlotAt('product:1', '6382'),
    stayed: everyoneSeesSlotAt('product:4', '6379'),
  },
  highlight: ['role'],
  view: 'slots',
  solutions: {
    reshard: [
      'redis-cli --cluster reshard 127.0.0.1:{6379} --cluster-from {id 6379} --cluster-to {id 6382} --cluster-slots 100 --cluster-yes',
    ],
  },
  ways: {
    rebalance: [
      'redis-cli --cluster rebalance 127.0.0.1:{6379} --cluster-threshold 1 --cluster-use-empty-masters --cluster-weight {id 6382}=0.02',
    ],
    'by-hand': [
      '@{6382} CLUSTER SETSLOT {slot product:1} IMPORTING {id 6379}',
      '@{6379} CLUSTER SETSLOT {slot product:1} MIGRATING {id 6382}',
      '@{6379} MIGRATE 127.0.0.1 {6382} product:1 0 1000',
      '@{6382} CLUSTER SETSLOT {slot product:1} NODE {id 6382}',
      '@{6379} CLUSTER SETSLOT {slot product:1} NODE {id 6382}',
    ],
  },
  mistakes: {
    'given-up': {
      example: ['@{6379} CLUSTER DELSLOTS {slot product:1}'],
      when: givenUp,
    },
    busy: {
      example: ['@{6382} CLUSTER ADDSLOTS {slot product:1}'],
      when: isBusy,
    },
    killed: newcomerKilled,
  },
})
