// Setup and conditions that several steps of this lesson share.

import {isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {either, holds} from '../../src/model/lesson/goals/signs.ts'

export const promotedByHand = either(holds(isMaster('6380')), holds(isMaster('6381')))

/**
 * Makes 6380 really lag: while paused it cannot reconnect after its link is cut, so it gets neither order; 6381 has both (WAIT) before
 * the master dies. Pausing alone is not enough: what the killed master has sent waits in the replica's socket.
 */
export const twoOrdersLater = [
  '@{6380} CONFIG SET replica-serve-stale-data yes',
  '@{6381} CONFIG SET replica-serve-stale-data yes',
  '/pause {6380}',
  '@{6379} CLIENT KILL TYPE replica',
  '@{6379} RPUSH orders:today teapot',
  '@{6379} RPUSH orders:today cup',
  '@{6379} WAIT 1 5000',
  '/kill {6379}',
  '/resume {6380}',
]

export const masterStaysDown = isDown('6379')
