// The shop's data and the conditions that several steps of this lesson share.

import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {
  every,
  everyNodeAnswers,
  everyReplicaLinked,
  isDown,
  isMaster,
} from '../../src/model/lesson/goals/replication.ts'
import {holds} from '../../src/model/lesson/goals/signs.ts'

/** product:4 and orders:today are in slots of 6379, product:2 in one of 6381. orders:today does not exist yet. */
export const shop = ['@{6379} SET product:4 lamp', '@{6381} SET product:2 cup']

/** 6379 was stopped in this step: its replica is elected in its place. */
export const masterDown = {example: ['/kill {6379}'], when: holds(isDown('6379'))}

export const healthy = every(everyNodeAnswers, everyReplicaLinked, everyoneSaysOk, isMaster('6379'))
