// Each Sentinel's opinion of the nodes and of the other Sentinels. s_down is the opinion of one, o_down is what a quorum shares, on masters only.

import {isSentinel, type NodeName, nodeAt} from './node.ts'
import type {SentinelView, WatchedNode} from './sentinel-view.ts'
import {
  answeredOf,
  type Reading,
  roleOf,
  type SentinelReading,
  type Snapshot,
  sentinelsIn,
  startedNodes,
} from './snapshot.ts'

/** `unlinked`: it has no connection to the node, but does not count it as down yet. `unknown`: it has never heard of it. */
export type SentinelOpinion = 'itself' | 'ok' | 's_down' | 'o_down' | 'unlinked' | 'unknown'

export type SentinelOpinions = Readonly<{
  name: NodeName
  port: number
  /** On every started node, in the order of the roster; undefined if the Sentinel does not answer. */
  says?: readonly SentinelOpinion[]
  /** Port of the master that it names to clients; undefined if it does not answer or watches none. */
  master?: number
}>

/** One row for each Sentinel of the stage. */
export function sentinelOpinions(snapshot: Snapshot): readonly SentinelOpinions[] {
  return startedNodes(snapshot)
    .filter(({name}) => isSentinel(name, snapshot.roster))
    .map(reading => opinionsOf(reading, snapshot))
}

function opinionsOf(reading: Reading, snapshot: Snapshot): SentinelOpinions {
  const {name, port} = reading
  if (reading.is !== 'sentinel') return {name, port}
  const says = startedNodes(snapshot).map(other =>
    other.name === name ? 'itself' : opinionOf(reading.view, other.port),
  )
  const {master} = reading.view
  return {name, port, says, ...(master && {master: master.port})}
}

/** A node that a Sentinel has no connection to, or another Sentinel that it does not know or sees as down. */
export type Unwatched = Readonly<{port: number; by: number; opinion: SentinelOpinion}>

/** The first that some Sentinel does not watch. Sentinels connect to each other within a second, which nothing has to wait for. */
export function firstUnwatched(snapshot: Snapshot): Unwatched | undefined {
  const watched = startedNodes(snapshot)
  for (const {port: by, says = []} of sentinelOpinions(snapshot)) {
    const i = says.findIndex((opinion, nth) => {
      const accepted: readonly SentinelOpinion[] =
        watched[nth]?.is === 'sentinel' ? ['ok', 'itself', 'unlinked'] : ['ok']
      return !accepted.includes(opinion)
    })
    const [node, opinion] = [watched[i], says[i]]
    if (node && opinion) return {port: node.port, by, opinion}
  }
  return undefined
}

/** What a Sentinel holds of the node on `port`. */
export function opinionOf({master, replicas, sentinels}: SentinelView, port: number): SentinelOpinion {
  const watched: readonly WatchedNode[] = [...(master ? [master] : []), ...replicas, ...sentinels]
  const flags = watched.find(one => one.port === port)?.flags
  if (!flags) return 'unknown'
  const down = (['o_down', 's_down'] as const).find(flag => flags.includes(flag))
  return down ?? (flags.includes('disconnected') ? 'unlinked' : 'ok')
}

/** The ports of the Sentinels that see the node on `port` as down. */
export function seenDownBy(port: number, snapshot: Snapshot): readonly number[] {
  return sentinelsIn(snapshot)
    .filter(({view}) => isDown(opinionOf(view, port)))
    .map(one => one.port)
}

export function isDown(opinion: SentinelOpinion): boolean {
  return opinion === 's_down' || opinion === 'o_down'
}

/** The Sentinels that know of each other: this one and those that it lists. */
export function knownSentinels({view}: SentinelReading): number {
  return view.sentinels.length + 1
}

/** How many Sentinels must vote for a leader: a majority of those that are known, and the quorum if that is more. */
export function votesNeeded(reading: SentinelReading): number {
  return Math.max(Math.floor(knownSentinels(reading) / 2) + 1, reading.view.master?.quorum ?? 0)
}

/** How many Sentinels this one can reach, itself included. */
export function usableSentinels({view}: SentinelReading): number {
  const unusable = ['s_down', 'o_down']
  return view.sentinels.filter(({flags}) => !flags.some(flag => unusable.includes(flag))).length + 1
}

/** The port that all answering Sentinels name as the master, if they agree and it says itself that it is one. */
export function agreedMaster(snapshot: Snapshot): NodeName | undefined {
  const [first, ...others] = sentinelsIn(snapshot).map(({view}) => view.master?.port)
  if (first === undefined || others.some(port => port !== first)) return undefined
  const node = snapshot.roster.find(({port}) => port === first)?.name
  const reading = node && answeredOf(snapshot, node)
  return reading && roleOf(reading) === 'master' ? node : undefined
}

/** The Sentinel with this id, as it says itself or as another lists it. */
export function sentinelOfId(id: string | undefined, snapshot: Snapshot): NodeName | undefined {
  const views = sentinelsIn(snapshot)
  const own = views.find(({view}) => view.id === id)?.port
  const port = own ?? views.flatMap(({view}) => view.sentinels).find(one => one.id === id)?.port
  return port === undefined ? undefined : nodeAt(port, snapshot.roster)
}

/** A Sentinel that others voted for, with their ports. */
export type Leader = Readonly<{port: number; epoch: number; voters: readonly number[]}>

/** The leader of the newest election that the Sentinels know votes of. Only a Sentinel that asked for votes has heard of them. */
export function lastLeader(snapshot: Snapshot): Leader | undefined {
  const candidates = sentinelsIn(snapshot).flatMap((reading): Leader[] => {
    const votes = reading.view.sentinels.filter(({votedFor}) => votedFor === reading.view.id)
    const epoch = Math.max(0, ...votes.map(({votedEpoch = 0}) => votedEpoch))
    const voters = votes.filter(({votedEpoch}) => votedEpoch === epoch).map(({port}) => port)
    // It votes for itself too.
    return voters.length + 1 >= votesNeeded(reading) ? [{port: reading.port, epoch, voters}] : []
  })
  return candidates.toSorted((one, other) => other.epoch - one.epoch)[0]
}
