// Each node's opinion of every other node. Only views exist: `fail?` is one node's suspicion, `fail` is agreed by a majority of masters.

import {lineAbout, nodeOfId} from './cluster-view.ts'
import {firstMasters, type NodeName} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {isClustered, type Reading, type Snapshot, slotsOf, startedNodes} from './snapshot.ts'

/**
 * State of another node in one node's view. `unknown`: the node has never heard of the other. `unlinked`: it knows the other and has no connection to
 * it, but does not suspect it yet.
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection
 */
export type Opinion = 'itself' | 'ok' | 'fail?' | 'fail' | 'unlinked' | 'handshake' | 'unknown'

export type FailureView = Readonly<{
  name: NodeName
  port: number
  /** Undefined if the node does not answer. */
  says?: readonly Opinion[]
  /** The node's own epoch, and the highest epoch it has heard of. */
  epoch?: string
  currentEpoch?: string
}>

/** The ports of all nodes that somebody has an opinion on: those of the lab without spares that were never started, then others that joined. */
export function subjectsOf(snapshot: Snapshot): readonly number[] {
  return [...startedNodes(snapshot).map(({port}) => port), ...foreignLines(snapshot).map(({port}) => port)]
}

/** The ports of nodes on this computer that joined the cluster and are not the lab's. */
export function foreignPorts(snapshot: Snapshot | undefined): readonly number[] {
  return nearLines(snapshot).map(({port}) => port)
}

/** The port of the one with this id. */
export function foreignPortOf(id: string | undefined, snapshot: Snapshot | undefined): number | undefined {
  return nearLines(snapshot).find(line => line.id === id)?.port
}

function nearLines(snapshot: Snapshot | undefined): readonly ClusterLine[] {
  return snapshot ? foreignLines(snapshot).filter(({host}) => host === undefined) : []
}

/** A line of CLUSTER NODES for each node that is not the lab's. Nodes that were replaced or never met have no address. */
function foreignLines(snapshot: Snapshot): readonly ClusterLine[] {
  const lines = snapshot.nodes.flatMap(reading =>
    reading.is === 'answered' ? (reading.cluster?.nodes ?? []) : [],
  )
  const foreign = lines.filter(
    ({id, port, flags}) => port > 0 && !flags.includes('noaddr') && nodeOfId(id, snapshot) === undefined,
  )
  return [...new Map(foreign.map(line => [line.id, line])).values()]
}

/** One view per node, with an opinion on every subject; skips spares that were never started. Empty outside a cluster. */
export function failureViews(snapshot: Snapshot): readonly FailureView[] {
  if (!isClustered(snapshot.stage)) return []
  return startedNodes(snapshot).map(reading => viewOf(reading, snapshot))
}

function viewOf(reading: Reading, snapshot: Snapshot): FailureView {
  const {name, port} = reading
  if (reading.is !== 'answered' || !reading.cluster) return {name, port}
  const {cluster_my_epoch: epoch = '', cluster_current_epoch: currentEpoch = ''} = reading.cluster.info
  const {nodes} = reading.cluster
  const says = [
    ...startedNodes(snapshot).map(other => opinionOn(lineAbout(other.name, reading, snapshot))),
    ...foreignLines(snapshot).map(({id}) => opinionOn(nodes.find(line => line.id === id))),
  ]
  return {name, port, says, epoch, currentEpoch}
}

function opinionOn(line: ClusterLine | undefined): Opinion {
  if (!line) return 'unknown'
  if (line.flags.includes('myself')) return 'itself'
  const flag = (['fail', 'fail?', 'handshake'] as const).find(one => line.flags.includes(one))
  return flag ?? (line.link === 'connected' ? 'ok' : 'unlinked')
}

/** Number of slot-serving masters that report `fail?` or `fail` for a node, and the number needed. */
export type Suspicion = Readonly<{port: number; masters: number; needed: number; failed: boolean}>

/** Nodes that at least one other node suspects or has marked as failed. */
export function suspicions(snapshot: Snapshot): readonly Suspicion[] {
  const views = failureViews(snapshot)
  const serving = snapshot.nodes.filter(reading => reading.is === 'answered' && slotsOf(reading).length > 0)
  const needed = Math.floor(sizeOf(snapshot) / 2) + 1
  return subjectsOf(snapshot).flatMap((port, i) => {
    const marked = views.filter(({says}) => says?.[i] === 'fail?' || says?.[i] === 'fail')
    if (marked.length === 0) return []
    const masters = marked.filter(view => serving.some(reading => reading.name === view.name)).length
    return [{port, masters, needed, failed: marked.some(({says}) => says?.[i] === 'fail')}]
  })
}

/** Largest cluster_size in CLUSTER INFO: the number of masters that serve slots, failed ones included. */
function sizeOf(snapshot: Snapshot): number {
  const sizes = snapshot.nodes.map(reading =>
    reading.is === 'answered' ? Number(reading.cluster?.info['cluster_size'] ?? 0) : 0,
  )
  return Math.max(...sizes) || firstMasters.length
}
