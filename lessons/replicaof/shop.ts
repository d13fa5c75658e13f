// Setup and conditions that several steps of this lesson share: a shop and its two replicas.

import {type NodeName, sixNodes} from '../../src/model/cluster/node.ts'
import {answeredOf} from '../../src/model/cluster/snapshot.ts'
import {type Action, commandOf} from '../../src/model/commands/action.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {aboutNode, nodeOf} from '../../src/model/lesson/goals/about-node.ts'
import {every, follows, isMaster, oneOf, syncedInFull} from '../../src/model/lesson/goals/replication.ts'
import {both, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

export const offsets = ['master_repl_offset', 'slave_repl_offset', 'slave'] as const

export function keysOf({now}: Evidence, node: NodeName): number {
  return answeredOf(now, node)?.keys ?? 0
}

/** The learner tells a node which master to follow, or none. */
export function isReplicaof(action: Action): boolean {
  return ['REPLICAOF', 'SLAVEOF'].includes(commandOf(action)[0] ?? '')
}

/** `node` has begun a history of its own since the step began. */
export function newHistoryOf(node: NodeName): Goal {
  return evidence => {
    const before = answeredOf(evidence.start, node)?.replication['master_replid']
    return aboutNode(evidence, node, reading => {
      const actual = reading.replication['master_replid'] ?? ''
      const values = {...nodeOf(reading), actual: actual.slice(0, 8)}
      return before === undefined || actual === before ? notYet(message('goals.sameHistory', values)) : met
    })
  }
}

/** `node` was restarted in this step, and is a master now: nobody had written its REPLICAOF down. */
export function cameBackAsMaster(node: NodeName): Sign {
  return both(
    holds(isMaster(node)),
    ({now, start}) => answeredOf(now, node)?.runId !== answeredOf(start, node)?.runId,
  )
}

/** Some node gave another one all its data. */
export const someoneSyncedInFull = oneOf(...sixNodes.map(syncedInFull))

/** Makes the master wait 3 s before it creates an RDB: long enough to see `wait_bgsave`. */
export const slowly = ['@{6379} CONFIG SET repl-diskless-sync yes repl-diskless-sync-delay 3']

export const shop = ['@{6379} MSET product:1 teapot product:2 cup product:3 kettle']

export const twoReplicas = ['@{6380} REPLICAOF 127.0.0.1 {6379}', '@{6381} REPLICAOF 127.0.0.1 {6379}']

export const bothFollow = every(follows('6380', '6379'), follows('6381', '6379'))
