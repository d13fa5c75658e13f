// Whom `@6480`, `@all`, `@masters` and `@replicas` mean; the `@` is taken off.

import {type Base, type NodeName, nodeMeant, nodeNames} from '../cluster/node.ts'
import {type Role, roleOf, type Snapshot} from '../cluster/snapshot.ts'

const rolesMeant: Readonly<Record<string, Role | undefined>> = {masters: 'master', replicas: 'replica'}

/** Undefined for what is no address. Masters and replicas as the nodes themselves say it now; who does not answer is neither. */
export function nodesMeant(
  address: string,
  base: Base,
  snapshot: Snapshot | undefined,
): readonly NodeName[] | undefined {
  if (address === 'all') return nodeNames
  const role = rolesMeant[address]
  const node = nodeMeant(address, base)
  if (!role) return node && [node]
  const now = snapshot?.nodes ?? []
  return now.flatMap(one => (one.is === 'answered' && roleOf(one) === role ? [one.name] : []))
}
