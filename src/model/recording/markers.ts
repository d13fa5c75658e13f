// Markers in a recording: the timeline's events, each at the first frame that shows it.

import type {Roster} from '../cluster/node.ts'
import type {LabState} from '../state/lab-state.ts'
import {isSameEvent, type TimelineEntry} from '../timeline/entry.ts'

/** `at` is the time of that frame, ms since the epoch. The event itself, with its time in the entry, was slightly earlier. */
export type Marker = Readonly<{at: number; entry: TimelineEntry; roster: Roster}>

type TimelineState = Pick<LabState, 'timeline' | 'roster'>

/** Maximum number of markers; older ones are dropped. */
const mostMarks = 5000

/** Adds markers for new events in `now`, the state at `at`. A later report of a known event adds none. */
export function withMarkers(
  marks: readonly Marker[],
  before: TimelineState,
  now: TimelineState,
  at: number,
): readonly Marker[] {
  const {timeline, roster} = now
  if (timeline === before.timeline) return marks
  const replaced = missingIn(before.timeline, timeline)
  let all = marks
  for (const entry of missingIn(timeline, before.timeline)) {
    const i = replaced.findIndex(one => isSameEvent(one, entry))
    const [earlier] = i < 0 ? [] : replaced.splice(i, 1)
    all = earlier ? retold(all, earlier, entry) : [...all, {at, entry, roster}]
  }
  return all.slice(-mostMarks)
}

function retold(marks: readonly Marker[], earlier: TimelineEntry, entry: TimelineEntry): readonly Marker[] {
  const {at, kind, node, other} = earlier
  const i = marks.findLastIndex(
    ({entry: one}) => one.at === at && one.kind === kind && one.node === node && one.other === other,
  )
  const mark = marks[i]
  return mark ? marks.with(i, {...mark, entry}) : marks
}

/** Entries missing in the other list, compared by value: an entry read from a file may be another object. */
export function missingIn(
  entries: readonly TimelineEntry[],
  others: readonly TimelineEntry[],
): TimelineEntry[] {
  const known = new Set(others.map(one => JSON.stringify(one)))
  return entries.filter(one => !known.has(JSON.stringify(one)))
}
