// Questions of the lesson on failover: whether a view was asked for, who is seen under whom, whether a replica can still be elected, whether
// every key is there.

import {type NodeName, portOf} from '../../cluster/node.ts'
import {answeredOf, masterPortOf, roleOf} from '../../cluster/snapshot.ts'
import {type Action, commandOf, errorOf} from '../../commands/action.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {aboutNode, answering, everyAnswering, growth, nodeOf} from './about-node.ts'
import {failedFor} from './cluster.ts'

/** Other commands that print who is there, as INFO commandstats names them. The lab polls CLUSTER NODES itself, so that one is not counted there. */
const views = ['cluster|shards', 'cluster|slots', 'cluster|slaves', 'cluster|replicas']

/** Some node was asked how it sees the others, and answered. */
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
 * Each node that answers sees `replica` under `master`. A master heeds a CLUSTER FAILOVER only from whom it knows as its replica, and that it
 * learns by gossip, later than the link is up: until then the order is answered OK and comes to nothing.
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

/** `node` has as many keys as at the step's start, or more: none is lost. `first` had them then. */
export function holdsKeysOf(node: NodeName, first: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading => {
      const least = answeredOf(evidence.start, first)?.keys ?? 0
      return reading.keys >= least
        ? met
        : notYet(message('goals.fewerKeys', {...nodeOf(reading), came: reading.keys, least}))
    })
}

/**
 * An election follows FAIL within some seconds. A replica that lost its master longer ago than this (seconds) is not elected any more
 * (cluster-replica-validity-factor). https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/
 */
const longestWait = 60

/** `replica` is a master now. Lost when its master is `fail` for everyone and the replica stands for no election any more. */
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

/** `replica` was started after its master had gone: it had no link in this life, and stands for no election. */
export function neverLinked(evidence: Evidence, replica: NodeName): boolean {
  const reading = answeredOf(evidence.now, replica)
  return (
    reading !== undefined &&
    roleOf(reading) === 'replica' &&
    reading.replication['master_link_down_since_seconds'] === '-1'
  )
}
