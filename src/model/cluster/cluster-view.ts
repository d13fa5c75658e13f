// Lookups in the nodes' views of the cluster: node ids, suspicions, slots, and the votes for a failure.
// Source: https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#failure-detection

import {type NodeName, nodeAt, portOf} from './node.ts'
import type {ClusterLine} from './parse-info.ts'
import {
  type Answered,
  answeredOf,
  lastFields,
  ownLine,
  type Reading,
  roleIn,
  type Snapshot,
} from './snapshot.ts'

/** Finds the node with this id: the one that says so of itself, or whose port another node's view has. Undefined for a node outside the roster. */
export function nodeOfId(id: string | undefined, now: Snapshot | undefined): NodeName | undefined {
  if (id === undefined || !now) return undefined
  // An announced port is not the node's own, so the port comes second.
  const own = now.nodes.find(({name}) => ownIdOf(name, now) === id)
  if (own) return own.name
  const line = views(now).find(one => one.id === id)
  return line && nodeAt(line.port, now.roster)
}

/** The port of the node that the line is about: that of the lab's node, though it may announce another one. */
export function portOfLine({id, port}: ClusterLine, now: Snapshot): number {
  const node = nodeOfId(id, now)
  return node ? portOf(node, now.roster) : port
}

/** Finds the node that listens on `port` or, by its line in some view, announces it. */
export function nodeNamed(port: number, now: Snapshot): NodeName | undefined {
  return nodeAt(port, now.roster) ?? nodeOfId(views(now).find(line => line.port === port)?.id, now)
}

/** The node's id as it says itself, or said last. */
function ownIdOf(node: NodeName, now: Snapshot): string | undefined {
  const reading = now.nodes.find(({name}) => name === node)
  if (reading?.is === 'answered') return ownLine(reading)?.id
  return reading?.is === 'silent' ? reading.last?.id : undefined
}

/** The line about `node` in the view of `reading`, found by its id if that is known, else by its port. */
export function lineAbout(node: NodeName, reading: Answered, now: Snapshot): ClusterLine | undefined {
  const id = ownIdOf(node, now)
  if (id === undefined) return opinionOf(reading, portOf(node, now.roster))
  return reading.cluster?.nodes.find(line => line.id === id)
}

/** Returns the line about the node on `port` in the view of `reading`. */
export function opinionOf(reading: Answered, port: number): ClusterLine | undefined {
  return reading.cluster?.nodes.find(line => line.port === port)
}

/** `node`: absent for a master outside the roster. */
export type Upstream = Readonly<{port: number; node?: NodeName}>

/**
 * The master that a replica names, or named last if it is silent; by id in a cluster, because its port may be an announced one. Undefined for a
 * master.
 */
export function upstreamOf(reading: Reading, now: Snapshot): Upstream | undefined {
  const fields = lastFields(reading)
  if (!fields || roleIn(fields) === 'master') return undefined
  const port = Number(fields['master_port'])
  const id = masterIdOf(reading)
  const node = nodeOfId(id, now) ?? nodeNamed(port, now)
  return node ? {port: portOf(node, now.roster), node} : {port}
}

function masterIdOf(reading: Reading): string | undefined {
  if (reading.is === 'answered') return ownLine(reading)?.masterId
  return reading.is === 'silent' ? reading.last?.masterId : undefined
}

/** The reading of the master that a replica names; undefined for a master, or if it is not in the roster. */
export function masterOf(reading: Reading, now: Snapshot): Reading | undefined {
  const {node} = upstreamOf(reading, now) ?? {}
  return now.nodes.find(({name}) => name === node)
}

export function isSuspected(line: ClusterLine | undefined): boolean {
  return line?.flags.includes('fail?') === true
}

/** Slots of `node` in the first view that has any: `0-5460`. Empty for a replica. */
export function slotsServedBy(node: NodeName, now: Snapshot | undefined): string {
  if (!now) return ''
  const lines = answers(now).map(reading => lineAbout(node, reading, now))
  return lines.find(line => line && line.slots.length > 0)?.slots.join(' ') ?? ''
}

/**
 * Masters whose reports marked `node` as failed: those seen reporting it or, if only just enough masters are running, all of them.
 * A majority of the masters that serve slots must agree; replicas have no vote. Undefined if polling has not seen enough of them.
 */
export function quorumAgainst(node: NodeName, now: Snapshot | undefined): readonly NodeName[] | undefined {
  if (!now) return undefined
  const owners = now.nodes.filter(({name}) => slotsServedBy(name, now) !== '')
  const needed = Math.floor(owners.length / 2) + 1
  const voters = owners
    .filter(({name, process}) => name !== node && process.is === 'running')
    .map(({name}) => name)
  const sayIt = voters.filter(name => {
    const reading = answeredOf(now, name)
    const flags = reading ? (lineAbout(node, reading, now)?.flags ?? []) : []
    return flags.includes('fail?') || flags.includes('fail')
  })
  if (sayIt.length >= needed) return sayIt
  return voters.length === needed ? voters : undefined
}

function answers(now: Snapshot): readonly Answered[] {
  return now.nodes.filter(reading => reading.is === 'answered')
}

function views(now: Snapshot): readonly ClusterLine[] {
  return answers(now).flatMap(({cluster}) => cluster?.nodes ?? [])
}
