// A recording played back: a lab whose state is that of another moment. It has no nodes, and runs nothing.

import type {Lesson} from '../model/lesson.ts'
import {type Frame, frameAt} from '../model/recording.ts'
import type {LabState} from '../model/state.ts'

export const speeds: readonly number[] = [0.1, 0.25, 0.5, 1, 2, 5, 10]

/** Where the replay stands; times in ms since the epoch. */
export type Position = Readonly<{at: number; from: number; to: number; playing: boolean; speed: number}>

/** While it plays the clock is moved this often, ms. */
const tick = 50

export class Replay {
  readonly lessons: readonly Lesson[]
  /** Its nodes are not lost: there are none. */
  readonly gone: Promise<Error> = new Promise(() => undefined)
  readonly #frames: readonly Frame[]
  readonly #listeners = new Set<() => void>()
  #at: number
  #speed = 1
  #timer: NodeJS.Timeout | undefined

  /** Begins at the last moment. @param frames at least one */
  constructor(frames: readonly Frame[], lessons: readonly Lesson[]) {
    this.#frames = frames
    this.lessons = lessons
    this.#at = frames.at(-1)?.at ?? 0
  }

  /** The moment that is shown, ms since the epoch. */
  now(): number {
    return this.#at
  }

  state(): LabState {
    const frame = frameAt(this.#frames, this.#at)
    if (!frame) throw new Error('A replay needs a frame')
    const {state} = frame
    const {play, quiz: _, ...rest} = state
    // Of a lesson that is not here there are no words.
    const isKnown = this.lessons.some(
      ({id, steps}) => id === play?.lesson && steps.some(step => step.id === play.step),
    )
    return play && !isKnown ? rest : state
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
    const [from, to] = [this.#frames[0]?.at ?? 0, this.#frames.at(-1)?.at ?? 0]
    return {at: this.#at, from, to, playing: this.#timer !== undefined, speed: this.#speed}
  }

  /** To a moment, as near as the recording has it. */
  seek(at: number): void {
    const {from, to} = this.position()
    this.#at = Math.max(from, Math.min(to, at))
    this.#tell()
  }

  /** To the next change, or the one before. */
  step(by: 1 | -1): void {
    const now = frameAt(this.#frames, this.#at)
    const next = now && this.#frames[this.#frames.indexOf(now) + by]
    if (next) this.seek(next.at)
  }

  /** From the beginning, where it is at its end. */
  play(): void {
    const {at, from, to} = this.position()
    if (at >= to) this.#at = from
    this.#timer ??= setInterval(() => this.#advance(), tick)
    this.#tell()
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
    const {at, to} = this.position()
    if (at >= to) this.pause()
  }

  #tell() {
    for (const listener of [...this.#listeners]) listener()
  }
}
