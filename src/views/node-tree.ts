// What the levels of the nodes pane share: the nodes in their order, and how a field stands out.

import type {Lags} from '../model/cluster/lag.ts'
import {
  type Reading,
  type ReplicationTree,
  replicationTrees,
  type Snapshot,
} from '../model/cluster/snapshot.ts'
import {type Line, span, type Tone} from './draw/styled-text.ts'
import {sign, type Theme} from './draw/theme.ts'

export type NodesInput = Readonly<{
  now: Snapshot
  /** How it was when the last command began. */
  lineStart?: Snapshot | undefined
  /** Field names, or beginnings of them, that this step is about. */
  highlight: readonly string[]
  /** The histories seen on this stage, and how far the replicas were behind. */
  replids: readonly string[]
  lags: Lags
}>

/** `depth`: 0 for a master, 1 for its replica, 2 for that one's replica. */
export type TreeNode = Readonly<{reading: Reading; depth: number}>

/** A master, then its replicas, then the next. */
export function treeNodes({now}: NodesInput): readonly TreeNode[] {
  return replicationTrees(now).flatMap(family => flatten(family, 0))
}

function flatten({reading, replicas}: ReplicationTree, depth: number): readonly TreeNode[] {
  return [{reading, depth}, ...replicas.flatMap(replica => flatten(replica, depth + 1))]
}

/** `└ ` before a replica, deeper for a replica's replica. */
export function branchOf(depth: number, theme: Theme): string {
  return depth > 0 ? `${'  '.repeat(depth - 1)}${sign('branch', theme)} ` : ''
}

/** Of a field: that it changed since the last command, or that the step is about it; `plain` is what it is otherwise. */
export type Emphasis = 'changed' | 'asked' | 'plain'

export function emphasisOf(
  field: string,
  changed: ReadonlySet<string>,
  {highlight: focus}: NodesInput,
): Emphasis {
  if (changed.has(field)) return 'changed'
  return focus.some(one => field.startsWith(one)) ? 'asked' : 'plain'
}

const toneOf: Readonly<Record<Emphasis, Tone>> = {changed: 'changed', asked: 'bright', plain: 'dim'}

/** A field that stands out, with its mark before it: colors alone tell not everybody. */
export function marked(text: string, notice: Emphasis, theme: Theme): Line {
  return [...markOf(notice, theme), span(text, toneOf[notice])]
}

function markOf(notice: Emphasis, theme: Theme): Line {
  if (notice === 'plain') return []
  return [span(sign(notice, theme), notice === 'changed' ? 'accent' : 'bright')]
}

/** The same under other fields: with the two cells of the mark in any case. */
export function markedBelow(text: string, notice: Emphasis, theme: Theme): Line {
  const mark = markOf(notice, theme)
  return [...(mark.length > 0 ? [...mark, span(' ')] : [span('  ')]), span(text, toneOf[notice])]
}
