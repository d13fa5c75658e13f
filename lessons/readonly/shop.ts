// The start of every step in this lesson: a shop, its master and two replicas.

import {caughtUp, every, follows, isDown} from '../../src/model/lesson/goals/replication.ts'
import {either, holds} from '../../src/model/lesson/goals/signs.ts'

/** Sets up the shop and its two replicas. WAIT returns when both have the data; its timeout is for a very busy computer. */
export const shop = [
  '@{6379} MSET product:1 teapot product:2 cup product:3 kettle',
  '@{6380} REPLICAOF 127.0.0.1 {6379}',
  '@{6381} REPLICAOF 127.0.0.1 {6379}',
  '@{6379} WAIT 2 5000',
]

/** Nodes that this lesson does not use: they replicate nobody. */
export const strangers = ['6479', '6480', '6481'] as const

export const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))

export const bothCaughtUp = every(caughtUp('6380', '6379'), caughtUp('6381', '6379'))

export const aReplicaIsDown = either(holds(isDown('6380')), holds(isDown('6381')))

/** Fields highlighted in the panel. */
export const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave_read_repl_offset', 'slave'] as const

export const links = [
  'role',
  'master_link_status',
  'master_link_down_since_seconds',
  'connected_slaves',
] as const
