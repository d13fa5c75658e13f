// A recording to look at: the moment at a time, and where the next change is. A part is read when it is looked at, and the last few are kept.

import type {Marker} from '../../model/recording/markers.ts'
import {type Frame, frameAt, framesIn, type Recording} from '../../model/recording/recording.ts'

/** A stretch of frames, from the first one's `at` to the last one's; each begins with the frame that the one before ends with. */
export type ReadableSegment = Readonly<{from: number; to: number; frames: () => readonly Frame[]}>

/** So many reels are held as frames: that at the moment, and those around it. */
const mostRead = 3

export class SegmentReader {
  /** ms since the epoch */
  readonly from: number
  readonly to: number
  readonly marks: readonly Marker[]
  readonly #reels: readonly ReadableSegment[]
  #read: readonly Readonly<{reel: ReadableSegment; frames: readonly Frame[]}>[] = []

  /** @param reels at least one, oldest first */
  constructor(reels: readonly ReadableSegment[], marks: readonly Marker[]) {
    this.#reels = reels
    this.from = reels[0]?.from ?? 0
    this.to = reels.at(-1)?.to ?? 0
    this.marks = marks.filter(({at}) => at >= this.from)
  }

  /** The newest frame that is not later than `at`; the first, if all are. @throws LabError if its part cannot be read */
  frameAt(at: number): Frame {
    const frame = frameAt(this.#framesOf(this.#indexAt(at)), at)
    if (!frame) throw new Error('A tape needs a frame')
    return frame
  }

  /** When the next change came. @throws LabError as `frameAt` */
  after(at: number): number | undefined {
    for (let i = this.#indexAt(at); i < this.#reels.length; i++) {
      const next = this.#framesOf(i).find(frame => frame.at > at)
      if (next) return next.at
    }
    return undefined
  }

  /** When it looked otherwise last, before what it shows at `at`. @throws LabError as `frameAt` */
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
      this.#reels.findLastIndex(({from}) => from <= at),
    )
  }

  #framesOf(i: number): readonly Frame[] {
    const reel = this.#reels[i]
    if (!reel) return []
    const known = this.#read.find(one => one.reel === reel)
    const one = known ?? {reel, frames: reel.frames()}
    this.#read = [...this.#read.filter(other => other !== one).slice(1 - mostRead), one]
    return one.frames
  }
}

/** All that a file holds. */
export function readerOf({segments: stretches, markers: marks}: Recording): SegmentReader {
  const reels = stretches.map(stretch => ({
    from: stretch.first.at,
    to: stretch.to,
    frames: () => framesIn(stretch),
  }))
  return new SegmentReader(reels, marks)
}
