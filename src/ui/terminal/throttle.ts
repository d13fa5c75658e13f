// Reports changes only as often as a screen can show them: a thousand replies in a second are not a thousand frames.

export type Subscribe = (listener: () => void) => () => void

/** The shortest time between two reports, ms: a frame at 120 a second, because a reply often follows its line at once. */
const pause = 8

/**
 * Reports the first change at once, and all changes within the following pause together. The pause lasts at least as long as the drawing did, so that even
 * a slow computer has half of its time for other work. A change that leaves the state unsettled, as a line does that has just begun to run, is reported a
 * pause later, or earlier with the change that settles it: a reply that comes at once is drawn with its line.
 */
export class Throttle {
  readonly #changes: Subscribe
  readonly #isSettled: () => boolean
  readonly #listeners = new Set<() => void>()
  #forget: (() => void) | undefined
  #changed = false
  #pause: NodeJS.Timeout | undefined
  /** A change that settles the state ends the pause. */
  #endsWhenSettled = false

  constructor(changes: Subscribe, isSettled: () => boolean = () => true) {
    this.#changes = changes
    this.#isSettled = isSettled
  }

  readonly subscribe: Subscribe = listener => {
    this.#forget ??= this.#changes(() => this.#onChange())
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stop()
    }
  }

  /** Reports the next change that settles the state at once, even in a pause: the learner waits for it. */
  hurry(): void {
    this.#endsWhenSettled = true
    this.#rest(pause)
  }

  #stop() {
    this.#forget?.()
    this.#forget = undefined
    clearTimeout(this.#pause)
    this.#pause = undefined
  }

  #onChange() {
    this.#changed = true
    if (this.#pause && !this.#endsWhenSettled) return
    if (this.#isSettled()) this.#report()
    else if (!this.#pause) {
      this.#endsWhenSettled = true
      this.#rest(pause)
    }
  }

  #report() {
    this.#changed = false
    this.#endsWhenSettled = false
    this.#rest(pause)
    const began = performance.now()
    for (const listener of [...this.#listeners]) listener()
    // React draws before this runs.
    setImmediate(() => {
      const took = performance.now() - began
      if (this.#pause && took > pause) this.#rest(took)
    })
  }

  #rest(ms: number) {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.#endsWhenSettled = false
      if (this.#changed) this.#report()
    }, ms)
  }
}
