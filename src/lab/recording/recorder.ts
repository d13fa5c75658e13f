// The flight recorder: what the lab's state was, moment by moment, since the lab began. What changed is written down at once; every hundred
// seconds or so goes to the shelf as a part, so that memory holds a few minutes at most, however long the session.

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
import type {Store} from '../run/store.ts'
import {SegmentReader} from './segment-reader.ts'
import type {SegmentStore, StoredSegment} from './segment-store.ts'

/** A part ends early where its changes have grown so large, or as large as the state it begins with: large replies are in every state after them. Characters. */
const mostText = 1e6
/** Where that state is larger than this, it is written down less often. */
const seldom = 4

export class Recorder {
  readonly #shelf: SegmentStore
  readonly #now: () => number
  readonly #forget: () => void
  #last: Frame
  /** The newest part, as its lines. */
  #from: number
  #lines: string[]
  #text = 0
  #marks: readonly Marker[] = []

  /** @param now ms since the epoch */
  constructor(
    store: Pick<Store<LabState>, 'get' | 'subscribe'>,
    shelf: SegmentStore,
    now = () => Date.now(),
  ) {
    this.#shelf = shelf
    this.#now = now
    this.#last = {at: now(), state: redact(store.get())}
    this.#from = this.#last.at
    this.#lines = [stateLine(this.#last)]
    this.#forget = store.subscribe(() => this.#note(store.get()))
  }

  /** As far as it is recorded now, oldest first; each begins with the frame that the one before ends with. */
  parts(): readonly StoredSegment[] {
    const lines = [...this.#lines]
    return [...this.#shelf.parts(), {from: this.#from, to: this.#last.at, lines: () => lines}]
  }

  /** The same, to look at. */
  tape(): SegmentReader {
    const reels = this.parts().map(({from, to, lines}) => ({from, to, frames: () => framesOfLines(lines())}))
    return new SegmentReader(reels, this.#marks)
  }

  /** Notes no more; settles when all is written. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#forget()
    await this.#shelf.settled()
  }

  #note(now: LabState) {
    const {state: before, at} = this.#last
    // A clock that is set back must not turn the order of what happened.
    const frame: Frame = {at: Math.max(at, this.#now()), state: redact(now)}
    const line = changeLine(before, frame)
    if (line === undefined) return
    this.#marks = withMarkers(this.#marks, before, frame.state, frame.at)
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

  /** The next part. */
  #begin() {
    const lines = this.#lines
    this.#shelf.put({from: this.#from, to: this.#last.at, lines: () => lines})
    this.#from = this.#last.at
    this.#lines = [stateLine(this.#last)]
    this.#text = 0
  }
}
