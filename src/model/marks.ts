// Where in a recording something happened: the events of all its timelines, each at the moment that first showed it.

import type {Base} from './node.ts'
import type {LabState} from './state.ts'
import {isRetold, type TimelineEntry} from './timeline-entry.ts'

/** `at`: of the frame, ms since the epoch; the entry itself says when it happened, which was a little earlier. */
export type Mark = Readonly<{at: number; entry: TimelineEntry; base: Base}>

type Timed = Pick<LabState, 'timeline' | 'base'>

/** Older ones are dropped. */
const mostMarks = 5000

/** The marks with those that `now`, the state at `at`, brings. What another witness tells later of the same event is no new one. */
export function withMarks(marks: readonly Mark[], before: Timed, now: Timed, at: number): readonly Mark[] {
  const {timeline, base} = now
  if (timeline === before.timeline) return marks
  const known = new Set(before.timeline)
  const kept = new Set(timeline)
  const gone = before.timeline.filter(entry => !kept.has(entry))
  const added: Mark[] = []
  const retold = new Map<TimelineEntry, TimelineEntry>()
  for (const entry of timeline.filter(one => !known.has(one))) {
    const earlier = gone.find(one => isRetold(one, entry))
    if (earlier) retold.set(earlier, entry)
    else added.push({at, entry, base})
  }
  const all =
    retold.size === 0 ? marks : marks.map(mark => ({...mark, entry: retold.get(mark.entry) ?? mark.entry}))
  return added.length === 0 ? all : [...all, ...added].slice(-mostMarks)
}
