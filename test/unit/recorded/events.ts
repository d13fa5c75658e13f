// Recorded events -> the events the lab was told. A recording is one JSON a line, written by record-events.ts beside it; of a snapshot it has only
// the readings that say something else than the one before.

import {readFileSync} from 'node:fs'
import type {Reading, Snapshot} from '../../../src/model/cluster/snapshot.ts'
import type {LabEvent} from '../../../src/model/state/lab-state.ts'

export const stories = ['kill', 'pause', 'manual', 'sync'] as const
export type Story = (typeof stories)[number]

type Polled = Readonly<{on: 'polled'; snapshot: Snapshot}>
export type RecordedEvent = Exclude<LabEvent, Polled> | Polled

/** A snapshot's event, its readings only where they are new. */
export function withoutKnown(before: Snapshot | undefined, now: Snapshot): Polled {
  const said = new Set(before?.nodes.map(reading => JSON.stringify(reading)))
  const nodes = now.nodes.filter(reading => !said.has(JSON.stringify(reading)))
  return {on: 'polled', snapshot: {...now, nodes}}
}

/** What the lab was told in `story`, in order. */
export function recordedEvents(story: Story): readonly LabEvent[] {
  const text = readFileSync(new URL(`events/${story}.jsonl`, import.meta.url), 'utf8')
  const last = new Map<string, Reading>()
  return text
    .trimEnd()
    .split('\n')
    .map(line => {
      const event = JSON.parse(line) as LabEvent
      if (event.on !== 'polled') return event
      for (const reading of event.snapshot.nodes) last.set(reading.name, reading)
      return {...event, snapshot: {...event.snapshot, nodes: [...last.values()]}}
    })
}
