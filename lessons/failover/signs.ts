// Signs and conditions that several steps of this lesson share.

import {firstMasters, type NodeName} from '../../src/model/cluster/node.ts'
import {answeredOf, roleOf, slotsOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf} from '../../src/model/commands/action.ts'
import {answering} from '../../src/model/lesson/goals/about-node.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {type Order, orderTo} from '../../src/model/lesson/goals/failover.ts'
import {every, isDown, isMaster} from '../../src/model/lesson/goals/replication.ts'
import {holds, type Sign} from '../../src/model/lesson/goals/signs.ts'
import {isPaused} from '../../src/model/lesson/goals/stale-reads.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

/** A line that takes as long as nodes need to hear of a takeover; it holds up a replica that has no part in it. */
export const aMoment = '@{6480} DEBUG SLEEP 0.4'

export const lastStarted: Sign = ({outcomes}) => outcomes.at(-1)?.action.do === 'start'

/** A fact: `node` took over from `first`, told so in this way, or without being told. */
export function tookOver(node: NodeName, first: NodeName, order: Order | undefined): Goal {
  return evidence => {
    const isMet = holds(isMaster(node))(evidence) && orderTo(evidence, node, first) === order
    return isMet ? met : notYet(message('goals.notYetAsked'))
  }
}

/** The last command went to `node`. */
export function sentTo(node: NodeName): Sign {
  return ({outcomes}) => outcomes.at(-1)?.action.do === 'command' && outcomes.at(-1)?.action.node === node
}

/** One of these nodes was stopped or paused in this step. */
export function oneIsDown(...nodes: readonly NodeName[]): Sign {
  return evidence =>
    nodes.some(
      node =>
        answeredOf(evidence.start, node) !== undefined &&
        (holds(isDown(node))(evidence) || isPaused(node)(evidence)),
    )
}

/** `node` is down, nobody has replaced it, and too few masters with slots are left to vote: nobody can be elected. */
export function majorityLost(node: NodeName, replica: NodeName): Sign {
  return evidence => {
    const voters = answering(evidence.now).filter(one => roleOf(one) === 'master' && slotsOf(one).length > 0)
    return (
      holds(isDown(node))(evidence) &&
      !holds(isMaster(replica))(evidence) &&
      voters.length <= firstMasters.length / 2
    )
  }
}

/** `node` was paused in this step, so that what followed did not begin with its end. */
export function wasPaused(node: NodeName): Sign {
  return ({outcomes}) =>
    outcomes.some(({action, is}) => action.do === 'pause' && action.node === node && is === 'done')
}

/** The learner changed cluster-require-full-coverage in this step. */
export const coverageWasSet: Sign = ({outcomes}) =>
  outcomes.some(({action}) => commandOf(action).includes('CLUSTER-REQUIRE-FULL-COVERAGE'))

export const promoted = every(isDown('6381'), isMaster('6481'), everyoneSaysOk)
