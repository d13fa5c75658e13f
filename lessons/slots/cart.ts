// Migration of the slot of Ann's cart from 6379 to 6380: its commands, and the states in between.

import {slotOf} from '../../src/model/cluster/hash-slot.ts'
import {answeredOf, type Snapshot} from '../../src/model/cluster/snapshot.ts'
import {
  everyoneSaysOk,
  everyoneSeesSlotAt,
  slotImporting,
  slotMigrating,
} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'
import {both, lastCommandBegins, not, type Sign, unmet} from '../../src/model/lesson/goals/signs.ts'
import {servesSlotOf} from '../../src/model/lesson/goals/slots.ts'
import {bytesOf} from '../../src/model/protocol/bytes.ts'

/** All six nodes answer and agree. */
export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk)

export const cart = '@{6379} MSET cart:{ann}:items teapot cart:{ann}:coupon spring'

export const importing = '@{6380} CLUSTER SETSLOT {slot cart:{ann}} IMPORTING {id 6379}'

export const migrating = '@{6379} CLUSTER SETSLOT {slot cart:{ann}} MIGRATING {id 6380}'

export const giving = '@{6380} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'

export const forgetting = '@{6379} CLUSTER SETSLOT {slot cart:{ann}} NODE {id 6380}'

export const note = ['@{6380} ASKING', '@{6380} SET cart:{ann}:note gift']

/** The slot of Ann's cart is still owned by the node that had it at the start. */
export const atHome = every(healthy, everyoneSeesSlotAt('cart:{ann}', '6379'))

export const isImporting = slotImporting('cart:{ann}', '6380', '6379')

export const isMigrating = slotMigrating('cart:{ann}', '6379', '6380')

/** The slot is being migrated, and both nodes report it. */
export const isOpen = every(atHome, isImporting, isMigrating)

/** The slot is closed again although 6379 still serves it: STABLE on one of the two. */
export const isClosed: Sign = both(servesSlotOf('cart:{ann}', '6379'), unmet(every(isImporting, isMigrating)))

/** 6380 serves the slot already: NODE came too early. */
export const isGivenEarly: Sign = servesSlotOf('cart:{ann}', '6380')

/** The slot has fewer keys than the step needs: they were deleted, not moved. During MIGRATE a key may be seen on neither node. */
export function fewerKeysThan(least: number): Sign {
  const slot = slotOf(bytesOf('cart:{ann}'))
  const held = (now: Snapshot, node: string) => answeredOf(now, node)?.slotKeys[slot] ?? 0
  return both(not(lastCommandBegins('MIGRATE')), ({now}) => held(now, '6379') + held(now, '6380') < least)
}
