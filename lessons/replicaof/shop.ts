// Setup and conditions that several steps of this lesson share: a shop and its two replicas.

import type {NodeName} from '../../src/model/cluster/node.ts'
import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {every, follows} from '../../src/model/lesson/goals/replication.ts'

export const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave']

export function keysOf({now}: Evidence, node: NodeName): number {
  return answeredOf(now, node)?.keys ?? 0
}

/** Makes the master wait 3 s before it creates an RDB: long enough to see `wait_bgsave`. */
export const slowly = ['@{6379} CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 3']

export const shop = ['@{6379} MSET product:1 teapot product:2 cup product:3 kettle']

export const twoReplicas = ['@{6380} REPLICAOF 127.0.0.1 {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}']

export const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))
