// What the levels of the nodes pane share: the nodes in their order, and how a field stands out.

import {type Family, familiesOf, type Reading, type Snapshot} from '../model/snapshot.ts'
import type {Tone} from './line.ts'
import {sign, type Theme} from './theme.ts'

export type NodesInput = Readonly<{
  now: Snapshot
  /** How it was when the last command began. */
  mark?: Snapshot | undefined
  /** Field names, or beginnings of them, that this step is about. */
  focus: readonly string[]
}>

/** `depth`: 0 for a master, 1 for its replica, 2 for that one's replica. */
export type Placed = Readonly<{reading: Reading; depth: number}>

/** A master, then its replicas, then the next. */
export function placedNodes({now}: NodesInput): readonly Placed[] {
  return familiesOf(now).flatMap(family => flatten(family, 0))
}

function flatten({reading, replicas}: Family, depth: number): readonly Placed[] {
  return [{reading, depth}, ...replicas.flatMap(replica => flatten(replica, depth + 1))]
}

/** `└ ` before a replica, deeper for a replica's replica. */
export function branchOf(depth: number, theme: Theme): string {
  return depth > 0 ? `${'  '.repeat(depth - 1)}${sign('branch', theme)} ` : ''
}

/** A field that changed stands out, then one that the step is about; the rest is dim. */
export function fieldTone(field: string, changed: ReadonlySet<string>, {focus}: NodesInput): Tone {
  if (changed.has(field)) return 'changed'
  return focus.some(one => field.startsWith(one)) ? 'bright' : 'dim'
}
