// Questions with names, from which lessons build their goals. Each says which node, which field, what is seen and what is awaited.

import type {Goal} from './lesson.ts'
import {type NodeName, nodeNames, portOf} from './node.ts'
import type {Sight} from './sight.ts'
import {
  type Answered,
  answeredOf,
  attachedTo,
  linkIsUp,
  masterPortOf,
  offsetOf,
  readingOf,
  roleOf,
  type Silent,
  type Snapshot,
  slotsOf,
} from './snapshot.ts'
import {type Said, said} from './text.ts'
import {all, lost, met, notYet, type Verdict} from './verdict.ts'

/** Every goal holds; the first that does not speaks. */
export function every(...goals: readonly Goal[]): Goal {
  return sight => all(goals.map(goal => goal(sight)))
}

/** Every node of the stage answers. */
export const everyNodeAnswers: Goal = sight =>
  all(sight.now.nodes.map(reading => asking(sight, reading.name, () => met)))

/** `node` says role:master. */
export function isMaster(node: NodeName): Goal {
  return sight =>
    asking(sight, node, reading =>
      roleOf(reading) === 'master'
        ? met
        : notYet(said('ask.isReplica', {...of(reading), master: masterPortOf(reading) ?? ''})),
    )
}

/** `replica` says it replicates `master`, its link is up, and the master counts it as online. */
export function follows(replica: NodeName, master: NodeName): Goal {
  return sight => {
    const wanted = portOf(master, sight.now.base)
    return asking(sight, replica, reading => {
      if (roleOf(reading) === 'master') return notYet(said('ask.isMaster', {...of(reading), wanted}))
      const came = masterPortOf(reading) ?? 0
      if (came !== wanted) return notYet(said('ask.followsOther', {...of(reading), came, wanted}))
      return linked(sight, reading, master)
    })
  }
}

function linked(sight: Sight, reading: Answered, master: NodeName): Verdict {
  const attached = answeredOf(sight.now, master)
  const line = attached && attachedTo(attached).find(one => one.port === reading.port)
  if (!linkIsUp(reading)) {
    const state = line?.state
    return notYet(state ? said('ask.syncing', {...of(reading), state}) : said('ask.linkDown', of(reading)))
  }
  if (attached && line?.state !== 'online') {
    return notYet(said('ask.notOnline', {...of(attached), replica: reading.port, state: line?.state ?? '-'}))
  }
  return met
}

/** Every replica of the stage says that its link is up. */
export const everyReplicaLinked: Goal = sight =>
  all(
    sight.now.nodes.map(({name}) =>
      asking(sight, name, reading =>
        roleOf(reading) === 'master' || linkIsUp(reading) ? met : notYet(said('ask.linkDown', of(reading))),
      ),
    ),
  )

/** `replica` has applied every byte its master wrote: offsets can only be compared within one history. */
export function caughtUp(replica: NodeName, master: NodeName): Goal {
  return sight =>
    asking(sight, master, upstream =>
      asking(sight, replica, reading => {
        const [came, wanted] = [reading, upstream].map(one => one.replication['master_replid'])
        if (came !== wanted) {
          const values = {...of(reading), came: short(came), master: upstream.port, wanted: short(wanted)}
          return notYet(said('ask.twoHistories', values))
        }
        // The two answered one after the other: who answered later may know more.
        const behind = offsetOf(upstream) - offsetOf(reading)
        return behind <= 0 ? met : notYet(said('ask.behind', {...of(reading), behind, master: upstream.port}))
      }),
    )
}

/** `node` has written at least `bytes` more into its replication history than at the start. */
export function offsetGrew(node: NodeName, bytes: number): Goal {
  return grew(node, bytes, offsetOf, 'ask.offsetGrew')
}

/** `node` holds at least `count` keys more than at the start. */
export function keysGrew(node: NodeName, count = 1): Goal {
  return grew(node, count, reading => reading.keys, 'ask.keysGrew')
}

/** `node` was asked for a key that it has, by whatever command. */
export function wasReadFrom(node: NodeName): Goal {
  return grew(node, 1, reading => reading.stats['keyspace_hits'] ?? 0, 'ask.notReadFrom')
}

/** Somebody asked `node` for INFO or ROLE. The lab's own polling does not count. */
export function wasAskedForInfo(node: NodeName): Goal {
  return grew(node, 1, reading => (reading.calls['info'] ?? 0) + (reading.calls['role'] ?? 0), 'ask.notAsked')
}

/** `master` gave a replica everything, from an RDB (INFO stats sync_full). */
export function syncedInFull(master: NodeName): Goal {
  return grew(master, 1, reading => reading.stats['sync_full'] ?? 0, 'ask.noFullSync')
}

/** `master` gave a replica only what it had missed (INFO stats sync_partial_ok). */
export function syncedInPart(master: NodeName): Goal {
  return grew(master, 1, reading => reading.stats['sync_partial_ok'] ?? 0, 'ask.noPartialSync')
}

function grew(
  node: NodeName,
  least: number,
  count: (reading: Answered) => number,
  say:
    | 'ask.offsetGrew'
    | 'ask.keysGrew'
    | 'ask.notReadFrom'
    | 'ask.notAsked'
    | 'ask.noFullSync'
    | 'ask.noPartialSync',
): Goal {
  return sight =>
    asking(sight, node, reading => {
      const before = answeredOf(sight.start, node)
      // A restarted process counts from nothing again, so then the start is nothing.
      const from = before && before.runId === reading.runId ? count(before) : 0
      const came = count(reading) - from
      return came >= least ? met : notYet(said(say, {...of(reading), came: Math.max(0, came), least}))
    })
}

/** `node` remembers, as its second replication id, the history that `source` told at the start. */
export function keptHistoryOf(node: NodeName, source: NodeName): Goal {
  return sight => {
    const id = answeredOf(sight.start, source)?.replication['master_replid'] ?? ''
    // An id that nobody tells any more never comes back: no way leads to the goal. Who is silent may still tell it.
    const allAnswer = living(sight.now).length === sight.now.nodes.length
    if (allAnswer && !living(sight.now).some(reading => tells(reading, id)))
      return lost(said('ask.historyGone', {id: short(id)}))
    return asking(sight, node, reading =>
      reading.replication['master_replid2'] === id
        ? met
        : notYet(
            said('ask.otherHistory', {...of(reading), came: short(reading.replication['master_replid2'])}),
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
  return sight => {
    const reading = readingOf(sight.now, node)
    const runs = reading?.process.is === 'running' || reading?.process.is === 'paused'
    return reading && !runs ? met : notYet(said('ask.stillRuns', {node: portOf(node, sight.now.base)}))
  }
}

/** Each node that answers says cluster_state:ok. */
export const everyoneSaysOk: Goal = sight =>
  all(
    living(sight.now).map(reading => {
      const state = reading.cluster?.info['cluster_state'] ?? '-'
      return state === 'ok' ? met : notYet(said('ask.clusterState', {...of(reading), state}))
    }),
  )

/** Each node that answers sees `owner` as the master of the slots that `first` had at the start. */
export function everyoneSeesOwner(owner: NodeName, first: NodeName): Goal {
  return sight => {
    const before = answeredOf(sight.start, first)
    const wanted = (before ? slotsOf(before) : []).join(' ')
    const port = portOf(owner, sight.now.base)
    return all(
      living(sight.now).map(reading => {
        const line = reading.cluster?.nodes.find(one => one.port === port)
        const sees = line?.flags.includes('master') === true && line.slots.join(' ') === wanted
        return sees ? met : notYet(said('ask.seesOther', {...of(reading), owner: port, slots: wanted}))
      }),
    )
  }
}

/** Each node that answers sees `node` with neither `fail` nor `fail?`. */
export function nobodySuspects(node: NodeName): Goal {
  return sight => {
    const port = portOf(node, sight.now.base)
    return all(
      living(sight.now).map(reading => {
        const flag = reading.cluster?.nodes
          .find(one => one.port === port)
          ?.flags.find(one => one.startsWith('fail'))
        return flag ? notYet(said('ask.suspects', {...of(reading), other: port, flag})) : met
      }),
    )
  }
}

function living(snapshot: Snapshot): readonly Answered[] {
  return nodeNames.flatMap(name => answeredOf(snapshot, name) ?? [])
}

function of(reading: {port: number}): {node: number} {
  return {node: reading.port}
}

/** A goal about one node: its silence is the first thing to say. */
function asking(sight: Sight, node: NodeName, ask: (reading: Answered) => Verdict): Verdict {
  const reading = readingOf(sight.now, node)
  if (reading?.is === 'answered') return ask(reading)
  return notYet(reading ? silence(reading) : said('ask.absent', {node: portOf(node, sight.now.base)}))
}

/** Why a node does not answer, as a sentence. */
export function silence(reading: Silent): Said {
  return said(`ask.silent.${reading.because}`, of(reading))
}
