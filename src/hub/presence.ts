// Which learners gave a sign of life lately: in the memory of this process. A room that only counts knows it from here alone.

import {limits} from '../model/workshop/limits.ts'

export class Presence {
  readonly #seen = new Map<string, number>()

  seen(learner: string, now = Date.now()): void {
    this.#seen.set(learner, now)
  }

  /** The lab was closed, or its learner has left. */
  gone(learner: string): void {
    this.#seen.delete(learner)
  }

  /** How many are here; who was silent for three beats is not. */
  here(now = Date.now()): number {
    for (const [learner, at] of this.#seen) if (now - at > 3 * limits.beat * 1000) this.#seen.delete(learner)
    return this.#seen.size
  }
}
