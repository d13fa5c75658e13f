// What the three levels of the nodes pane share: their input, the nodes in order, and how a field stands out.

import type {Lags} from '../model/cluster/lag.ts'
import {
  type Reading,
  type ReplicationTree,
  replicationTrees,
  type Snapshot,
} from '../model/cluster/snapshot.ts'
import type {Style} from './draw/style.ts'
import {type Line, span, type Tone} from './draw/styled-text.ts'

export type NodesInput = Readonly<{
  style: Style
  now: Snapshot
  /** The snapshot from before the last command. */
  lineStart?: Snapshot | undefined
  /** Field names, or prefixes of them, that the current step is about. */
  highlight: readonly string[]
  /** The replication ids seen on this stage; an id's place gives its letter. */
  replids: readonly string[]
  lags: Lags
}>

/** `depth`: 0 for a master, 1 for its replica, 2 for a replica of that replica. */
export type TreeNode = Readonly<{reading: Reading; depth: number}>

/** Each master followed by its replicas. */
export function treeNodes({now}: NodesInput): readonly TreeNode[] {
  return replicationTrees(now).flatMap(tree => flatten(tree, 0))
}

function flatten({reading, replicas}: ReplicationTree, depth: number): readonly TreeNode[] {
  return [{reading, depth}, ...replicas.flatMap(replica => flatten(replica, depth + 1))]
}

/** `└ ` before a replica, further in for a replica's replica. */
export function branchOf(depth: number, style: Style): string {
  return depth > 0 ? `${'  '.repeat(depth - 1)}${style.sign('branch')} ` : ''
}

/** Why a field stands out: it changed since the last command, or the step is about it. `plain` if neither. */
export type Emphasis = 'changed' | 'highlighted' | 'plain'

export function emphasisOf(field: string, changed: ReadonlySet<string>, {highlight}: NodesInput): Emphasis {
  if (changed.has(field)) return 'changed'
  return highlight.some(prefix => field.startsWith(prefix)) ? 'highlighted' : 'plain'
}

const toneOf: Readonly<Record<Emphasis, Tone>> = {changed: 'changed', highlighted: 'bright', plain: 'dim'}

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
