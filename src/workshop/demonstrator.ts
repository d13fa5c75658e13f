// Shows the instructor's own lab on the page of the hub on this computer, for as long as the lab runs. The lab never waits for the hub.

import {setTimeout as pause} from 'node:timers/promises'
import type {StageDoor} from '../model/workshop/demonstration.ts'
import {limits} from '../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../model/workshop/screen.ts'
import {HubClient} from './hub-client.ts'

export type DemonstratorOptions = Readonly<{
  /** Of the hub that runs now; undefined while there is none. */
  door: () => Promise<StageDoor | undefined>
  screen: () => ScreenSnapshot
  /** Told when the lab begins to be shown, and when it no longer is. */
  onShown: (isShown: boolean) => void
}>

/** ms until a hub that is away is looked for again */
const retryAfter = 1000
/** ms that the hub may take for an answer; it is on this computer */
const answersWithin = 3000
/** ms that a lab that is closed waits for the hub */
const goodbyeWithin = 1000

export class Demonstrator {
  readonly #options: DemonstratorOptions
  readonly #closed = new AbortController()
  readonly #running: Promise<void>
  #client: HubClient | undefined
  #isShown: boolean | undefined

  constructor(options: DemonstratorOptions) {
    this.#options = options
    this.#running = this.#run()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort()
    await this.#running
    const goodbye = this.#client?.endDemonstration().catch(() => undefined)
    await Promise.race([goodbye, pause(goodbyeWithin, undefined, {ref: false})])
    this.#client?.close()
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      await this.#show().catch(() => undefined)
      if (this.#isClosed) return
      this.#tell(false)
      await this.#pause(retryAfter)
    }
  }

  /** Shows the lab until the hub does not answer, or is another one. @throws what HubClient does */
  async #show(): Promise<void> {
    const door = await this.#options.door()
    if (!door) return
    this.#client?.close()
    this.#client = new HubClient(
      {protocol: 'plain', host: '127.0.0.1', port: door.port},
      undefined,
      answersWithin,
    )
    this.#client.token = door.key
    let [shown, at] = ['', 0]
    while (!this.#isClosed) {
      const screen = this.#options.screen()
      const json = JSON.stringify(screen)
      if (json !== shown || Date.now() - at >= limits.demoBeat) {
        await this.#client.demonstrate(screen, this.#closed.signal)
        ;[shown, at] = [json, Date.now()]
        this.#tell(true)
      }
      await this.#pause(limits.demoEvery)
    }
  }

  #tell(isShown: boolean): void {
    if (this.#isShown !== isShown) this.#options.onShown(isShown)
    this.#isShown = isShown
  }

  get #isClosed(): boolean {
    return this.#closed.signal.aborted
  }

  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, {signal: this.#closed.signal, ref: false}).catch(() => undefined)
  }
}
