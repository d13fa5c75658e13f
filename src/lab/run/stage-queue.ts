// Stages and steps begin one after another: a second /reset must not tear down what the first is still raising.

import {createQueue} from './queue.ts'

export class StageQueue {
  readonly #queue = createQueue()
  #asked = 0
  #open = 0

  /** How many were asked for. A line is meant for the nodes at which it was typed: what still waits for its turn when they go is dropped. */
  get asked(): number {
    return this.#asked
  }

  begin(work: () => Promise<void>): Promise<void> {
    this.#asked += 1
    this.#open += 1
    return this.#queue(work).finally(() => {
      this.#open -= 1
    })
  }

  get areUnderWay(): boolean {
    return this.#open > 0
  }

  /** Settles when none is under way. */
  async over(): Promise<void> {
    await this.#queue(async () => undefined)
  }
}
