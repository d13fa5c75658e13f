// What the nodes pane is drawn from: its input, the nodes in order, and how a field stands out.

import type {Lags} from '../model/cluster/lag.ts'
import {sharedReplidOf} from '../model/cluster/replication-ids.ts'
import {type ReplicationTree, replicationTrees} from '../model/cluster/replication-tree.ts'
import {attachedReplicas, masterPortOf, type Reading, type Snapshot} from '../model/cluster/snapshot.ts'
import type {Message} from '../model/text/messages.ts'
import type {Style} from './draw/style.ts'
import {type Line, span, type Tone} from './draw/styled-text.ts'

/** Two moments of the nodes, and how they are shown. */
export type Seen = Readonly<{
  style: Style
  now: Snapshot
  /** The snapshot from before the last command. */
  lineStart?: Snapshot | undefined
}>

export type NodesInput = Seen &
  Readonly<{
    /** Field names, or prefixes of them, that the current step is about. */
    highlight: readonly string[]
    /** Columns that no step so far was about: they are left out. */
    unknown: readonly string[]
    /** The replication ids seen on this stage; an id's place gives its letter. */
    replids: readonly string[]
    lags: Lags
    /** What is wrong and no row shows. */
    troubles?: readonly Message[]
  }>

/** `branch`: drawn before a replica, on the side of its master. */
export type TreeNode = Readonly<{reading: Reading; branch: string}>

/** Each master with its replicas. In a cluster the two keep their order when they change roles: no row moves in a failover. */
export function treeNodes(input: NodesInput): readonly TreeNode[] {
  const {now, style} = input
  return replicationTrees(now).flatMap(tree => {
    const nodes = flatten(tree, 0)
    const isFlat = nodes.every(({depth}) => depth < 2)
    const inOrder =
      now.stage === 'cluster' && isFlat
        ? nodes.toSorted((one, other) => now.nodes.indexOf(one.reading) - now.nodes.indexOf(other.reading))
        : nodes
    const head = inOrder.findIndex(({depth}) => depth === 0)
    return inOrder.map(({reading, depth}, i) => ({
      reading,
      branch: depth > 0 ? branch(depth, style.sign(i < head ? 'branchDown' : 'branch')) : '',
    }))
  })
}

/** `depth`: 0 for a master, 1 for its replica, 2 for a replica of that replica. */
function flatten(
  {reading, replicas}: ReplicationTree,
  depth: number,
): readonly Readonly<{reading: Reading; depth: number}>[] {
  return [{reading, depth}, ...replicas.flatMap(replica => flatten(replica, depth + 1))]
}

function branch(depth: number, sign: string): string {
  return `${'  '.repeat(depth - 1)}${sign} `
}

/** Why a field stands out: it changed since the last command, or the step is about it. `plain` if neither. */
export type Emphasis = 'changed' | 'highlighted' | 'plain'

export function emphasisOf(field: string, changed: ReadonlySet<string>, {highlight}: NodesInput): Emphasis {
  if (changed.has(field)) return 'changed'
  return isAbout(field, highlight) ? 'highlighted' : 'plain'
}

/** True if the step is about `field`. `slave` means what a master reports of each replica: slave0, slave1 … */
export function isAbout(field: string, highlight: readonly string[]): boolean {
  return highlight.some(prefix => (prefix === 'slave' ? /^slave\d+$/.test(field) : field.startsWith(prefix)))
}

/** True for a node that replicates, is replicated or was: once there is one, the others are not what a step is about. */
export function isInvolved(reading: Reading, {nodes, stage}: Snapshot): boolean {
  return stage === 'cluster' || replicates(reading) || !nodes.some(replicates)
}

function replicates(reading: Reading): boolean {
  if (reading.is !== 'answered') return false
  const isReplica = masterPortOf(reading) !== undefined
  return isReplica || attachedReplicas(reading).length > 0 || sharedReplidOf(reading) !== undefined
}

const toneOf: Readonly<Record<Emphasis, Tone>> = {changed: 'changed', highlighted: 'bright', plain: 'code'}

/** A field with a sign before it if it stands out: color alone does not reach everybody. */
export function marked(text: string, emphasis: Emphasis, style: Style): Line {
  return [...signOf(emphasis, style), span(text, toneOf[emphasis])]
}

/** The same for fields under each other: two cells are kept for the sign whether there is one or not. */
export function markedBelow(text: string, emphasis: Emphasis, style: Style): Line {
  const sign = signOf(emphasis, style)
  return [...sign, span(sign.length > 0 ? ' ' : '  '), span(text, toneOf[emphasis])]
}

function signOf(emphasis: Emphasis, style: Style): Line {
  if (emphasis === 'plain') return []
  return [span(style.sign(emphasis), emphasis === 'changed' ? 'accent' : 'bright')]
}
