// A recording played back: a lab whose state is that of another moment. It has no nodes, and runs nothing.

import type {Lesson} from '../../model/lesson/lesson.ts'
import type {Marker} from '../../model/recording/markers.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Message} from '../../model/text/messages.ts'
import {without} from '../../model/text/objects.ts'
import type {SegmentReader} from './segment-reader.ts'

export const speeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10]

/** Where the replay stands; times in ms since the epoch. */
export type Position = Readonly<{
  at: number
  from: number
  to: number
  playing: boolean
  speed: number
  /** The event that comes next; none after the last. */
  next?: Marker
  /** Why it could not go where it was sent. */
  fault?: Message
}>

/** While it plays the clock is moved this often, ms. */
const tick = 50

export class Replay {
  readonly lessons: readonly Lesson[]
  /** Its nodes are not lost: there are none. */
  readonly gone: Promise<Error> = new Promise(() => undefined)
  readonly marks: readonly Marker[]
  readonly #tape: SegmentReader
  readonly #listeners = new Set<() => void>()
  #at: number
  #state: LabState
  #fault: Message | undefined
  #speed = 1
  #timer: NodeJS.Timeout | undefined

  /** Begins at the last moment. @throws LabError if that cannot be read */
  constructor(tape: SegmentReader, lessons: readonly Lesson[]) {
    this.#tape = tape
    this.lessons = lessons
    this.marks = tape.marks
    this.#at = tape.to
    this.#state = this.#shown(tape.frameAt(tape.to).state)
  }

  /** The moment that is shown, ms since the epoch. */
  now(): number {
    return this.#at
  }

  state(): LabState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async run(): Promise<undefined> {
    return undefined
  }

  cancel(): boolean {
    return false
  }

  position(): Position {
    const {from, to} = this.#tape
    const next = this.marks.find(({at}) => at > this.#at)
    return {
      ...{at: this.#at, from, to, playing: this.#timer !== undefined, speed: this.#speed},
      ...(next && {next}),
      ...(this.#fault && {fault: this.#fault}),
    }
  }

  /** To a moment, as near as the recording has it. */
  seek(at: number): void {
    this.#go(() => at)
  }

  /** To the next change, or the one before. */
  step(by: 1 | -1): void {
    this.#go(() => (by > 0 ? this.#tape.after(this.#at) : this.#tape.before(this.#at)))
  }

  /** To the next event of the timeline, or the one before; after the last to the end, before the first to the beginning. */
  jump(by: 1 | -1): void {
    const {from, to} = this.#tape
    const next = () => this.marks.find(({at}) => at > this.#at)?.at ?? to
    const previous = () => this.marks.findLast(({at}) => at < this.#at)?.at ?? from
    this.#go(by > 0 ? next : previous)
  }

  /** From the beginning, where it is at its end. */
  play(): void {
    const {from, to} = this.#tape
    this.#timer ??= setInterval(() => this.#advance(), tick)
    this.#go(() => (this.#at >= to ? from : this.#at))
  }

  pause(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#tell()
  }

  /** The next speed up or down. */
  accelerate(by: 1 | -1): void {
    const next = speeds[speeds.indexOf(this.#speed) + by]
    if (next !== undefined) this.#speed = next
    this.#tell()
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
    this.#listeners.clear()
  }

  #advance() {
    this.seek(this.#at + tick * this.#speed)
    if (this.#fault || this.#at >= this.#tape.to) this.pause()
  }

  /** Stays where it is if there is nowhere to go, or if that moment cannot be read. */
  #go(where: () => number | undefined) {
    try {
      const {from, to} = this.#tape
      const at = Math.max(from, Math.min(to, where() ?? this.#at))
      this.#state = this.#shown(this.#tape.frameAt(at).state)
      this.#at = at
      this.#fault = undefined
    } catch (error) {
      if (!(error instanceof LabError)) throw error
      this.#fault = error.reason
    }
    this.#tell()
  }

  /** Of a lesson that is not here there are no words. */
  #shown(state: LabState): LabState {
    const {play} = state
    const isKnown = this.lessons.some(
      ({id, steps}) => id === play?.lesson && steps.some(step => step.id === play.step),
    )
    return play && !isKnown ? without(state, 'play', 'quiz') : state
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener()
  }
}
