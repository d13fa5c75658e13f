// What the nodes of a cluster hold of each other: who is who, who suspects whom, and whose word makes a quorum.
// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection

import {type NodeName, nodeAt} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {type Answered, answeredOf, type Snapshot} from './snapshot.ts'

/** The node with this id, as any node says; of ours only. */
export function nodeOfId(id: string | undefined, now: Snapshot | undefined): NodeName | undefined {
  const line = now && views(now).find(one => one.id === id)
  return line && nodeAt(line.port, now.roster)
}

/** How `reading` sees the node on `port`. */
export function opinionOf(reading: Answered, port: number): ClusterLine | undefined {
  return reading.cluster?.nodes.find(line => line.port === port)
}

export function isSuspected(line: ClusterLine | undefined): boolean {
  return line?.flags.includes('fail?') === true
}

/** The slots of `node`, as any node says that knows: `0-5460`. Empty for a replica. */
export function slotsServedBy(node: NodeName, now: Snapshot | undefined): string {
  const owned =
    now && views(now).find(line => nodeAt(line.port, now.roster) === node && line.slots.length > 0)
  return owned?.slots.join(' ') ?? ''
}

/**
 * The masters whose word made `node` a failed one: those that said so themselves or, where no more masters live than are needed, all of these.
 * A majority of the masters that serve slots is needed; replicas have no say. Undefined while nobody has answered yet.
 */
export function quorumAgainst(node: NodeName, now: Snapshot | undefined): readonly NodeName[] | undefined {
  if (!now) return undefined
  const owners = now.nodes.filter(({name}) => slotsServedBy(name, now) !== '')
  const needed = Math.floor(owners.length / 2) + 1
  const voters = owners
    .filter(({name, process}) => name !== node && process.is === 'running')
    .map(({name}) => name)
  const port = now.nodes.find(({name}) => name === node)?.port ?? 0
  const sayIt = voters.filter(name => {
    const reading = answeredOf(now, name)
    const flags = reading ? (opinionOf(reading, port)?.flags ?? []) : []
    return flags.includes('fail?') || flags.includes('fail')
  })
  return sayIt.length >= needed || voters.length > needed ? sayIt : voters
}

function views(now: Snapshot): readonly ClusterLine[] {
  return now.nodes.flatMap(reading => (reading.is === 'answered' ? (reading.cluster?.nodes ?? []) : []))
}
