// Random access to a recording: the frame at a moment, and the times of the changes around it. Segments are read on demand; the last few stay in
// memory.

import type {Marker} from '../model/recording/markers.ts'
import {type Outline, pageSegments} from '../model/recording/page-recording.ts'
import {type Frame, frameAt, framesIn, type Recording} from '../model/recording/recording.ts'

/** Frames from `from` to `to`; each segment begins with the last frame of the one before. */
export type ReadableSegment = Readonly<{from: number; to: number; frames: () => readonly Frame[]}>

/** Number of segments kept in memory: the current one and its neighbors. */
const mostRead = 3

export class SegmentReader {
  /** ms since the epoch */
  readonly from: number
  readonly to: number
  readonly markers: readonly Marker[]
  readonly #segments: readonly ReadableSegment[]
  #read: readonly Readonly<{segment: ReadableSegment; frames: readonly Frame[]}>[] = []

  /** @param segments at least one, oldest first */
  constructor(segments: readonly ReadableSegment[], markers: readonly Marker[]) {
    this.#segments = segments
    this.from = segments[0]?.from ?? 0
    this.to = segments.at(-1)?.to ?? 0
    this.markers = markers.filter(({at}) => at >= this.from)
  }

  /** Newest frame that is not later than `at`; before the first frame, the first. @throws LabError if its segment cannot be read */
  frameAt(at: number): Frame {
    const frame = frameAt(this.#framesOf(this.#indexAt(at)), at)
    if (!frame) throw new Error('A recording needs a frame')
    return frame
  }

  /** Time of the next change. @throws LabError like `frameAt` */
  after(at: number): number | undefined {
    for (let i = this.#indexAt(at); i < this.#segments.length; i++) {
      const next = this.#framesOf(i).find(frame => frame.at > at)
      if (next) return next.at
    }
    return undefined
  }

  /** Time of the frame before the one shown at `at`. @throws LabError like `frameAt` */
  before(at: number): number | undefined {
    const shown = this.frameAt(at).at
    for (let i = this.#indexAt(at); i >= 0; i--) {
      const last = this.#framesOf(i).findLast(frame => frame.at < shown)
      if (last) return last.at
    }
    return undefined
  }

  #indexAt(at: number): number {
    return Math.max(
      0,
      this.#segments.findLastIndex(({from}) => from <= at),
    )
  }

  #framesOf(i: number): readonly Frame[] {
    const segment = this.#segments[i]
    if (!segment) return []
    const known = this.#read.find(one => one.segment === segment)
    const one = known ?? {segment, frames: segment.frames()}
    this.#read = [...this.#read.filter(other => other !== one).slice(1 - mostRead), one]
    return one.frames
  }
}

/** Creates a reader for a whole recording file. */
export function readerOf({segments, markers}: Recording): SegmentReader {
  const readable = segments.map(segment => ({
    from: segment.first.at,
    to: segment.to,
    frames: () => framesIn(segment),
  }))
  return new SegmentReader(readable, markers)
}

/** Creates a reader for what a page holds. @param lines of all segments, as `pageLines` wrote them */
export function readerOfPage(outline: Outline, lines: readonly string[]): SegmentReader {
  return new SegmentReader(pageSegments(outline, lines), outline.markers)
}
