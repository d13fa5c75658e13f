// Slots that move as a whole: what the two steps on it share, for the servers with CLUSTER MIGRATION and those with CLUSTER MIGRATESLOTS.

import type {Answered} from '../../src/model/cluster/snapshot.ts'
import {answering, counterGrowth} from '../../src/model/lesson/goals/about-node.ts'
import {everyoneSeesSlotAt, keyInSlotOf} from '../../src/model/lesson/goals/cluster.ts'
import {noSlotOpen} from '../../src/model/lesson/goals/members.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'

/** Two keys of the slot that moves. */
export const twoKeys = '@{owner product:4} MSET {product:4}:name lamp {product:4}:price 20'

export const atHome = every(noSlotOpen, everyoneSeesSlotAt('product:4', '6379'))

export const hasMoved = every(everyoneSeesSlotAt('product:4', '6382'), noSlotOpen)

export const hasKeys = keyInSlotOf('product:4', '6382')

/** No node replied ASK in this step. */
const noAsk: Sign = evidence =>
  answering(evidence.now).every(
    reading => counterGrowth(evidence, reading, ({errors}: Answered) => errors['ASK'] ?? 0) === 0,
  )

export const seen = both(holds(hasMoved), noAsk)

/** The slot was opened by hand. */
export const opened = {
  example: ['@{6382} CLUSTER SETSLOT {slot product:4} IMPORTING {id 6379}'],
  when: (evidence => noSlotOpen(evidence).is !== 'met') satisfies Sign,
}
