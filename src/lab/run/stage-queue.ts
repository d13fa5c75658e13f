// The queue of stages and steps that begin: a second /reset must not tear down what the first is still starting.

import {createQueue} from '../../platform/queue.ts'

export class StageQueue {
  readonly #queue = createQueue()
  #asked = 0
  #open = 0

  /** Number of requests so far. If it grows while a line waits, the line is dropped: its nodes are gone. */
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

  /** Settles when everything requested so far has finished. */
  async over(): Promise<void> {
    await this.#queue(async () => undefined)
  }
}
