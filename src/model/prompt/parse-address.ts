// The nodes that `@6480`, `@all`, `@masters`, `@replicas` and `@sentinels` name; the `@` is already removed.

import {foreignPorts} from '../cluster/failure-view.ts'
import {dataNodes, type NodeName, namesOf, nodeForPort, type Roster, sentinelsOf} from '../cluster/node.ts'
import {type Role, roleOf, type Snapshot} from '../cluster/snapshot.ts'

const rolesByAddress: ReadonlyMap<string, Role> = new Map([
  ['masters', 'master'],
  ['replicas', 'replica'],
])

/** Returns undefined if it is not an address. Roles are those that the nodes report now; a node that does not reply has none. */
export function nodesMeant(
  address: string,
  roster: Roster,
  snapshot: Snapshot | undefined,
): readonly NodeName[] | undefined {
  // A Sentinel has almost none of a node's commands, and SENTINEL, which no node has.
  if (address === 'all') return namesOf(dataNodes(roster))
  const sentinels = namesOf(sentinelsOf(roster))
  if (address === 'sentinels' && sentinels.length > 0) return sentinels
  const role = rolesByAddress.get(address)
  const node = nodeForPort(address, roster) ?? foreignNode(address, snapshot)
  if (!role) return node && [node]
  const now = snapshot?.nodes ?? []
  return now.flatMap(reading => (reading.is === 'answered' && roleOf(reading) === role ? [reading.name] : []))
}

/** A node that joined the cluster and is not the lab's: its port is its name. */
export function foreignNode(typed: string, snapshot: Snapshot | undefined): NodeName | undefined {
  const port = foreignPorts(snapshot).find(one => String(one) === typed)
  return port === undefined ? undefined : `${port}`
}
