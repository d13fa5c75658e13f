// What prevents the election of a replica in place of a master that is down; src/model/explain/election.ts finds it.

import {type Message, message} from '../text/messages.ts'

export const obstacleKinds = ['noReplica', 'nofailover', 'tooOld', 'unknown', 'minority', 'cut'] as const

/**
 * `nofailover`: cluster-replica-no-failover yes. `tooOld`: the replica was without its master for longer than cluster-replica-validity-factor allows.
 * `unknown`: too few masters know the replica, so they ignore its request. `minority`: too few masters are up to elect anybody.
 * `cut`: too few of them can hear the replica and be heard by it; `up` are those that can.
 */
export type Obstacle =
  | Readonly<{is: 'noReplica'}>
  | Readonly<{is: 'nofailover' | 'tooOld'; replica: number}>
  | Readonly<{is: 'unknown'; replica: number; voter: number}>
  | Readonly<{is: 'minority'; replica: number; up: number; needed: number; down: readonly number[]}>
  | Readonly<{is: 'cut'; replica: number; up: number; needed: number}>

/** The obstacle's kind and its numbers, as a timeline entry keeps them. */
export type ObstacleValues = Readonly<{is: Obstacle['is']; replica?: number; up?: number; needed?: number}>

export function valuesOf(obstacle: Obstacle): ObstacleValues {
  if (obstacle.is === 'noReplica') return {is: obstacle.is}
  if (obstacle.is === 'minority') return {is: obstacle.is, up: obstacle.up, needed: obstacle.needed}
  if (obstacle.is === 'cut') return obstacle
  return {is: obstacle.is, replica: obstacle.replica}
}

export function obstacleWords({is, ...values}: ObstacleValues, owner: number): Message {
  return message(`election.${is}`, {...values, owner})
}

/** `nobody takes over the slots of 6381: 6481 may not stand for election`. Without a way out: that may be a step's task. */
export function stayWords(owner: number, because: ObstacleValues): Message {
  return message('election.stays', {owner, because: obstacleWords(because, owner)})
}
