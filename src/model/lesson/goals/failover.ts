// Goals of the failover lesson: requests for a view of the cluster, replicas and their masters as others see them, elections, and lost keys.

import {opinionOf} from '../../cluster/cluster-view.ts'
import {type NodeName, portOf} from '../../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  masterPortOf,
  type Role,
  readingOf,
  roleOf,
  type Snapshot,
} from '../../cluster/snapshot.ts'
import {commandOf, errorOf} from '../../commands/action.ts'
import {isWriteOn} from '../../commands/write-commands.ts'
import {listed} from '../../text/listed.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {lost, met, notYet} from '../verdict.ts'
import {aboutNode, answering, counterGrowth, everyAnswering, nodeOf, portIn} from './about-node.ts'
import {failedFor} from './cluster.ts'
import {isDown, keysGrew} from './replication.ts'

/** Commands that print the nodes, by their name in INFO commandstats. The lab's own CLUSTER NODES are not in these counts. */
const views = ['cluster|nodes', 'cluster|shards', 'cluster|slots', 'cluster|slaves', 'cluster|replicas']

/** A node with this role was asked for its view of the others, at the prompt or in another terminal. */
export function viewAskedOf(role: Role): Goal {
  const viewsIn = ({calls}: Answered) => views.reduce((sum, one) => sum + (calls[one] ?? 0), 0)
  return evidence =>
    answering(evidence.now).some(
      reading => roleOf(reading) === role && counterGrowth(evidence, reading, viewsIn) > 0,
    )
      ? met
      : notYet(message(role === 'master' ? 'goals.viewNotAsked' : 'goals.viewOfReplica'))
}

/**
 * `master` took a write after the process of `replica` had ended. Writes from another terminal have no time: a new key of theirs counts.
 */
export function wroteWithout(replica: NodeName, master: NodeName): Goal {
  return evidence => {
    const gone = readingOf(evidence.now, replica)
    const verdict = isDown(replica)(evidence)
    if (gone?.is !== 'silent' || verdict.is !== 'met') return verdict
    const writes = evidence.outcomes.filter(outcome => isWriteOn(outcome, master))
    if (writes.length === 0) return keysGrew(master)(evidence)
    const since = gone.process.endedAt ?? gone.since
    return writes.some(({at, ms}) => at + ms >= since)
      ? met
      : notYet(message('goals.writtenTooEarly', nodeOf(gone)))
  }
}

/** The log of one of these nodes was shown (`/log`). */
export function logRead(...nodes: readonly NodeName[]): Goal {
  return ({logs, now: {roster}}) =>
    nodes.some(node => logs.includes(node))
      ? met
      : notYet(message('goals.logNotRead', {nodes: listed(nodes.map(node => portOf(node, roster)))}))
}

/** The log of another master that answered when the step began, and so could vote, was shown (`/log`). */
export function voterLogRead(elected: NodeName): Goal {
  return evidence => {
    const {start} = evidence
    const voters = answering(start).filter(
      reading => roleOf(reading) === 'master' && reading.name !== elected,
    )
    return logRead(...voters.map(({name}) => name))(evidence)
  }
}

/** All nodes that answered when the step began saw `node` as the owner of slots: nobody had taken them. */
export function ownedSlotsAtStart(node: NodeName): Goal {
  return ({start, now}) => {
    const port = portIn(start, node)
    const views = answering(start).flatMap(reading => opinionOf(reading, port) ?? [])
    const isOwner = views.length > 0 && views.every(({slots}) => slots.length > 0)
    return isOwner ? met : notYet(message('goals.hadNoSlots', {node: portOf(node, now.roster)}))
  }
}

/** How a replica was told to take over by CLUSTER FAILOVER in this step; undefined if it was not told. */
export type Order = 'plain' | 'FORCE' | 'TAKEOVER' | 'elsewhere'

/**
 * The last CLUSTER FAILOVER that `node` accepted; if `dead` is down, since it went down: an earlier one has not replaced it.
 * One from another terminal is known by its count only.
 */
export function orderTo(
  {now, start, outcomes}: Evidence,
  node: NodeName,
  dead?: NodeName,
): Order | undefined {
  const gone = dead === undefined ? undefined : readingOf(now, dead)
  const since = gone?.is === 'silent' ? gone.since : 0
  const sent = outcomes.filter(({action}) => action.node === node && isFailover(commandOf(action)))
  const accepted = sent.findLast(
    outcome => outcome.at >= since && outcome.is === 'replied' && errorOf(outcome) === undefined,
  )
  const option = accepted && commandOf(accepted.action)[2]
  if (option === 'FORCE' || option === 'TAKEOVER') return option
  // A replica may accept it before it notices that its master is gone. Then it waits for an offset that never comes, and an election makes it the master.
  if (accepted) return since > 0 ? undefined : 'plain'
  const calls = (snapshot: Snapshot) => answeredOf(snapshot, node)?.calls['cluster|failover'] ?? 0
  return calls(now) - calls(start) > sent.length ? 'elsewhere' : undefined
}

function isFailover([first, second]: readonly string[]): boolean {
  return first === 'CLUSTER' && second === 'FAILOVER'
}

/**
 * Every node that answers sees `replica` under `master`. A master obeys CLUSTER FAILOVER only if it knows the sender as its replica.
 * It learns that through gossip, later than the link is up: until then the command returns OK and has no effect.
 */
export function everyoneSeesReplica(replica: NodeName, master: NodeName): Goal {
  return evidence => {
    const [below, above] = [replica, master].map(node => portIn(evidence.now, node))
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
