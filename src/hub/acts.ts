// What is done to a room, one after another: each is repeated until Redis has taken or refused it, and done again if a failover has lost it.
// Every act has an id, under which Redis does it once.

import {randomUUID} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'
import type {RoomStore} from './store.ts'

/** ms between two attempts */
const pauseBetween = 200
/** Acts that are remembered: a failover loses the last moments only, but a class may come in all at once. */
const mostKept = 1000

type Act = Readonly<{id: string; run: () => Promise<unknown>; done: PromiseWithResolvers<unknown>}>

export class Acts {
  readonly #store: Pick<RoomStore, 'hasDone'>
  readonly #closed = new AbortController()
  /** In their order. */
  #waiting: Act[] = []
  #taken: Act[] = []
  /** Those taken since the last look, and the last one of then. */
  #unchecked: readonly string[] = []
  #working = false

  constructor(store: Pick<RoomStore, 'hasDone'>) {
    this.#store = store
  }

  /** Resolves once Redis has taken it, however long that takes. @throws the error of Redis if it refuses */
  do<Result>(run: (act: string) => Promise<Result>, id: string = randomUUID()): Promise<Result> {
    const act = {id, run: () => run(id), done: Promise.withResolvers<unknown>()}
    // Nobody waits for what is done again, nor, perhaps, when the hub ends.
    act.done.promise.catch(() => undefined)
    this.#waiting.push(act)
    void this.#work()
    return act.done.promise as Promise<Result>
  }

  /** Remembers what Redis has taken already. */
  keep(run: () => Promise<unknown>, id: string): void {
    this.#remember({id, run, done: Promise.withResolvers()})
  }

  /** Looks whether everything is still done. Called whenever the room was read. */
  check(): void {
    void this.#work()
  }

  /** What waits is given up. */
  close(): void {
    this.#closed.abort()
    for (const {done} of this.#waiting.splice(0)) done.reject(new Error('the hub has ended'))
  }

  async #work(): Promise<void> {
    if (this.#working) return
    this.#working = true
    do await this.#next()
    while (this.#waiting.length > 0 && !this.#closed.signal.aborted)
    this.#working = false
  }

  async #next(): Promise<void> {
    let act: Act | undefined
    try {
      await this.#findLost()
      act = this.#waiting[0]
      if (!act) return
      act.done.resolve(await act.run())
      this.#remember(act)
    } catch (error) {
      if (!act || !isRefusal(error as Error)) return this.#pause()
      act.done.reject(error)
    }
    this.#waiting.shift()
  }

  /** Of what a server had taken, its successor lacks the newest, or nothing: what was there at the last look is lost with all after it. */
  async #findLost(): Promise<void> {
    const looked = this.#unchecked
    if (looked.length === 0) return
    const hasAll = await this.#store.hasDone(looked)
    // More may have been taken in the meantime.
    this.#unchecked = [...looked.slice(-1), ...this.#unchecked.slice(looked.length)]
    if (hasAll) return
    this.#unchecked = []
    this.#waiting.unshift(...this.#taken.splice(0))
  }

  #remember(act: Act): void {
    this.#taken.push(act)
    this.#unchecked = [...this.#unchecked, act.id]
    if (this.#taken.length > mostKept) this.#taken.shift()
  }

  #pause(): Promise<void> {
    return pause(pauseBetween, undefined, {signal: this.#closed.signal}).catch(() => undefined)
  }
}

/** What a server says that will be another one soon, or is not ready yet. */
const passing = /\b(?:LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|NOREPLICAS|TRYAGAIN|MOVED|ASK|BUSY)\b/

/** Redis has refused, or this program is wrong; anything else may have been done, or will be. */
function isRefusal({name, message}: Error): boolean {
  return name === 'ReplyError' ? !passing.test(message) : /^(?:Type|Range|Reference|Syntax)Error$/.test(name)
}
