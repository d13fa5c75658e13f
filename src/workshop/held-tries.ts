// Whether a line passed the step is known a moment after it ended, when the nodes have been read again. Until then its try is held back.

import type {WorkshopEvent} from '../model/workshop/event.ts'

/** ms: longer than a poll and the time that a step must hold */
const usualWait = 3000

type Try = Extract<WorkshopEvent, {kind: 'try'}>

export class HeldTries {
  readonly #send: (event: WorkshopEvent) => void
  readonly #wait: number
  readonly #held = new Map<Try, NodeJS.Timeout>()

  constructor(send: (event: WorkshopEvent) => void, wait = usualWait) {
    this.#send = send
    this.#wait = wait
  }

  /** Passes an event on: a try only if its line did not pass the step. */
  add(event: WorkshopEvent): void {
    if (event.kind === 'try') {
      this.#held.set(
        event,
        setTimeout(() => this.#release(event), this.#wait),
      )
      return
    }
    if (event.kind === 'passed') this.#drop([...this.#held.keys()].at(-1))
    if (event.kind === 'passed' || event.kind === 'step') this.flush()
    this.#send(event)
  }

  flush(): void {
    for (const one of [...this.#held.keys()]) this.#release(one)
  }

  #release(one: Try): void {
    this.#drop(one)
    this.#send(one)
  }

  #drop(one: Try | undefined): void {
    if (!one) return
    clearTimeout(this.#held.get(one))
    this.#held.delete(one)
  }
}
