// Signs and figures that several steps of this lesson look for.

import {isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {either, holds} from '../../src/model/lesson/goals/signs.ts'

export const promotedByHand = either(holds(isMaster('6380')), holds(isMaster('6381')))

/**
 * 6380 really lags: frozen, it cannot come back after its link is cut, so it gets none of the two orders; 6381 has both (WAIT) before
 * the master dies. Freezing alone would not do: what a killed master has sent waits in the replica's socket.
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

export const firstStays = isDown('6379')
