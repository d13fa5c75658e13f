// 6382, the node that joins: lines that make it a member, and conditions that several steps share.

import {everyMemberSaysOk, isMember, servesSlots} from '../../src/model/lesson/goals/members.ts'
import {every, everyNodeAnswers, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {holds} from '../../src/model/lesson/goals/signs.ts'

/** All nodes answer, and all members report ok. */
export const healthy = every(everyNodeAnswers, everyMemberSaysOk)

/** 6382 as an empty master of the cluster. */
export const joining = ['/start {6382}', '@{6379} CLUSTER MEET 127.0.0.1 {6382}']

/**
 * 6382 with the first hundred slots, without waiting for it to be ready to import any: its claim has the highest epoch, so the others accept it. No key is
 * in these slots yet.
 */
export const withSlots = [
  '/start {6382}',
  '@{6382} CLUSTER SET-CONFIG-EPOCH 10',
  '@{6382} CLUSTER ADDSLOTSRANGE 0 99',
  '@{6379} CLUSTER MEET 127.0.0.1 {6382}',
]

export const hasJoined = every(healthy, isMaster('6382'), isMember('6382'))

export const hasSlots = every(hasJoined, servesSlots('6382'))

/** 6382 was killed: a node with slots and no replica takes them with it. */
export const newcomerKilled = {example: ['/kill {6382}'], when: holds(isDown('6382'))}
