// Goals of the failover lesson: requests for a view of the cluster, replicas and their masters as others see them, elections, and lost keys.

import {type NodeName, portOf} from '../../cluster/node.ts'
import {answeredOf, masterPortOf, roleOf} from '../../cluster/snapshot.ts'
import {type Action, commandOf, errorOf} from '../../commands/action.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {aboutNode, answering, everyAnswering, growth, nodeOf} from './about-node.ts'
import {failedFor} from './cluster.ts'

/**
 * Commands that print the nodes, besides CLUSTER NODES, by their name in INFO commandstats. The lab polls CLUSTER NODES, so its calls are not counted
 * there.
 */
const views = ['cluster|shards', 'cluster|slots', 'cluster|slaves', 'cluster|replicas']

/** At least one node was asked for its view of the others, and answered. */
export const viewAsked: Goal = evidence => {
  const here = evidence.outcomes.some(
    outcome => outcome.is === 'replied' && errorOf(outcome) === undefined && asksForNodes(outcome.action),
  )
  const elsewhere = answering(evidence.now).some(
    reading =>
      growth(evidence, reading, ({calls}) => views.reduce((sum, one) => sum + (calls[one] ?? 0), 0)) > 0,
  )
  return here || elsewhere ? met : notYet(message('goals.viewNotAsked'))
}

function asksForNodes(action: Action): boolean {
  return commandOf(action).join(' ').startsWith('CLUSTER NODES')
}

/**
 * Every node that answers sees `replica` under `master`. A master obeys CLUSTER FAILOVER only if it knows the sender as its replica.
 * It learns that through gossip, later than the link is up: until then the command returns OK and has no effect.
 */
export function everyoneSeesReplica(replica: NodeName, master: NodeName): Goal {
  return evidence => {
    const [below, above] = [replica, master].map(node => portOf(node, evidence.now.roster))
    return everyAnswering(evidence, reading => {
      const lines = reading.cluster?.nodes ?? []
      const wanted = lines.find(({port}) => port === above)?.id
      const sees = wanted !== undefined && lines.find(({port}) => port === below)?.masterId === wanted
      return sees
        ? met
        : notYet(message('goals.notUnder', {...nodeOf(reading), replica: below ?? '', master: above ?? ''}))
    })
  }
}

/** `node` has at least as many keys as `first` had at the step's start: none is lost. */
export function holdsKeysOf(node: NodeName, first: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const least = answeredOf(evidence.start, first)?.keys ?? 0
      return reading.keys >= least
        ? met
        : notYet(message('goals.fewerKeys', {...nodeOf(reading), actual: reading.keys, least}))
    })
}

/**
 * Seconds without a master after which a replica is no longer elected (cluster-replica-validity-factor); an election follows FAIL within a few.
 * https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/
 */
const longestWait = 60

/** `replica` is a master now. Lost if every node marks its master `fail` and the replica can no longer be elected. */
export function isElected(replica: NodeName, first: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, replica, reading => {
      if (roleOf(reading) === 'master') return met
      const seconds = Number(reading.replication['master_link_down_since_seconds'] ?? 0)
      const values = {...nodeOf(reading), master: masterPortOf(reading) ?? '', seconds}
      if (seconds > longestWait && failedFor(first)(evidence).is === 'met')
        return lost(message('goals.tooOldToElect', values))
      return notYet(message('goals.isReplica', values))
    })
}

/** True if `replica` was started after its master went down: this process never had a link, so it cannot be elected. */
export function neverLinked(evidence: Evidence, replica: NodeName): boolean {
  const reading = answeredOf(evidence.now, replica)
  return (
    reading !== undefined &&
    roleOf(reading) === 'replica' &&
    reading.replication['master_link_down_since_seconds'] === '-1'
  )
}
