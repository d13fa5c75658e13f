// The nodes.conf that makes a cluster boot fast: six nodes that know each other from the start, with reversed roles. Pure.
//
// Why reversed: a master that starts in state fail refuses writes for 2 s (CLUSTER_WRITABLE_DELAY in Redis's cluster_legacy.c), a replica does
// not. So the later masters start as replicas and take over. Measured: all six agree after 0.36 s instead of more than 2 s.

import {
  busPortOf,
  firstMasters,
  firstReplicas,
  type NodeName,
  portOf,
  type Roster,
} from '../../model/cluster/node.ts'

/** The slots of the three masters, as `redis-cli --cluster create` assigns them. */
export const firstSlots = ['0-5460', '5461-10922', '10923-16383'] as const

export type NodeIds = Readonly<Partial<Record<NodeName, string>>>

/** The nodes.conf of `self`. `ids` are 40 hex digits each, new for each cluster. */
export function nodesConfOf(self: NodeName, roster: Roster, ids: NodeIds): string {
  const address = (node: NodeName) =>
    `${ids[node]} 127.0.0.1:${portOf(node, roster)}@${busPortOf(node, roster)}`
  const flags = (node: NodeName, role: string) => (node === self ? `myself,${role}` : role)
  const lines = firstReplicas.flatMap((owner, i) => {
    const later = firstMasters[i] ?? '6379'
    const epoch = i + 1
    return [
      `${address(owner)} ${flags(owner, 'master')} - 0 0 ${epoch} connected ${firstSlots[i]}`,
      `${address(later)} ${flags(later, 'slave')} ${ids[owner]} 0 0 ${epoch} connected`,
    ]
  })
  return `${[...lines, 'vars currentEpoch 3 lastVoteEpoch 0'].join('\n')}\n`
}
