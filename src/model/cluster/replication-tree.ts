// The nodes as trees: each master with its replicas, and theirs.

import {upstreamOf} from './cluster-view.ts'
import type {NodeName} from './node.ts'
import type {Reading, Snapshot} from './snapshot.ts'

/** A node and its replicas. A tree, because a replica may have replicas of its own. */
export type ReplicationTree = Readonly<{reading: Reading; replicas: readonly ReplicationTree[]}>

/**
 * Trees of masters and their replicas, as the replicas report them; a silent node keeps its last known place.
 * Nodes in a ring have no head: the first by name becomes one, so that no node is missing.
 */
export function replicationTrees(snapshot: Snapshot): readonly ReplicationTree[] {
  const upstream = new Map(snapshot.nodes.map(reading => [reading.name, upstreamOf(reading, snapshot)?.node]))
  const placed = new Set<NodeName>()
  const family = (reading: Reading): ReplicationTree => {
    placed.add(reading.name)
    const replicas = snapshot.nodes.filter(
      other => upstream.get(other.name) === reading.name && !placed.has(other.name),
    )
    return {reading, replicas: replicas.map(family)}
  }
  const heads = inShards(
    snapshot,
    snapshot.nodes.filter(reading => upstream.get(reading.name) === undefined),
  ).map(family)
  const ringHeads: ReplicationTree[] = []
  for (const reading of snapshot.nodes) if (!placed.has(reading.name)) ringHeads.push(family(reading))
  return [...heads, ...ringHeads]
}

/** In a cluster, a promoted replica takes the place of its shard's first master: nodes of a shard share the last two digits of their names. */
function inShards({stage, nodes}: Snapshot, heads: readonly Reading[]): readonly Reading[] {
  if (stage !== 'cluster') return heads
  const shardOf = ({name}: Reading) => nodes.findIndex(node => node.name.slice(-2) === name.slice(-2))
  return heads.toSorted((one, other) => shardOf(one) - shardOf(other))
}
