// Conditions of a booting stage and a started node: each is a check on a snapshot that returns `true` or what is still missing. Pure.

import {lineAbout, nodeOfId} from '../../model/cluster/cluster-view.ts'
import {firstMasters, firstReplicas, type NodeName, portOf, type Roster} from '../../model/cluster/node.ts'
import {firstUnwatched} from '../../model/cluster/sentinel-opinions.ts'
import {
  type Answered,
  attachedReplicas,
  linkIsUp,
  roleOf,
  type Snapshot,
  slotsOf,
  startedNodes,
} from '../../model/cluster/snapshot.ts'

/** A Redis of somebody else on one of our ports counts as silent, so it is never taken for ours. */
export function everyNodeIsOurs(snapshot: Snapshot): true | string {
  for (const reading of startedNodes(snapshot)) {
    if (reading.is === 'silent') return `${reading.port}: ${reading.because}`
  }
  return true
}

function answers(snapshot: Snapshot): readonly Answered[] | string {
  const ours = everyNodeIsOurs(snapshot)
  return ours === true ? snapshot.nodes.filter(reading => reading.is === 'answered') : ours
}

/** Every replica of the running nodes has its link, and one of them follows another. */
export function replicasLinked(snapshot: Snapshot): true | string {
  const silent = snapshot.nodes.find(one => one.process.is === 'running' && one.is === 'silent')
  if (silent) return `${silent.port}: ${silent.is === 'silent' ? silent.because : ''}`
  const unlinked = snapshot.nodes.find(
    one => one.is === 'answered' && roleOf(one) === 'replica' && !linkIsUp(one),
  )
  return unlinked === undefined || `${unlinked.port}: master_link_status:down`
}

/** Every Sentinel watches all nodes and knows all other Sentinels. */
export function sentinelsWatch(snapshot: Snapshot): true | string {
  const ours = everyNodeIsOurs(snapshot)
  if (ours !== true) return ours
  const {by, port, opinion} = firstUnwatched(snapshot) ?? {}
  return by === undefined || `${by}: ${port} ${opinion}`
}

export function readyToTakeOver(snapshot: Snapshot): true | string {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return readings
  for (const reading of readings) {
    const {port, cluster} = reading
    const disconnected = cluster?.nodes.find(line => line.link !== 'connected')
    if (disconnected) return `${port}: ${disconnected.port} ${disconnected.link}`
    if (roleOf(reading) === 'master') continue
    if (cluster?.info['cluster_state'] !== 'ok')
      return `${port}: cluster_state:${cluster?.info['cluster_state']}`
  }
  return true
}

/** `node` and each other node that answers, if they know each other, have a link on the cluster bus in both directions. */
export function isLinked(snapshot: Snapshot, node: NodeName): true | string {
  const readings = snapshot.nodes.filter(reading => reading.is === 'answered')
  for (const {name, port, cluster} of readings) {
    const partners = name === node ? readings.map(other => other.name) : [node]
    const missing = cluster?.nodes.find(({id, link}) => {
      const partner = nodeOfId(id, snapshot)
      return link !== 'connected' && partner !== undefined && partners.includes(partner)
    })
    if (missing) return `${port}: ${missing.port} ${missing.link}`
  }
  return true
}

/**
 * The nodes that have taken over and are replicas again, because their replicas were elected. Only once no node marks them as failed: the mark of a replica
 * goes when it is heard of, that of a master with slots stays for twice the node timeout (clearNodeFailureIfNeeded in Redis).
 */
export function votedOut(snapshot: Snapshot): readonly NodeName[] {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return []
  const isMarked = (node: NodeName) =>
    readings.some(one => lineAbout(node, one, snapshot)?.flags.some(flag => flag.startsWith('fail')))
  const replicas = readings.filter(one => roleOf(one) === 'replica').map(({name}) => name)
  return firstMasters.filter(node => replicas.includes(node) && !isMarked(node))
}

/** The highest epoch that any node knows. */
export function highestEpoch({nodes}: Snapshot): number {
  const epochs = nodes.map(one => (one.is === 'answered' ? one.cluster?.info['cluster_current_epoch'] : 0))
  return Math.max(...epochs.map(epoch => Number(epoch ?? 0)))
}

/** All nodes see the expected roles, owners and slots, none suspects another, and every link is up. */
export function agreeOnTopology(snapshot: Snapshot): true | string {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return readings
  for (const reading of readings) {
    const {port, cluster} = reading
    const wrong = cluster?.nodes.find(line => !isAsExpected(line, cluster.nodes, snapshot.roster))
    if (!cluster || wrong) return `${port}: ${wrong?.port} ${wrong?.flags.join()} ${wrong?.link}`
    if (cluster.info['cluster_state'] !== 'ok')
      return `${port}: cluster_state:${cluster.info['cluster_state']}`
    if (cluster.info['cluster_slots_ok'] !== '16384')
      return `${port}: cluster_slots_ok:${cluster.info['cluster_slots_ok']}`
    if (roleOf(reading) === 'replica' && !linkIsUp(reading)) return `${port}: master_link_status:down`
    if (slotsOf(reading).length > 0 && attachedReplicas(reading)[0]?.state !== 'online')
      return `${port}: no replica online`
  }
  const other = readings.find(reading => topologyOf(reading) !== topologyOf(readings[0]))
  return other === undefined || `${other.port}: disagrees with ${readings[0]?.port}`
}

/**
 * No node still writes an append-only file: a replica that has loaded everything from its master begins a new one, and until that is on disk
 * SHUTDOWN is refused ("Writing initial AOF, can't exit" in the log).
 */
export function filesWritten(snapshot: Snapshot): true | string {
  const readings = answers(snapshot)
  if (typeof readings === 'string') return readings
  const writing = readings.find(({rewritesAof}) => rewritesAof)
  return writing === undefined || `${writing.port}: aof_rewrite_in_progress:1`
}

/** Roles, epochs and slots as a string that is equal for nodes that agree. */
function topologyOf(reading: Answered | undefined): string {
  const {info, nodes = []} = reading?.cluster ?? {}
  const lines = nodes.map(({id, flags, masterId, epoch, slots}) => [
    id,
    flags.filter(flag => flag !== 'myself'),
    masterId,
    epoch,
    slots,
  ])
  return JSON.stringify([info?.['cluster_current_epoch'], lines])
}

type Lines = NonNullable<Answered['cluster']>['nodes']

function isAsExpected(line: Lines[number], lines: Lines, roster: Roster): boolean {
  const settled =
    line.link === 'connected' && !line.flags.some(flag => flag.startsWith('fail') || flag === 'handshake')
  const shard = firstMasters.findIndex(node => portOf(node, roster) === line.port)
  if (shard >= 0) return settled && line.flags.includes('master') && line.slots.length === 1
  const master = firstMasters[firstReplicas.findIndex(node => portOf(node, roster) === line.port)]
  const masterId = master && lines.find(one => one.port === portOf(master, roster))?.id
  return settled && line.flags.includes('slave') && line.masterId === masterId
}
