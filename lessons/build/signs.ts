// Conditions that several steps of this lesson share: who knows whom, who serves the slots, and who follows whom.

import {slotCount} from '../../src/model/cluster/hash-slot.ts'
import {firstMasters, firstReplicas, type NodeName} from '../../src/model/cluster/node.ts'
import {type Answered, roleOf, slotsOf} from '../../src/model/cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome} from '../../src/model/commands/action.ts'
import {
  aboutNode,
  answeredIn,
  answering,
  everyAnswering,
  nodeOf,
} from '../../src/model/lesson/goals/about-node.ts'
import {everyoneSaysOk} from '../../src/model/lesson/goals/cluster.ts'
import {everyoneSeesReplica} from '../../src/model/lesson/goals/failover.ts'
import {every, everyNodeAnswers, follows} from '../../src/model/lesson/goals/replication.ts'
import type {Sign} from '../../src/model/lesson/goals/signs.ts'
import type {Goal} from '../../src/model/lesson/lesson.ts'
import {met, notYet} from '../../src/model/lesson/verdict.ts'
import {message} from '../../src/model/text/messages.ts'

/** The nodes of the node's list that it has a link to, itself included. */
function linkedOf({cluster}: Answered): number {
  const lines = cluster?.nodes ?? []
  return lines.filter(({flags, link}) => !flags.includes('handshake') && link === 'connected').length
}

/** Every node lists all nodes of the stage, without a handshake under way. */
export const everyoneKnowsAll: Goal = evidence =>
  everyAnswering(evidence, reading => {
    const [actual, least] = [linkedOf(reading), evidence.now.roster.length]
    return actual === least ? met : notYet(message('goals.knowsFewer', {...nodeOf(reading), actual, least}))
  })

/** Every node is alone, and empty: it may be taken into a new cluster. */
export const everyoneIsAlone: Goal = evidence =>
  everyAnswering(evidence, reading => {
    const others = (reading.cluster?.nodes.length ?? 1) - 1
    if (others > 0) return notYet(message('goals.knowsOthers', {...nodeOf(reading), others}))
    if (slotsOf(reading).length > 0) return notYet(message('goals.servesSlots', nodeOf(reading)))
    return reading.keys === 0
      ? met
      : notYet(message('goals.stillKeys', {...nodeOf(reading), actual: reading.keys}))
  })

export function assignedIn({cluster}: Answered): number {
  return Number(cluster?.info['cluster_slots_assigned'] ?? 0)
}

/** No node knows a master for any slot. */
export const nothingAssigned: Goal = evidence =>
  everyAnswering(evidence, reading => {
    const actual = assignedIn(reading)
    return actual === 0 ? met : notYet(message('goals.slotsAssigned', {...nodeOf(reading), actual}))
  })

/** No node is a replica. */
export const allAreMasters: Sign = ({now}) => answering(now).every(reading => roleOf(reading) === 'master')

/** Every node knows a master for each slot. */
const allAssigned: Goal = evidence =>
  everyAnswering(evidence, reading => {
    const actual = assignedIn(reading)
    return actual === slotCount
      ? met
      : notYet(message('goals.slotsMissing', {...nodeOf(reading), actual, least: slotCount}))
  })

export const everySlotIsServed = every(everyNodeAnswers, allAssigned, everyoneSaysOk)

function servesSlots(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      slotsOf(reading).length > 0 ? met : notYet(message('goals.noSlots', nodeOf(reading))),
    )
}

export const mastersServe = every(...firstMasters.map(servesSlots))

/** A node that is to be a replica serves slots. */
export const aReplicaServes: Sign = ({now}) =>
  firstReplicas.some(node => {
    const reading = answeredIn(now, node)
    return reading !== undefined && slotsOf(reading).length > 0
  })

/** 6479 follows 6379, and so on: the links are up, and every node knows it. */
export const paired = every(
  ...firstReplicas.flatMap((replica, i) => {
    const master = firstMasters[i] ?? '6379'
    return [follows(replica, master), everyoneSeesReplica(replica, master)]
  }),
)

/** Each master has a replica whose link is up, whichever. */
export const everyMasterIsFollowed: Goal = evidence => {
  const bare = firstMasters.find(
    master => !firstReplicas.some(replica => follows(replica, master)(evidence).is === 'met'),
  )
  if (bare === undefined) return met
  return aboutNode(evidence, bare, reading => notYet(message('goals.noReplica', nodeOf(reading))))
}

/** The learner's commands that begin with these words, in upper case, and were done. */
export function doneOf(outcomes: readonly Outcome[], words: string): readonly Outcome[] {
  return outcomes.filter(
    one =>
      one.is === 'replied' &&
      errorOf(one) === undefined &&
      `${commandOf(one.action).join(' ')} `.startsWith(`${words} `),
  )
}
