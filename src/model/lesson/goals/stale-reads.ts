// Goals about a master and its replicas at work: stale reads, WAIT, and refused writes. For a master that is gone: takeover.ts.

import type {NodeName} from '../../cluster/node.ts'
import {offsetOf} from '../../cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome, type ProcessVerb} from '../../commands/action.ts'
import {listed} from '../../text/listed.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet} from '../verdict.ts'
import {aboutNode, answeredIn, growth, nodeOf, portIn, readingIn} from './about-node.ts'
import {type Counts, lookupsOn, naming} from './lookups.ts'
import {oneOf} from './replication.ts'
import type {Sign} from './signs.ts'

/** `replica` has not yet applied everything that `master` wrote in their common history. */
export function isBehind(replica: NodeName, master: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, master, upstream =>
      aboutNode(evidence, replica, reading => {
        const oneHistory = reading.replication['master_replid'] === upstream.replication['master_replid']
        return oneHistory && offsetOf(reading) < offsetOf(upstream)
          ? met
          : notYet(message('goals.notBehind', {...nodeOf(reading), master: upstream.port}))
      }),
    )
}

/**
 * A key (this one, if given) was read on `replica` after the last write to `master`, and the replica is behind. The state passes quickly: use
 * `once`.
 */
export function readWhileBehind(replica: NodeName, master: NodeName, key?: string): Goal {
  return evidence => {
    const written = lastOn(master, evidence, () => true)
    const names = key === undefined ? () => true : naming(key)
    const counts: Counts = (outcome, index) => index > written && names(outcome, index)
    return all([
      isBehind(replica, master)(evidence),
      aboutNode(evidence, replica, reading =>
        lookupsOn(evidence, reading, 'keyspace_hits', counts) > 0
          ? met
          : notYet(message('goals.notReadFrom', nodeOf(reading))),
      ),
    ])
  }
}

/**
 * WAIT ran on `master` while `replica` was behind it, and counted fewer replicas than it was to wait for. A WAIT on a connection that has
 * written nothing counts them all. The state passes quickly: use `once`.
 */
export function waitedInVain(replica: NodeName, master: NodeName): Goal {
  return evidence =>
    all([
      isBehind(replica, master)(evidence),
      aboutNode(evidence, master, reading => {
        const waits = evidence.outcomes.filter(outcome => isWait(outcome, master))
        // The nodes count calls without their replies, so an outside redis-cli gets the benefit of the doubt. One call more than the learner's
        // lines can be a line that still waits.
        const outside = growth(evidence, reading, one => one.calls['wait'] ?? 0) > waits.length + 1
        const last = lastOn(master, evidence, outcome => !isWait(outcome, master))
        const since = evidence.outcomes.slice(last + 1).filter(outcome => isWait(outcome, master))
        if (outside || since.some(outcome => isShort(outcome, master))) return met
        if (since.length > 0) return notYet(message('goals.waitCountedAll', nodeOf(reading)))
        if (waits.length > 0) return notYet(message('goals.waitTooEarly', nodeOf(reading)))
        return notYet(message('goals.notCalled', {...nodeOf(reading), command: 'WAIT'}))
      }),
    ])
}

/**
 * A WAIT on `master` counted `count` replicas or more after one that counted fewer than it was to wait for. Calls from elsewhere get the benefit of the
 * doubt: the nodes count them without their replies.
 */
export function waitedAgain(master: NodeName, count: number): Goal {
  return evidence =>
    aboutNode(evidence, master, reading => {
      const waits = evidence.outcomes.filter(outcome => isWait(outcome, master))
      const short = waits.findIndex(outcome => isShort(outcome, master))
      const outside = growth(evidence, reading, one => one.calls['wait'] ?? 0) > waits.length + 1
      const isFull = short >= 0 && waits.slice(short).some(outcome => countOf(outcome) >= count)
      return outside || isFull ? met : notYet(message('goals.notWaitedAgain', {...nodeOf(reading), count}))
    })
}

/** The last command was a WAIT that counted as many replicas as it was to wait for, although `replica` is behind. */
export function waitCountedAll(replica: NodeName, master: NodeName): Sign {
  return evidence => {
    const last = evidence.outcomes.at(-1)
    const isOver = last !== undefined && isWait(last, master) && !isShort(last, master)
    return isOver && isBehind(replica, master)(evidence).is === 'met'
  }
}

/** A call with wrong arguments is not counted by Redis either. */
function isWait(outcome: Outcome, master: NodeName): boolean {
  return (
    outcome.action.node === master &&
    commandOf(outcome.action)[0] === 'WAIT' &&
    errorOf(outcome) === undefined
  )
}

function isShort(outcome: Outcome, master: NodeName): boolean {
  return isWait(outcome, master) && countOf(outcome) < Number(commandOf(outcome.action)[1])
}

/** What a WAIT replied; not a number for every other outcome. */
function countOf(outcome: Outcome): number {
  return outcome.is === 'replied' && outcome.reply.type === 'integer'
    ? Number(outcome.reply.text)
    : Number.NaN
}

/** Place of the last of the learner's lines of this kind to `node`; -1 if there is none. */
function lastOn(node: NodeName, {outcomes}: Evidence, isOne: (outcome: Outcome) => boolean): number {
  return outcomes.findLastIndex(outcome => outcome.action.node === node && isOne(outcome))
}

/**
 * One of `nodes` returned `error` at least `times` times (INFO errorstats). Does not name the expected error before the first one:
 * the learner should predict it.
 */
export function wasTriedOn(nodes: readonly NodeName[], error: string, times = 1): Goal {
  const one = (node: NodeName): Goal =>
    function tried(evidence) {
      return aboutNode(evidence, node, reading => {
        const actual = growth(evidence, reading, ({errors}) => errors[error] ?? 0)
        const ports = listed(nodes.map(name => portIn(evidence.now, name)))
        return actual >= times ? met : notYet(message('goals.notTried', {nodes: ports, actual, times}))
      })
    }
  return oneOf(...nodes.map(one))
}

/**
 * `master` requires good replicas: INFO prints `min_slaves_good_slaves` only while both `min-replicas-to-write` and
 * `min-replicas-max-lag` are set. https://redis.io/docs/latest/commands/info/
 */
export function demandsReplicas(master: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, master, reading =>
      reading.replication['min_slaves_good_slaves'] === undefined
        ? notYet(message('goals.noDemand', nodeOf(reading)))
        : met,
    )
}

/**
 * `master` refused a write with NOREPLICAS because it lost a replica: it counts fewer than `enough` good ones, and refused after the learner's
 * last line that took one away. The state passes with the replica's return: use `once`.
 */
export function refusedForLack(master: NodeName, enough: number): Goal {
  return evidence =>
    aboutNode(evidence, master, reading => {
      const good = reading.replication['min_slaves_good_slaves']
      if (good === undefined) return notYet(message('goals.noDemand', nodeOf(reading)))
      const {outcomes} = evidence
      const lost = outcomes.findLastIndex(takesAway)
      const early = outcomes.slice(0, Math.max(0, lost)).filter(outcome => isRefusal(outcome, master)).length
      const refused = growth(evidence, reading, ({errors}) => errors['NOREPLICAS'] ?? 0) - early
      if (Number(good) < enough && refused > 0) return met
      return notYet(
        Number(good) < enough
          ? message('goals.notAnswered', {...nodeOf(reading), error: 'NOREPLICAS'})
          : message('goals.allGood', {...nodeOf(reading), good}),
      )
    })
}

const losses: readonly string[] = ['kill', 'stop', 'pause'] satisfies readonly ProcessVerb[]
const lossCommands = ['SHUTDOWN', 'REPLICAOF', 'SLAVEOF', 'DEBUG', 'CLIENT']

/** May take a replica away from its master. */
function takesAway({action}: Outcome): boolean {
  return losses.includes(action.do) || lossCommands.includes(commandOf(action)[0] ?? '')
}

function isRefusal(outcome: Outcome, master: NodeName): boolean {
  return outcome.action.node === master && (errorOf(outcome) ?? '').startsWith('NOREPLICAS')
}

/** One of the nodes is paused with SIGSTOP: its process exists and does nothing. */
export function isPaused(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => readingIn(now, node).process.is === 'paused')
}

/** One of the nodes is a replica that accepts writes: `replica-read-only no`. */
export function takesOwnWrites(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => answeredIn(now, node)?.replication['slave_read_only'] === '0')
}
