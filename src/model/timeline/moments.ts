// Moments that a lesson's text names, `down:6381` or `elected:6481`, found in the timeline: a log knows them better than polling.

import type {NodeName} from '../cluster/node.ts'
import {downKinds, type EventKind, type TimelineEntry} from './entry.ts'
import {isExact} from './failover.ts'

/** `exact`: known to the millisecond; otherwise at the most this late, from polling. `at` in ms since the epoch. */
export type Moment = Readonly<{at: number; exact: boolean}>

const kindsOf: Readonly<Record<string, readonly EventKind[]>> = {
  down: downKinds,
  suspected: ['suspected'],
  fail: ['failed'],
  elected: ['won', 'takeover', 'slots'],
  sdown: ['sdown'],
  odown: ['odown'],
  promoted: ['promoted'],
  switched: ['masterSwitched'],
}

/** Splits `down:6381`; undefined if the text names no moment. */
export function parseMoment(text: string): Readonly<{what: string; node: NodeName}> | undefined {
  const [, what = '', node] = /^(\w+):(\d+)$/.exec(text) ?? []
  return node !== undefined && kindsOf[what] ? {what, node: node as NodeName} : undefined
}

/** The last time the node went down; what followed it first; or its last election. */
export function momentOf(text: string, timeline: readonly TimelineEntry[]): Moment | undefined {
  const {what = '', node} = parseMoment(text) ?? {}
  const ofNode = timeline.filter(entry => entry.node === node)
  const isOf = (name: string) => (entry: TimelineEntry) => kindsOf[name]?.includes(entry.kind) === true
  const down = ofNode.findLast(isOf('down'))
  const found =
    what === 'down' || what === 'elected'
      ? ofNode.findLast(isOf(what))
      : ofNode.find(entry => isOf(what)(entry) && entry.at >= (down?.at ?? 0))
  return found && {at: found.at, exact: isExact(found)}
}
