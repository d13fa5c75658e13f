// Numbers in a lesson's words come from the running nodes: `{6379}` is the real port of 6379, `{offset 6379}` its offset now.

import {type Base, isNodeName, type NodeName, portOf} from './node.ts'
import {answeredOf, offsetOf, readingOf, type Snapshot, slotsOf} from './snapshot.ts'

/** What may stand before a node's name in a placeholder. */
const figures: Readonly<Record<string, (snapshot: Snapshot, node: NodeName) => string | number | undefined>> =
  {
    offset: (snapshot, node) => withAnswer(snapshot, node, offsetOf),
    keys: (snapshot, node) => withAnswer(snapshot, node, reading => reading.keys),
    replid: (snapshot, node) =>
      withAnswer(snapshot, node, reading => reading.replication['master_replid']?.slice(0, 8)),
    slots: (snapshot, node) => withAnswer(snapshot, node, reading => slotsOf(reading).join(' ') || undefined),
    epoch: (snapshot, node) =>
      withAnswer(snapshot, node, reading => reading.cluster?.info['cluster_my_epoch']),
    pid: (snapshot, node) => readingOf(snapshot, node)?.process.pid,
  }

function withAnswer<Value>(
  snapshot: Snapshot,
  node: NodeName,
  pick: (reading: NonNullable<ReturnType<typeof answeredOf>>) => Value,
): Value | undefined {
  const reading = answeredOf(snapshot, node)
  return reading && pick(reading)
}

const placeholder = /\{(?:(\w+) )?(\d{4})\}/g

/** The text with every placeholder filled from the first of `snapshots` that has the figure; one that none has is `…`. */
export function fillPlaceholders(
  text: string,
  base: Base,
  ...snapshots: readonly (Snapshot | undefined)[]
): string {
  return text.replace(placeholder, (whole, figure: string | undefined, node: string) => {
    if (!isNodeName(node)) return whole
    if (figure === undefined) return String(portOf(node, base))
    const find = figures[figure]
    if (!find) return whole
    const found = snapshots.flatMap(snapshot => (snapshot && find(snapshot, node)) ?? [])
    return String(found[0] ?? '…')
  })
}

/** The placeholders in `text` that name no figure or no node: an author's mistake. */
export function unknownPlaceholders(text: string): readonly string[] {
  return [...text.matchAll(/\{[^}]*\}/g)]
    .map(match => match[0])
    .filter(whole => {
      const parts = new RegExp(`^${placeholder.source}$`).exec(whole)
      return !parts || !isNodeName(parts[2] ?? '') || (parts[1] !== undefined && !figures[parts[1]])
    })
}
