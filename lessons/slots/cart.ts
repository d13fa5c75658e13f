// Migration of the slot of Ann's cart from 6379 to 6380: its commands, and the states in between.

import {
  everyoneSaysOk,
  everyoneSeesSlotAt,
  slotImporting,
  slotMigrating,
} from '../../src/model/lesson/goals/cluster.ts'
import {every, everyNodeAnswers, everyReplicaLinked} from '../../src/model/lesson/goals/replication.ts'

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
