// What each node says of each other node. There is no cluster truth: `fail?` is one node's suspicion, `fail` what the majority of masters agreed on.

import {opinionOf} from './cluster-view.ts'
import {firstMasters, type NodeName} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {type Reading, type Snapshot, slotsOf, startedNodes} from './snapshot.ts'

/**
 * `unknown`: the node has never heard of the other; `unlinked`: it has, and has no connection to it, but suspects nothing yet.
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection
 */
export type Opinion = 'itself' | 'ok' | 'fail?' | 'fail' | 'unlinked' | 'handshake' | 'unknown'

export type FailureView = Readonly<{
  name: NodeName
  port: number
  /** Undefined where the node does not answer: then it says nothing of anybody. */
  says?: readonly Opinion[]
  /** Its own epoch, and the highest it has heard of. */
  epoch?: string
  currentEpoch?: string
}>

/** One view a node, each with an opinion on every node, in the order of the snapshot; of spares only those that were started. Empty outside of a cluster. */
export function failureViews(snapshot: Snapshot): readonly FailureView[] {
  if (snapshot.stage === 'standalone') return []
  return startedNodes(snapshot).map(reading => viewOf(reading, snapshot))
}

function viewOf(reading: Reading, snapshot: Snapshot): FailureView {
  const {name, port} = reading
  if (reading.is !== 'answered' || !reading.cluster) return {name, port}
  const {cluster_my_epoch: epoch = '', cluster_current_epoch: currentEpoch = ''} = reading.cluster.info
  const says = startedNodes(snapshot).map(other => opinionOn(opinionOf(reading, other.port)))
  return {name, port, says, epoch, currentEpoch}
}

function opinionOn(line: ClusterLine | undefined): Opinion {
  if (!line) return 'unknown'
  if (line.flags.includes('myself')) return 'itself'
  const flag = (['fail', 'fail?', 'handshake'] as const).find(one => line.flags.includes(one))
  return flag ?? (line.link === 'connected' ? 'ok' : 'unlinked')
}

/** How many masters that serve slots say `fail?` or `fail` of a node, and how many of them are needed. */
export type Suspicion = Readonly<{port: number; masters: number; needed: number; failed: boolean}>

/** The nodes that anybody suspects. */
export function suspicions(snapshot: Snapshot): readonly Suspicion[] {
  const views = failureViews(snapshot)
  const serving = snapshot.nodes.filter(reading => reading.is === 'answered' && slotsOf(reading).length > 0)
  const needed = Math.floor(sizeOf(snapshot) / 2) + 1
  return startedNodes(snapshot).flatMap(({port}, i) => {
    const marked = views.filter(({says}) => says?.[i] === 'fail?' || says?.[i] === 'fail')
    if (marked.length === 0) return []
    const masters = marked.filter(view => serving.some(reading => reading.name === view.name)).length
    return [{port, masters, needed, failed: marked.some(({says}) => says?.[i] === 'fail')}]
  })
}

/** CLUSTER INFO's cluster_size, the masters that serve slots, as most are told; the dead one counts. */
function sizeOf(snapshot: Snapshot): number {
  const sizes = snapshot.nodes.map(reading =>
    reading.is === 'answered' ? Number(reading.cluster?.info['cluster_size'] ?? 0) : 0,
  )
  return Math.max(...sizes) || firstMasters.length
}
