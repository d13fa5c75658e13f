// A recording as a page holds it: an outline, and lines of which each segment can be read without the segments before it. A page of an hour opens
// at once, because it reads only the segment in which the reader is.

import type {Lesson} from '../lesson/lesson.ts'
import type {Marker} from './markers.ts'
import {
  changeLine,
  type Frame,
  framesIn,
  framesOfLines,
  type Segment,
  stateLine,
  type Versions,
} from './recording.ts'

/** What a page knows before it reads a segment. Times are in ms since the epoch; `lines`: how many lines the segment has. */
export type Outline = Readonly<{
  versions: Versions
  markers: readonly Marker[]
  /** As `pageLesson` left them, in the order of the course. */
  lessons: readonly Lesson[]
  segments: readonly Readonly<{from: number; to: number; lines: number}>[]
}>

/** The lesson without its words for the learner and without functions, which no page can hold: what nodes, views and transcript draw of it remains. */
export function pageLesson({id, steps, words}: Lesson): Lesson {
  const titles = Object.entries(words).map(([language, {title, steps: told}]) => [
    language,
    {title, steps: told.map(({solutions}) => ({solutions}))},
  ])
  const drawn = steps.map(step => ({id: step.id, view: step.view, highlight: step.highlight}))
  return {id, steps: drawn, words: Object.fromEntries(titles)} as unknown as Lesson
}

/**
 * The lines of a segment. The first tells where it begins: as a state, or as what changed since the beginning of the segment before,
 * which is far shorter. @param before the first frame of that segment
 */
export function pageLines({first, changes}: Pick<Segment, 'first' | 'changes'>, before?: Frame): string[] {
  const unchanged = JSON.stringify({at: first.at, delta: {keys: {}}})
  const head = before ? (changeLine(before.state, first) ?? unchanged) : stateLine(first)
  return [head, ...changes]
}

/** Reads the segments that `pageLines` wrote, in any order. @throws Error if a line is not one of these */
export function pageSegments({segments}: Pick<Outline, 'segments'>, lines: readonly string[]) {
  const firsts: Frame[] = []
  const starts: number[] = []
  let start = 0
  for (const {lines: count} of segments) {
    starts.push(start)
    start += count
  }
  function firstOf(wanted: number): Frame {
    for (let i = firsts.length; i <= wanted; i++) {
      const head = lines[starts[i] ?? 0] ?? ''
      const before = firsts[i - 1]
      const [first] = before ? framesIn({first: before, changes: [head]}).slice(1) : framesOfLines([head])
      if (first) firsts.push(first)
    }
    return firsts[wanted] as Frame
  }
  return segments.map(({from, to, lines: count}, i) => {
    const changes = () => lines.slice((starts[i] ?? 0) + 1, (starts[i] ?? 0) + count)
    return {from, to, frames: () => framesIn({first: firstOf(i), changes: changes()})}
  })
}
