// Questions with names, from which lessons build their goals: on processes, roles and replication. Each says which node, which field, what is
// seen and what is expected. On the cluster: cluster.ts; on replies and calls: replies.ts.

import {type NodeName, portOf} from '../../cluster/node.ts'
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
import {message} from '../../text/messages.ts'
import type {Evidence} from '../evidence.ts'
import type {Goal} from '../lesson.ts'
import {all, any, lost, met, notYet, type Verdict} from '../verdict.ts'
import {aboutNode, answering, counted, grew, nodeOf} from './about-node.ts'

/** Every goal holds; the first that does not speaks. */
export function every(...goals: readonly Goal[]): Goal {
  return evidence => all(goals.map(goal => goal(evidence)))
}

/** One of the goals holds; while none does, the first speaks. */
export function oneOf(...goals: readonly Goal[]): Goal {
  return evidence => any(goals.map(goal => goal(evidence)))
}

/** Every node of the stage answers, but for spares that nobody has started. */
export const everyNodeAnswers: Goal = evidence =>
  all(startedNodes(evidence.now).map(reading => aboutNode(evidence, reading.name, () => met)))

/** `node` says role:master. */
export function isMaster(node: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, node, reading =>
      roleOf(reading) === 'master'
        ? met
        : notYet(message('goals.isReplica', {...nodeOf(reading), master: masterPortOf(reading) ?? ''})),
    )
}

/** `replica` says it replicates `master`, its link is up, and the master counts it as online. */
export function follows(replica: NodeName, master: NodeName): Goal {
  return evidence => {
    const wanted = portOf(master, evidence.now.roster)
    return aboutNode(evidence, replica, reading => {
      if (roleOf(reading) === 'master') return notYet(message('goals.isMaster', {...nodeOf(reading), wanted}))
      const came = masterPortOf(reading) ?? 0
      if (came !== wanted) return notYet(message('goals.followsOther', {...nodeOf(reading), came, wanted}))
      return linked(evidence, reading, master)
    })
  }
}

function linked(evidence: Evidence, reading: Answered, master: NodeName): Verdict {
  // Whether it is online only the master can say.
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

/** Every replica of the stage says that its link is up. */
export const everyReplicaLinked: Goal = evidence =>
  all(
    evidence.now.nodes.map(({name}) =>
      aboutNode(evidence, name, reading =>
        roleOf(reading) === 'master' || linkIsUp(reading)
          ? met
          : notYet(message('goals.linkDown', nodeOf(reading))),
      ),
    ),
  )

/** `replica` has applied every byte its master wrote: offsets can only be compared within one history. */
export function caughtUp(replica: NodeName, master: NodeName): Goal {
  return evidence =>
    aboutNode(evidence, master, upstream =>
      aboutNode(evidence, replica, reading => {
        const [came, wanted] = [reading, upstream].map(one => one.replication['master_replid'])
        if (came !== wanted) {
          const values = {...nodeOf(reading), came: short(came), master: upstream.port, wanted: short(wanted)}
          return notYet(message('goals.twoHistories', values))
        }
        // The two answered one after the other: who answered later may know more.
        const behind = offsetOf(upstream) - offsetOf(reading)
        return behind <= 0
          ? met
          : notYet(message('goals.behind', {...nodeOf(reading), behind, master: upstream.port}))
      }),
    )
}

/** `node` has written at least `bytes` more into its replication history than at the start. */
export function offsetGrew(node: NodeName, bytes: number): Goal {
  return grew(node, bytes, {of: offsetOf, message: 'goals.offsetGrew'})
}

/** `node` holds at least `count` keys more than at the start. */
export function keysGrew(node: NodeName, count = 1): Goal {
  return grew(node, count, {of: reading => reading.keys, message: 'goals.keysGrew'})
}

/** `node` was asked for a key that it has, by whatever command. */
export function wasReadFrom(node: NodeName): Goal {
  return counted(node, {of: reading => reading.stats['keyspace_hits'] ?? 0, message: 'goals.notReadFrom'})
}

/** Somebody asked `node` for INFO or ROLE. The lab's own polling does not count. */
export function wasAskedForInfo(node: NodeName): Goal {
  return counted(node, {
    of: reading => (reading.calls['info'] ?? 0) + (reading.calls['role'] ?? 0),
    message: 'goals.notAsked',
  })
}

/** `master` gave a replica everything, from an RDB (INFO stats sync_full). */
export function syncedInFull(master: NodeName): Goal {
  return counted(master, {of: reading => reading.stats['sync_full'] ?? 0, message: 'goals.noFullSync'})
}

/** `master` gave a replica only what it had missed (INFO stats sync_partial_ok). */
export function syncedInPart(master: NodeName): Goal {
  return counted(master, {
    of: reading => reading.stats['sync_partial_ok'] ?? 0,
    message: 'goals.noPartialSync',
  })
}

/** `node` remembers, as its second replication id, the history that `source` told at the start. */
export function keptHistoryOf(node: NodeName, source: NodeName): Goal {
  return evidence => {
    const id = answeredOf(evidence.start, source)?.replication['master_replid'] ?? ''
    // An id that nobody tells any more never comes back: no way leads to the goal. Who is silent may still tell it.
    const allAnswer = answering(evidence.now).length === evidence.now.nodes.length
    if (allAnswer && !answering(evidence.now).some(reading => tells(reading, id)))
      return lost(message('goals.historyGone', {id: short(id)}))
    return aboutNode(evidence, node, reading =>
      reading.replication['master_replid2'] === id
        ? met
        : notYet(
            message('goals.otherHistory', {
              ...nodeOf(reading),
              came: short(reading.replication['master_replid2']),
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

/** The node's process is gone. */
export function isDown(node: NodeName): Goal {
  return evidence => {
    const reading = readingOf(evidence.now, node)
    return reading && !isAlive(reading.process)
      ? met
      : notYet(message('goals.stillRuns', {node: portOf(node, evidence.now.roster)}))
  }
}
