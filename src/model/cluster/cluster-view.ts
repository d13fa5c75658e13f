// Lookups in the nodes' views of the cluster: node ids, suspicions, slots, and the votes for a failure.
// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection

import {type NodeName, nodeAt} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {type Answered, answeredOf, type Snapshot} from './snapshot.ts'

/** Finds the node with this id in any node's view; undefined for a node outside the roster. */
export function nodeOfId(id: string | undefined, now: Snapshot | undefined): NodeName | undefined {
  const line = now && views(now).find(one => one.id === id)
  return line && nodeAt(line.port, now.roster)
}

/** Returns the line about the node on `port` in the view of `reading`. */
export function opinionOf(reading: Answered, port: number): ClusterLine | undefined {
  return reading.cluster?.nodes.find(line => line.port === port)
}

export function isSuspected(line: ClusterLine | undefined): boolean {
  return line?.flags.includes('fail?') === true
}

/** Slots of `node` in the first view that has any: `0-5460`. Empty for a replica. */
export function slotsServedBy(node: NodeName, now: Snapshot | undefined): string {
  const owned =
    now && views(now).find(line => nodeAt(line.port, now.roster) === node && line.slots.length > 0)
  return owned?.slots.join(' ') ?? ''
}

/**
 * Masters whose reports marked `node` as failed: those seen reporting it or, if only just enough masters are running, all of them.
 * A majority of the masters that serve slots must agree; replicas have no vote. Undefined before the first snapshot.
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
