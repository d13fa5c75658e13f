// Goals about processes, roles and replication, from which lessons are built. Each verdict names the node, the field, and what was seen and
// expected. For the cluster: cluster.ts; for replies and calls: replies.ts.

import {isSentinel, type NodeName, portOf} from '../../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  attachedReplicas,
  isAlive,
  linkIsUp,
  masterPortOf,
  offsetOf,
  readingOf,
  roleOf,
  startedNodes,
} from '../../cluster/snapshot.ts'
import {commandOf, type Outcome} from '../../commands/action.ts'
import {textOf} from '../../protocol/bytes.ts'
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, any, lost, met, notYet, type Verdict} from '../verdict.ts'
import {
  aboutNode,
  answering,
  counted,
  counterGrowth,
  type Growth,
  grew,
  growth,
  keptGrowth,
  nodeOf,
  portIn,
  whySilent,
} from './about-node.ts'
import {lookupsOn, naming} from './lookups.ts'

/** Met if all goals are met; else the verdict of the first that is not. */
export function every(...goals: readonly Goal[]): Goal {
  return evidence => all(goals.map(goal => goal(evidence)))
}

/** Met if any goal is met; else the verdict of the first. */
export function oneOf(...goals: readonly Goal[]): Goal {
  return evidence => any(goals.map(goal => goal(evidence)))
}

/** Every node of the stage answers, apart from spares that were never started. */
export const everyNodeAnswers: Goal = evidence =>
  all(startedNodes(evidence.now).map(one => (one.is === 'silent' ? notYet(whySilent(one)) : met)))

/** `node` reports role:master. */
export function isMaster(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      roleOf(reading) === 'master'
        ? met
        : notYet(message('goals.isReplica', {...nodeOf(reading), master: masterPortOf(reading) ?? ''})),
    )
}

/** `replica` reports that it replicates `master` with its link up, and the master lists it as online. */
export function follows(replica: NodeName, master: NodeName): Goal {
  return evidence => {
    const wanted = portIn(evidence.now, master)
    return aboutNode(evidence, replica, reading => {
      if (roleOf(reading) === 'master') return notYet(message('goals.isMaster', {...nodeOf(reading), wanted}))
      const actual = masterPortOf(reading) ?? 0
      if (actual !== wanted)
        return notYet(message('goals.followsOther', {...nodeOf(reading), actual, wanted}))
      return linked(evidence, reading, master)
    })
  }
}

function linked(evidence: Evidence, reading: Answered, master: NodeName): Verdict {
  // Only the master knows whether the replica is online.
  return aboutNode(evidence, master, attached => onlineAt(attached, reading))
}

function onlineAt(attached: Answered, reading: Answered): Verdict {
  const line = attachedReplicas(attached).find(one => one.port === reading.port)
  if (!linkIsUp(reading)) {
    const state = line?.state
    return notYet(
      state
        ? message('goals.syncing', {...nodeOf(reading), state})
        : message('goals.linkDown', nodeOf(reading)),
    )
  }
  if (line?.state !== 'online') {
    return notYet(
      message('goals.notOnline', {...nodeOf(attached), replica: reading.port, state: line?.state ?? '-'}),
    )
  }
  return met
}

/** Every replica of the stage reports that its link is up; spares that were never started are none. */
export const everyReplicaLinked: Goal = evidence =>
  all(
    startedNodes(evidence.now)
      .filter(({name}) => !isSentinel(name, evidence.now.roster))
      .map(({name}) =>
        aboutNode(evidence, name, reading =>
          roleOf(reading) === 'master' || linkIsUp(reading)
            ? met
            : notYet(message('goals.linkDown', nodeOf(reading))),
        ),
      ),
  )

/** `replica` has applied every byte that its master wrote. Checks the history first: offsets of different histories cannot be compared. */
export function caughtUp(replica: NodeName, master: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, master, upstream =>
      aboutNode(evidence, replica, reading => {
        const [actual, wanted] = [reading, upstream].map(one => one.replication['master_replid'])
        if (actual !== wanted) {
          const values = {
            ...nodeOf(reading),
            actual: short(actual),
            master: upstream.port,
            wanted: short(wanted),
          }
          return notYet(message('goals.twoHistories', values))
        }
        // The two were polled one after the other, so the second may be ahead.
        const behind = offsetOf(upstream) - offsetOf(reading)
        return behind <= 0
          ? met
          : notYet(message('goals.behind', {...nodeOf(reading), behind, master: upstream.port}))
      }),
    )
}

/** Clients have written at least `bytes` to the replication history of `node` since the start. Waiting does not count as writing. */
export function offsetGrew(node: NodeName, bytes: number): Goal {
  return grew(node, bytes, {of: offsetOf, message: 'goals.offsetGrew'}, writtenBytes)
}

/** `*1 $4 PING`, which a master sends every 10 s (repl-ping-replica-period), and `REPLCONF GETACK *`, which it sends for a WAIT. */
const heartbeat = {bytes: 14, every: 10_000, forWait: 37}

/** Growth of the offset without what the master sends on its own; at most one PING is taken off too many. */
const writtenBytes: Growth = (evidence, reading, count) => {
  const pings = Math.ceil((evidence.now.at - evidence.start.at) / heartbeat.every)
  const waits = growth(evidence, reading, ({calls}) => calls['wait'] ?? 0)
  return growth(evidence, reading, count) - pings * heartbeat.bytes - waits * heartbeat.forWait
}

/** `node` has at least `count` keys more than at the start. */
export function keysGrew(node: NodeName, count = 1): Goal {
  const enough = grew(node, count, {of: reading => reading.keys, message: 'goals.keysGrew'}, keptGrowth)
  return evidence => {
    const verdict = enough(evidence)
    if (verdict.is === 'met') return verdict
    return aboutNode(evidence, node, reading => {
      const before = answeredOf(evidence.start, node)?.keys ?? 0
      if (reading.keys >= before) return verdict
      const values = {...nodeOf(reading), actual: reading.keys, before, least: before + count}
      return notYet(message('goals.keysFewer', values))
    })
  }
}

/** A command read an existing key on `node`: this one, if given. */
export function wasReadFrom(node: NodeName, key?: string): Goal {
  const counts = key === undefined ? () => true : naming(key)
  return evidence =>
    aboutNode(evidence, node, reading => {
      if (lookupsOn(evidence, reading, 'keyspace_hits', counts) > 0) return met
      if (key === undefined) return notYet(message('goals.notReadFrom', nodeOf(reading)))
      return notYet(message('goals.keyNotRead', {...nodeOf(reading), key}))
    })
}

/**
 * INFO with the section Replication, or ROLE, was run on `node`. The lab's own polling does not count, nor does an INFO of the learner that
 * showed no such section. Calls from elsewhere count whatever they asked for: a node counts calls, not sections.
 */
export function wasAskedForInfo(node: NodeName): Goal {
  const calls = (reading: Answered) => (reading.calls['info'] ?? 0) + (reading.calls['role'] ?? 0)
  return evidence =>
    aboutNode(evidence, node, reading => {
      const others = evidence.outcomes.filter(outcome => outcome.action.node === node && isOtherInfo(outcome))
      const grown = counterGrowth(evidence, reading, calls)
      if (grown > others.length) return met
      return notYet(message(others.length > 0 ? 'goals.otherSection' : 'goals.notAsked', nodeOf(reading)))
    })
}

/** An INFO that was answered without the section Replication: of another section, or of a misspelled one. */
function isOtherInfo(outcome: Outcome): boolean {
  if (commandOf(outcome.action)[0] !== 'INFO' || outcome.is !== 'replied') return false
  const {reply} = outcome
  return 'bytes' in reply && !textOf(reply.bytes).includes('# Replication')
}

/** `master` did a full resynchronization with a replica (INFO stats sync_full). */
export function syncedInFull(master: NodeName): Goal {
  return counted(master, {of: reading => reading.stats['sync_full'] ?? 0, message: 'goals.noFullSync'})
}

/** `master` did a partial resynchronization with a replica (INFO stats sync_partial_ok). */
export function syncedInPart(master: NodeName): Goal {
  return counted(master, {
    of: reading => reading.stats['sync_partial_ok'] ?? 0,
    message: 'goals.noPartialSync',
  })
}

/** `node` keeps, as its second replication id, the history that `source` had at the start. */
export function keptHistoryOf(node: NodeName, source: NodeName): Goal {
  return evidence => {
    const id = answeredOf(evidence.start, source)?.replication['master_replid'] ?? ''
    // An id that no node has never returns, so the goal is lost. A silent node may still have it.
    const allAnswer = answering(evidence.now).length === evidence.now.nodes.length
    if (allAnswer && !answering(evidence.now).some(reading => tells(reading, id)))
      return lost(message('goals.historyGone', {id: short(id), other: portOf(source, evidence.now.roster)}))
    return aboutNode(evidence, node, reading =>
      reading.replication['master_replid2'] === id
        ? met
        : notYet(
            message('goals.otherHistory', {
              ...nodeOf(reading),
              actual: short(reading.replication['master_replid2']),
              wanted: short(id),
              other: portOf(source, evidence.now.roster),
            }),
          ),
    )
  }
}

function tells({replication}: Answered, id: string): boolean {
  return replication['master_replid'] === id || replication['master_replid2'] === id
}

function short(id: string | undefined): string {
  return (id ?? '-').slice(0, 8)
}

/** The node's process has ended. */
export function isDown(node: NodeName): Goal {
  return evidence => {
    const reading = readingOf(evidence.now, node)
    return reading && !isAlive(reading.process)
      ? met
      : notYet(message('goals.stillRuns', {node: portIn(evidence.now, node)}))
  }
}
