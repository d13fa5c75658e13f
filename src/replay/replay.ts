// Replay of a recording: a lab that shows the state of an earlier moment. It has no nodes and runs no commands.

import type {Lesson} from '../model/lesson/lesson.ts'
import type {Marker} from '../model/recording/markers.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {isAsked} from '../model/state/question.ts'
import {LabError} from '../model/text/lab-error.ts'
import type {Message} from '../model/text/messages.ts'
import {without} from '../model/text/objects.ts'
import type {SegmentReader} from './segment-reader.ts'

export const speeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10]

/** Position of the replay; times are in ms since the epoch. */
export type Position = Readonly<{
  at: number
  from: number
  to: number
  playing: boolean
  speed: number
  /** The next event; absent after the last. */
  next?: Marker
  /** Why the last jump failed. */
  fault?: Message
}>

/** Interval of the clock during playback, ms. */
const tick = 50

export class Replay {
  readonly lessons: readonly Lesson[]
  /** Never settles: there are no nodes to lose. */
  readonly gone: Promise<Error> = new Promise(() => undefined)
  readonly markers: readonly Marker[]
  readonly #reader: SegmentReader
  readonly #listeners = new Set<() => void>()
  #at: number
  #state: LabState
  #fault: Message | undefined
  #speed = 1
  #timer: ReturnType<typeof setInterval> | undefined

  /** Starts at the end of the recording. @throws LabError if that cannot be read */
  constructor(reader: SegmentReader, lessons: readonly Lesson[]) {
    this.#reader = reader
    this.lessons = lessons
    this.markers = reader.markers
    this.#at = reader.to
    this.#state = this.#shown(reader.frameAt(reader.to).state)
  }

  /** Time of the displayed moment, ms since the epoch. */
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
    const {from, to} = this.#reader
    const next = this.markers.find(({at}) => at > this.#at)
    return {
      ...{at: this.#at, from, to, playing: this.#timer !== undefined, speed: this.#speed},
      ...(next && {next}),
      ...(this.#fault && {fault: this.#fault}),
    }
  }

  /** Goes to a moment, or as close as the recording allows. */
  seek(at: number): void {
    this.#go(() => at)
  }

  /** Goes to the next or previous change. */
  step(by: 1 | -1): void {
    this.#go(() => (by > 0 ? this.#reader.after(this.#at) : this.#reader.before(this.#at)))
  }

  /** Goes to the next or previous event of the timeline; past the last to the end, before the first to the beginning. */
  jump(by: 1 | -1): void {
    const {from, to} = this.#reader
    const next = () => this.markers.find(({at}) => at > this.#at)?.at ?? to
    const previous = () => this.markers.findLast(({at}) => at < this.#at)?.at ?? from
    this.#go(by > 0 ? next : previous)
  }

  /** Plays on; at the end it starts over. */
  play(): void {
    const {from, to} = this.#reader
    this.#timer ??= setInterval(() => this.#advance(), tick)
    this.#go(() => (this.#at >= to ? from : this.#at))
  }

  pause(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#tell()
  }

  /** Selects the speed that is so many places higher or lower in `speeds`. */
  accelerate(by: number): void {
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
    if (this.#fault || this.#at >= this.#reader.to) this.pause()
  }

  /** Stays in place if there is no target, or the target cannot be read. */
  #go(where: () => number | undefined) {
    try {
      const {from, to} = this.#reader
      const at = Math.max(from, Math.min(to, where() ?? this.#at))
      this.#state = this.#shown(this.#reader.frameAt(at).state)
      this.#at = at
      this.#fault = undefined
    } catch (error) {
      if (!(error instanceof LabError)) throw error
      this.#fault = error.reason
    }
    this.#tell()
  }

  /** Drops the lesson, and questions of any lesson, if this version does not have them, because their words are missing. */
  #shown(state: LabState): LabState {
    const {play, quiz} = state
    const isKnown = this.lessons.some(
      ({id, steps}) => id === play?.lesson && steps.some(step => step.id === play.step),
    )
    const known: LabState = play && !isKnown ? without(state, 'play', 'quiz') : state
    return quiz && !quiz.questions.every(one => isAsked(this.lessons, one)) ? without(known, 'quiz') : known
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener()
  }
}
