// The recorder: keeps the lab's state over time, from the lab's start. Changes are written down at once; about every hundred
// seconds a segment moves to the segment store, so memory holds a few minutes at most.

import {type Marker, withMarkers} from '../../model/recording/markers.ts'
import {
  changeLine,
  type Frame,
  framesOfLines,
  segmentChanges,
  stateLine,
} from '../../model/recording/recording.ts'
import {redact} from '../../model/recording/redact.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {SegmentReader} from '../../replay/segment-reader.ts'
import type {Store} from '../run/store.ts'
import type {SegmentStore, StoredSegment} from './segment-store.ts'

/**
 * Ends a segment early once its changes have this many characters, and as many as its first state: every later state contains the large replies too.
 */
const mostText = 1e6
/** Factor by which a segment may have more changes if its first state is larger than that. */
const seldom = 4

export class Recorder {
  readonly #segments: SegmentStore
  readonly #now: () => number
  readonly #forget: () => void
  #last: Frame
  /** Time of the first frame in the newest segment, whose lines follow. */
  #from: number
  #lines: string[]
  #text = 0
  #markers: readonly Marker[] = []

  /** @param now ms since the epoch */
  constructor(
    store: Pick<Store<LabState>, 'get' | 'subscribe'>,
    segments: SegmentStore,
    now = () => Date.now(),
  ) {
    this.#segments = segments
    this.#now = now
    this.#last = {at: now(), state: redact(store.get())}
    this.#from = this.#last.at
    this.#lines = [stateLine(this.#last)]
    this.#forget = store.subscribe(() => this.#note(store.get()))
  }

  /** All segments so far, oldest first; each begins with the last frame of the one before. */
  parts(): readonly StoredSegment[] {
    const lines = [...this.#lines]
    return [...this.#segments.parts(), {from: this.#from, to: this.#last.at, lines: () => lines}]
  }

  /** Reader for all segments so far. */
  reader(): SegmentReader {
    const segments = this.parts().map(({from, to, lines}) => ({
      from,
      to,
      frames: () => framesOfLines(lines()),
    }))
    return new SegmentReader(segments, this.#markers)
  }

  /** Stops recording; settles when everything is written. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#forget()
    await this.#segments.settled()
  }

  #note(now: LabState) {
    const {state: before, at} = this.#last
    // Keeps the frames in order if the clock is set back.
    const frame: Frame = {at: Math.max(at, this.#now()), state: redact(now)}
    const line = changeLine(before, frame)
    if (line === undefined) return
    this.#markers = withMarkers(this.#markers, before, frame.state, frame.at)
    this.#last = frame
    this.#lines.push(line)
    this.#text += line.length
    if (this.#isFull()) this.#begin()
  }

  #isFull(): boolean {
    const [{length: state} = ''] = this.#lines
    const mostChanges = state > mostText ? seldom * segmentChanges : segmentChanges
    return this.#lines.length > mostChanges || this.#text > Math.max(mostText, state)
  }

  /** Begins the next segment. */
  #begin() {
    const lines = this.#lines
    this.#segments.put({from: this.#from, to: this.#last.at, lines: () => lines})
    this.#from = this.#last.at
    this.#lines = [stateLine(this.#last)]
    this.#text = 0
  }
}
