// Signs, goals and lines that several steps of this lesson share.

import {type NodeName, sentinelNames} from '../../src/model/cluster/node.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {every, isDown} from '../../src/model/lesson/goals/replication.ts'
import {followsNamedMaster, sentinelsName, sentinelsWatch} from '../../src/model/lesson/goals/sentinel.ts'
import {either, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'

/** The master that all Sentinels name, and its two replicas. */
export function watched(master: NodeName, ...replicas: readonly NodeName[]) {
  return every(sentinelsWatch, sentinelsName(master), ...replicas.map(followsNamedMaster))
}

/** One of these was stopped or paused. */
export function oneIsOut(...nodes: readonly NodeName[]): Sign {
  return either(...nodes.flatMap(node => [holds(isDown(node)), isPaused(node)]))
}

export const aSentinelIsOut = oneIsOut(...sentinelNames)

/** A Sentinel accepted the learner's SENTINEL FAILOVER. */
export const failoverOrdered: Sign = ({outcomes}) =>
  outcomes.some(
    one =>
      one.is === 'replied' &&
      one.reply.type === 'status' &&
      commandOf(one.action).slice(0, 2).join(' ') === 'SENTINEL FAILOVER',
  )

/** Makes 6380 the master. WAIT takes as long as Sentinels need for it; REPLICAOF saves the ten seconds after which they would do the same. */
export const secondMaster = [
  '@{26379} SENTINEL FAILOVER mymaster',
  '@{6379} WAIT 3 3000',
  '@{6379} REPLICAOF 127.0.0.1 {6380}',
]
