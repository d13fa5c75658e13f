// The instructor's pages that are open: each gets the room, then what has changed of it, a few times a second; and what is demonstrated.

import type {ServerResponse} from 'node:http'
import {type ClassParts, nextDelta, type PartTexts, textsOf} from '../model/workshop/class-parts.ts'
import {limits} from '../model/workshop/limits.ts'
import type {DemoStage} from './demo-stage.ts'

/** bytes of a delta, and ms between two */
const mostOfDelta = 10_000
const deltaEvery = 250
/** People fall silent, and time makes them slow, without a record, ms. */
const lookEvery = 2000
/** bytes that may wait for a page; one that does not read gets later what it has missed, in fewer words */
const mostWaiting = 64 * 1024
const mostPages = 20

/** `demo`: what it shows of a demonstration, as JSON. */
type Page = {readonly response: ServerResponse; has: PartTexts; demo?: string}

export class ClassFeed {
  readonly #parts: () => Promise<ClassParts>
  readonly #stage: DemoStage
  readonly #pages = new Set<Page>()
  readonly #ends: (() => void)[]
  #timer: NodeJS.Timeout | undefined

  /** `parts`: of the room as it is now. `listen`: calls back whenever the room has changed. */
  constructor(
    parts: () => Promise<ClassParts>,
    stage: DemoStage,
    listen: (listener: () => void) => () => void,
  ) {
    this.#parts = parts
    this.#stage = stage
    stage.listen(() => this.#demonstrate())
    const looking = setInterval(() => this.#soon(), lookEvery)
    const pings = setInterval(() => this.#ping(), limits.ping)
    this.#ends = [listen(() => this.#soon()), () => clearInterval(looking), () => clearInterval(pings)]
  }

  close(): void {
    for (const end of this.#ends) end()
    clearTimeout(this.#timer)
    for (const {response} of this.#pages) response.end()
  }

  /** Answers with a stream: the whole room, then deltas. */
  async open(response: ServerResponse): Promise<void> {
    const has = textsOf(await this.#parts())
    // Gone in the meantime; no event will tell.
    if (response.destroyed) return
    const [oldest] = this.#pages
    if (oldest && this.#pages.size >= mostPages) oldest.response.destroy()
    const page: Page = {response, has}
    response.on('error', () => response.destroy())
    response.on('close', () => this.#pages.delete(page))
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'})
    const all = [...has].map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    response.write(`retry: 1000\n\nevent: room\ndata: {${all.join(',')}}\n\n`)
    this.#pages.add(page)
    this.#demonstrate()
  }

  /** A page that does not read gets only the last picture of those that it has missed. */
  #demonstrate(): void {
    const {json} = this.#stage
    for (const page of this.#pages) {
      if (page.demo === json || page.response.writableLength > mostWaiting) continue
      page.response.write(`event: demo\ndata: ${json}\n\n`)
      page.demo = json
    }
  }

  #soon(): void {
    if (this.#pages.size > 0) this.#timer ??= setTimeout(() => void this.#send(), deltaEvery)
  }

  async #send(): Promise<void> {
    const now = textsOf(
      await this.#parts().finally(() => {
        this.#timer = undefined
      }),
    )
    let more = false
    for (const page of this.#pages) {
      const delta =
        page.response.writableLength <= mostWaiting ? nextDelta(page.has, now, mostOfDelta) : undefined
      if (!delta) continue
      page.response.write(`event: changes\ndata: ${delta.text}\n\n`)
      page.has = delta.has
      more = true
    }
    // What did not fit goes with the next.
    if (more) this.#soon()
  }

  #ping(): void {
    for (const {response} of this.#pages) response.write(': ping\n\n')
    this.#demonstrate()
  }
}
