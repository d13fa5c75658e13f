// Step "ADDSLOTSRANGE: 16384 slots, three masters"

import {slotCount} from '../../src/model/cluster/hash-slot.ts'
import {answeredIn, answering} from '../../src/model/lesson/goals/about-node.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {
  both,
  fact,
  lastCommandBegins,
  lastErrorBegins,
  type Sign,
  unmet,
} from '../../src/model/lesson/goals/signs.ts'
import {step} from '../../src/model/lesson/lesson.ts'
import {meets, ranges} from './joined.ts'
import {
  allAreMasters,
  aReplicaServes,
  assignedIn,
  everyoneKnowsAll,
  everySlotIsServed,
  mastersServe,
  nothingAssigned,
} from './signs.ts'

/** Some slots are assigned, and the cluster serves none of them. */
const isPartial: Sign = ({now}) =>
  answering(now).some(
    reading =>
      assignedIn(reading) > 0 &&
      assignedIn(reading) < slotCount &&
      reading.cluster?.info['cluster_state'] === 'fail',
  )

const oneHasAll: Sign = ({now}) =>
  ['6379', '6380', '6381'].some(node => {
    const own = answeredIn(now, node as '6379')?.cluster?.nodes.find(({flags}) => flags.includes('myself'))
    return own?.slots.join() === `0-${slotCount - 1}`
  })

export const slots = step({
  setup: meets,
  ready: every(everyoneKnowsAll, nothingAssigned),
  goals: {shared: mastersServe, served: everySlotIsServed},
  prediction: {answer: 'fail', seen: isPartial},
  facts: {alone: fact(allAreMasters)},
  highlight: ['role'],
  view: 'slots',
  solutions: {
    ranges: [...ranges.slice(0, 2), 'CLUSTER INFO', ...ranges.slice(2), 'CLUSTER INFO'],
  },
  ways: {
    uneven: [
      '@{6381} CLUSTER ADDSLOTSRANGE 0 999',
      '@{6380} CLUSTER ADDSLOTSRANGE 1000 1999 3000 9999',
      '@{6379} CLUSTER ADDSLOTSRANGE 2000 2999 10000 16383',
    ],
  },
  mistakes: {
    'two-slots': {
      example: ['@{6379} CLUSTER ADDSLOTS 0 5460'],
      when: both(lastCommandBegins('CLUSTER ADDSLOTS'), unmet(everySlotIsServed)),
    },
    taken: {
      example: ['@{6379} CLUSTER ADDSLOTSRANGE 0 5461', '@{6379} CLUSTER ADDSLOTSRANGE 5461 10922'],
      when: lastErrorBegins('ERR Slot'),
    },
    'out-of-range': {
      example: ['@{6381} CLUSTER ADDSLOTSRANGE 10923 16384'],
      when: lastErrorBegins('ERR Invalid or out of range slot'),
    },
    hyphen: {
      example: ['@{6379} CLUSTER ADDSLOTSRANGE 0-5460'],
      when: lastErrorBegins("ERR wrong number of arguments for 'cluster|addslotsrange'"),
    },
    'one-has-all': {example: ['@{6379} CLUSTER ADDSLOTSRANGE 0 16383'], when: oneHasAll},
    'a-replica': {example: ['@{6479} CLUSTER ADDSLOTSRANGE 0 5460'], when: aReplicaServes},
  },
})
