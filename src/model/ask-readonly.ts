// Questions of the lessons on READONLY: a replica that is behind, a master that counts its replicas, a master that is gone, one that takes over.

import {asking, growth, living, nodeOf} from './asking.ts'
import type {Sign} from './deeds.ts'
import type {Goal, Prediction} from './lesson.ts'
import {type NodeName, portOf} from './node.ts'
import type {Sight} from './sight.ts'
import {type Answered, answeredOf, linkIsUp, offsetOf, readingOf, roleOf} from './snapshot.ts'
import {said} from './text.ts'
import {any, lost, met, notYet} from './verdict.ts'

/** One of the goals holds; while none does, the first speaks. */
export function oneOf(...goals: readonly Goal[]): Goal {
  return sight => any(goals.map(goal => goal(sight)))
}

/** What came of a prediction: this option, as soon as the goal is met. */
export function comesWith(goal: Goal, option: string): Prediction {
  return {came: sight => (goal(sight).is === 'met' ? option : undefined)}
}

/** The goal is not met now. */
export function unmet(goal: Goal): Sign {
  return sight => goal(sight).is !== 'met'
}

/** `replica` has not yet applied all that `master` wrote in the history they share. */
export function isBehind(replica: NodeName, master: NodeName): Goal {
  return sight =>
    asking(sight, master, upstream =>
      asking(sight, replica, reading =>
        historyOf(reading) === historyOf(upstream) && offsetOf(reading) < offsetOf(upstream)
          ? met
          : notYet(said('readonly.notBehind', {...nodeOf(reading), master: upstream.port})),
      ),
    )
}

/**
 * One of `nodes` answered with `error` at least `times` times (INFO errorstats). As long as none has, it is not said which error is awaited:
 * the learner is to predict it.
 */
export function wasTriedOn(nodes: readonly NodeName[], error: string, times = 1): Goal {
  return oneOf(
    ...nodes.map(
      (node): Goal =>
        sight =>
          asking(sight, node, reading => {
            const came = growth(sight, reading, one => one.errors[error] ?? 0)
            const ports = nodes.map(one => portOf(one, sight.now.base)).join(', ')
            return came >= times ? met : notYet(said('readonly.notTried', {nodes: ports, came, times}))
          }),
    ),
  )
}

/**
 * `master` has been told to demand good replicas: INFO prints `min_slaves_good_slaves` only while both `min-replicas-to-write` and
 * `min-replicas-max-lag` are set. https://redis.io/docs/latest/commands/info/
 */
export function demandsReplicas(master: NodeName): Goal {
  return sight =>
    asking(sight, master, reading =>
      reading.replication['min_slaves_good_slaves'] === undefined
        ? notYet(said('readonly.noDemand', nodeOf(reading)))
        : met,
    )
}

/** `node` is a replica whose link has been down for `seconds`, as it says itself. */
export function isWithoutMaster(node: NodeName, seconds: number): Goal {
  return sight =>
    asking(sight, node, reading => {
      if (roleOf(reading) === 'master') return notYet(said('readonly.promoted', nodeOf(reading)))
      if (linkIsUp(reading)) return notYet(said('readonly.linkUp', nodeOf(reading)))
      const came = Number(reading.replication['master_link_down_since_seconds'] ?? 0)
      return came >= seconds
        ? met
        : notYet(said('readonly.downSince', {...nodeOf(reading), came, least: seconds}))
    })
}

/** `node` is a replica that has applied more of the history it shares with `other`. */
export function isAheadOf(node: NodeName, other: NodeName): Goal {
  return sight =>
    asking(sight, node, reading =>
      asking(sight, other, less =>
        historyOf(reading) === historyOf(less) && offsetOf(reading) > offsetOf(less)
          ? met
          : notYet(said('readonly.notAhead', {...nodeOf(reading), other: less.port})),
      ),
    )
}

/**
 * `node` is a master that goes on from the last byte that any replica had when the step began. Lost when no node is left that can:
 * a process that has ended takes the history's id with it, and its file does not bring the id back.
 */
export function tookOver(node: NodeName): Goal {
  return sight => {
    const last = lastByteAtStart(sight, node)
    const hidden = sight.now.nodes.some(one => one.is === 'silent' && one.because !== 'notRunning')
    if (!hidden && !living(sight.now).some(reading => goesOnFrom(reading, last)))
      return lost(said('readonly.bytesGone', {byte: last.byte}))
    return asking(sight, node, reading => {
      if (roleOf(reading) !== 'master') return notYet(said('readonly.stillReplica', nodeOf(reading)))
      return goesOnFrom(reading, last) ? met : notYet(said('readonly.otherHistory', nodeOf(reading)))
    })
  }
}

type Byte = Readonly<{history: string; byte: number}>

function lastByteAtStart({start}: Sight, node: NodeName): Byte {
  const reading = answeredOf(start, node)
  return {history: reading ? historyOf(reading) : '', byte: reading ? offsetOf(reading) : 0}
}

/** A promoted node keeps the old id as its second, valid below `second_repl_offset`. */
function goesOnFrom(reading: Answered, {history, byte}: Byte): boolean {
  if (historyOf(reading) === history) return offsetOf(reading) >= byte
  const {master_replid2, second_repl_offset} = reading.replication
  return master_replid2 === history && Number(second_repl_offset) > byte
}

/** `node` holds more keys than `other`: something that the other never got. */
export function hasMoreKeysThan(node: NodeName, other: NodeName): Goal {
  return sight =>
    asking(sight, node, reading =>
      asking(sight, other, less => {
        const values = {...nodeOf(reading), keys: reading.keys, other: less.port, less: less.keys}
        return reading.keys > less.keys ? met : notYet(said('readonly.noMoreKeys', values))
      }),
    )
}

/** One of the nodes is stopped by SIGSTOP: it has a process, which does nothing. */
export function isPaused(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => readingOf(now, node)?.process.is === 'paused')
}

/** One of the nodes is a replica that takes writes of its own: `replica-read-only no`. */
export function takesOwnWrites(...nodes: readonly NodeName[]): Sign {
  return ({now}) => nodes.some(node => answeredOf(now, node)?.replication['slave_read_only'] === '0')
}

function historyOf({replication}: Answered): string {
  return replication['master_replid'] ?? ''
}
