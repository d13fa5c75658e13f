// Goals about a master and its replicas at work: stale reads, WAIT, and refused writes. For a master that is gone: takeover.ts.

import {type NodeName, portOf} from '../../cluster/node.ts'
import {answeredOf, offsetOf, readingOf} from '../../cluster/snapshot.ts'
import {commandOf, errorOf, type Outcome} from '../../commands/action.ts'
import {listed} from '../../text/listed.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, met, notYet} from '../verdict.ts'
import {aboutNode, growth, nodeOf} from './about-node.ts'
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

const reads = ['GET', 'MGET', 'EXISTS', 'STRLEN', 'LRANGE', 'LLEN', 'TYPE', 'TTL']

/** A key was read on `replica` (INFO stats keyspace_hits) while it was behind `master`. The state passes quickly: use `once`. */
export function readWhileBehind(replica: NodeName, master: NodeName): Goal {
  const isRead = (outcome: Outcome) =>
    outcome.action.node === replica && reads.includes(nameOf(outcome)) && found(outcome)
  return evidence =>
    all([
      isBehind(replica, master)(evidence),
      aboutNode(evidence, replica, reading => {
        const actual = growth(evidence, reading, one => one.stats['keyspace_hits'] ?? 0)
        return actual > tooEarly(evidence, master, isRead)
          ? met
          : notYet(message('goals.notReadFrom', nodeOf(reading)))
      }),
    ])
}

/** WAIT ran on `master` while `replica` was behind it. The state passes quickly: use `once`. */
export function waitedWhileBehind(replica: NodeName, master: NodeName): Goal {
  // A call with wrong arguments is not counted by Redis either.
  const isWait = (outcome: Outcome) =>
    outcome.action.node === master && nameOf(outcome) === 'WAIT' && errorOf(outcome) === undefined
  return evidence =>
    all([
      isBehind(replica, master)(evidence),
      aboutNode(evidence, master, reading => {
        const actual = growth(evidence, reading, one => one.calls['wait'] ?? 0)
        const values = {...nodeOf(reading), command: 'WAIT'}
        return actual > tooEarly(evidence, master, isWait) ? met : notYet(message('goals.notCalled', values))
      }),
    ])
}

/**
 * Number of the learner's commands of this kind before the last other command to `master`: they ran before the write that `replica` lacks.
 * The nodes count commands without their order, so nothing more is known about an external redis-cli.
 */
function tooEarly({outcomes}: Evidence, master: NodeName, isOne: (outcome: Outcome) => boolean): number {
  const last = outcomes.findLastIndex(outcome => outcome.action.node === master && !isOne(outcome))
  return outcomes.slice(0, Math.max(0, last)).filter(isOne).length
}

function nameOf({action}: Outcome): string {
  return commandOf(action)[0] ?? ''
}

function found(outcome: Outcome): boolean {
  return outcome.is === 'replied' && outcome.reply.type !== 'nil' && outcome.reply.type !== 'error'
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
        const ports = listed(nodes.map(name => portOf(name, evidence.now.roster)))
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

/** One of the nodes is paused with SIGSTOP: its process exists and does nothing. */
export function isPaused(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => readingOf(now, node)?.process.is === 'paused')
}

/** One of the nodes is a replica that accepts writes: `replica-read-only no`. */
export function takesOwnWrites(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => answeredOf(now, node)?.replication['slave_read_only'] === '0')
}
