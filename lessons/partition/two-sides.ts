// A master that is cut off while the others replace it: how a step begins there, and signs that several steps share.

import {type NodeName, sixNodes} from '../../src/model/cluster/node.ts'
import type {Evidence} from '../../src/model/lesson/evidence.ts'
import {answeredIn} from '../../src/model/lesson/goals/about-node.ts'
import {saysState} from '../../src/model/lesson/goals/cluster.ts'
import {bothServe, isCutOff} from '../../src/model/lesson/goals/links.ts'
import {every} from '../../src/model/lesson/goals/replication.ts'
import {either, holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {rate} from '../lost-writes/pair.ts'

/** 6379 is cut off and has stopped, 6479 has replaced it on the other side. */
export const twoMasters = every(isCutOff('6379'), bothServe('6379', '6479'), saysState('6379', 'fail'))

/** The client beside 6379 is at work before the cut: 6381 has one replica, so that a WAIT for two lasts until its limit. */
export const cutFrom6379 = [
  `/traffic on ${rate} from {6379}`,
  '@{6379} SET price 10',
  '@{6381} WAIT 2 1500',
  '/cut {6379} | rest',
]

/** A node, but not `node`, is cut off from all others. */
export function otherIsCutOff(node?: NodeName): Sign {
  return either(...sixNodes.filter(one => one !== node).map(one => holds(isCutOff(one))))
}

/** Something is cut in one direction only. */
export const oneWayIsCut: Sign = ({now: {links = []}}) =>
  links.some(one => !links.some(({from, to}) => from === one.to && to === one.from))

/** How many good replicas `node` counts; undefined if it demands none. */
export function goodReplicas({now}: Evidence, node: NodeName): number | undefined {
  const good = answeredIn(now, node)?.replication['min_slaves_good_slaves']
  return good === undefined ? undefined : Number(good)
}
