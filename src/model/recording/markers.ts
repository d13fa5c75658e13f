// Where in a recording something happened: the events of all its timelines, each at the moment that first showed it.

import type {Roster} from '../cluster/node.ts'
import type {LabState} from '../state/lab-state.ts'
import {isSameEvent, type TimelineEntry} from '../timeline/entry.ts'

/** `at`: of the frame, ms since the epoch; the entry itself says when it happened, which was a little earlier. */
export type Marker = Readonly<{at: number; entry: TimelineEntry; roster: Roster}>

type Timed = Pick<LabState, 'timeline' | 'roster'>

/** Older ones are dropped. */
const mostMarks = 5000

/** The marks with those that `now`, the state at `at`, brings. What is told of the same event later, or by another witness, is no new one. */
export function withMarkers(
  marks: readonly Marker[],
  before: Timed,
  now: Timed,
  at: number,
): readonly Marker[] {
  const {timeline, roster} = now
  if (timeline === before.timeline) return marks
  const replaced = without(before.timeline, timeline)
  let all = marks
  for (const entry of without(timeline, before.timeline)) {
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

/** The entries that are not among the others, by what they say: from a file, the same entry may be another object. */
export function without(
  entries: readonly TimelineEntry[],
  others: readonly TimelineEntry[],
): TimelineEntry[] {
  const known = new Set(others.map(one => JSON.stringify(one)))
  return entries.filter(one => !known.has(JSON.stringify(one)))
}
