// Where every step of this lesson begins: a shop, its master and two replicas.

import {caughtUp, every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {either, holds} from '../../src/model/lesson/goals/signs.ts'

/** The shop and its two replicas. WAIT ends when both have come; the limit is for a computer that is very busy. */
export const shop = [
  '@{6379} MSET product:1 teapot product:2 cup product:3 kettle',
  '@{6380} REPLICAOF 127.0.0.1 {6379}',
  '@{6381} REPLICAOF 127.0.0.1 {6379}',
  '@{6379} WAIT 2 5000',
]

export const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))

export const bothCaughtUp = every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))

export const aReplicaIsDown = either(holds(isDown('6380')), holds(isDown('6381')))

/** Fields of the panel. */
export const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave_read_repl_offset', 'slave']

export const links = ['role', 'master_link_status', 'master_link_down_since_seconds', 'connected_slaves']
