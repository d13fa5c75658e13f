// Whether a replica can replace a master that is down, and if not, what prevents it. Read from CLUSTER NODES, INFO and the replicas' logs.
// Source: clusterHandleSlaveFailover in cluster.c (7.0) and cluster_legacy.c; https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#replica-election-and-promotion

import {nodeOfId, portOfLine, upstreamOf} from '../cluster/cluster-view.ts'
import {isCutBetween} from '../cluster/links.ts'
import type {Obstacle} from '../cluster/obstacle.ts'
import type {ClusterLine} from '../cluster/parse-info.ts'
import {
  type Answered,
  linkIsUp,
  ownLine,
  type Reading,
  readingOf,
  type Snapshot,
} from '../cluster/snapshot.ts'
import type {LoggedLine} from '../state/lab-state.ts'
import {parseLogLine} from '../timeline/log-line.ts'

/** `port`: the replica that can be elected. */
export type Prospect = Readonly<{elects: true; port: number}> | Readonly<{elects: false; because: Obstacle}>

/** The prospect of an election for the slots of the master on `port`. */
export function electionFor(port: number, now: Snapshot, logs: readonly LoggedLine[]): Prospect {
  const replicas = now.nodes.filter(
    (reading): reading is Answered => reading.is === 'answered' && upstreamOf(reading, now)?.port === port,
  )
  const obstacles: Obstacle[] = []
  for (const replica of replicas) {
    const obstacle = obstacleOf(replica, port, now, logs)
    if (!obstacle) return {elects: true, port: replica.port}
    obstacles.push(obstacle)
  }
  return {elects: false, because: obstacles[0] ?? {is: 'noReplica'}}
}

function obstacleOf(
  reading: Answered,
  master: number,
  now: Snapshot,
  logs: readonly LoggedLine[],
): Obstacle | undefined {
  const replica = reading.port
  const own = ownLine(reading)
  if (own?.flags.includes('nofailover')) return {is: 'nofailover', replica}
  if (isTooOld(reading, logs)) return {is: 'tooOld', replica}
  const owners = (reading.cluster?.nodes ?? []).filter(({slots}) => slots.length > 0)
  const needed = Math.floor(owners.length / 2) + 1
  const voters = owners.filter(line => portOfLine(line, now) !== master)
  const up = voters.filter(line => isUp(line, now))
  const down = voters.filter(line => !isUp(line, now)).map(line => portOfLine(line, now))
  if (up.length < needed) return {is: 'minority', replica, up: up.length, needed, down}
  const heard = up.filter(line => !isCutOff(line, reading, now))
  if (heard.length < needed) return {is: 'cut', replica, up: heard.length, needed}
  const strangers = heard.filter(line => !knows(line, own?.id, now))
  const [stranger] = strangers
  const isUnknown = heard.length - strangers.length < needed
  return stranger && isUnknown ? {is: 'unknown', replica, voter: portOfLine(stranger, now)} : undefined
}

/** A link that was never up since the replica's start counts as infinitely old; of other limits only the log tells that they were passed. */
function isTooOld(reading: Answered, logs: readonly LoggedLine[]): boolean {
  if (linkIsUp(reading)) return false
  if (reading.replication['master_link_down_since_seconds'] === '-1') return true
  for (const {node, text} of logs.toReversed()) {
    const event = node === reading.name ? parseLogLine(text)?.event : undefined
    if (event?.what === 'electionStuck') return /^Disconnected from /.test(event.because ?? '')
    if (event && ['electionDelayed', 'electionStarted', 'started', 'linkLost'].includes(event.what))
      return false
  }
  return false
}

/** The reading of the node that the line is about, by id: a node may announce another port than it listens on. */
function readingAbout({id}: ClusterLine, now: Snapshot): Reading | undefined {
  const node = nodeOfId(id, now)
  return node && readingOf(now, node)
}

/** A node outside the lab counts as up while the replica has a connection to it. */
function isUp(line: ClusterLine, now: Snapshot): boolean {
  const reading = readingAbout(line, now)
  if (reading) return reading.is === 'answered'
  return line.link === 'connected' && !line.flags.includes('fail')
}

/** The replica asks on a connection of its own, and the voter answers on another: a cut in either direction loses the vote. */
function isCutOff(voter: ClusterLine, replica: Answered, now: Snapshot): boolean {
  const reading = readingAbout(voter, now)
  return reading !== undefined && isCutBetween(now.links ?? [], replica.name, reading.name)
}

function knows(voter: ClusterLine, id: string | undefined, now: Snapshot): boolean {
  const reading = readingAbout(voter, now)
  return reading?.is !== 'answered' || reading.cluster?.nodes.some(line => line.id === id) === true
}
