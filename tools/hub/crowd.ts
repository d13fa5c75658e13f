// Many learners at once: they come within some seconds, work until they are told to stop, and go.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import type {WorkshopCommand} from '../../src/model/workshop/command.ts'
import type {WorkshopEvent} from '../../src/model/workshop/event.ts'
import {waitUntil} from '../../src/platform/wait-until.ts'
import type {HubAddress} from '../../src/workshop/address.ts'
import {Learner} from './learner.ts'

export type CrowdOptions = Readonly<{
  /** The hub of each learner. */
  addressOf: (learner: number) => HubAddress
  n: number
  /** ms in which they all come */
  within: number
  /** ms between two events of a learner, on average */
  pace: number
  /** Of the room; by default the one of rooms for tests. */
  code?: string
}>

export class Crowd {
  readonly learners: readonly Learner[]
  readonly #pace: number
  readonly #folder: string
  readonly #stopped = new AbortController()
  #working: Promise<unknown> = Promise.resolve()

  static async join({addressOf, n, within, pace, code}: CrowdOptions): Promise<Crowd> {
    const folder = await mkdtemp(join(tmpdir(), 'crowd-'))
    const learners = Array.from({length: n}, async (_, i) => {
      await pause(Math.random() * within)
      return Learner.join(addressOf(i), folder, code)
    })
    return new Crowd(await Promise.all(learners), pace, folder)
  }

  private constructor(learners: readonly Learner[], pace: number, folder: string) {
    this.learners = learners
    this.#pace = pace
    this.#folder = folder
  }

  /** Everybody works from now on. */
  work(): void {
    this.#working = Promise.all(this.learners.map(learner => this.#workOf(learner)))
  }

  /** Resolves once nobody works any more. */
  async rest(): Promise<void> {
    this.#stopped.abort()
    await this.#working
  }

  /** Resolves to ms until both directions of everybody work again; throws after `within` ms. */
  async untilBack(since: number, within: number): Promise<number> {
    const away = async () => missing(this.learners.filter(learner => !learner.isBack(since)).length, 'away')
    const last = await waitUntil(away, {within, every: 5})
    if (last !== undefined) throw new Error(last)
    return performance.now() - since
  }

  /** Resolves when everything that was told has been acknowledged; throws after `within` ms. */
  async untilSent(within: number): Promise<void> {
    const unsent = async () =>
      missing(this.learners.filter(one => one.unsent > 0).length, 'with unsent events')
    const last = await waitUntil(unsent, {within, every: 5})
    if (last !== undefined) throw new Error(last)
  }

  /** Resolves when everybody has heard the order with this id; throws after `within` ms. */
  async untilHeard(order: string, within: number): Promise<void> {
    const deaf = async () =>
      missing(
        this.learners.filter(({heard}) => heard.findLast(({id}) => id === order) === undefined).length,
        'without the order',
      )
    const last = await waitUntil(deaf, {within, every: 5})
    if (last !== undefined) throw new Error(last)
  }

  /** The id of the order that says this, as soon as anybody has heard it; throws after `within` ms. */
  async idOf(text: string, within: number): Promise<string> {
    const find = () => this.learners.flatMap(({heard}) => heard.findLast(one => says(one, text))?.id ?? [])[0]
    const last = await waitUntil(
      async () => missing(find() === undefined ? this.learners.length : 0, `without ${text}`),
      {within, every: 5},
    )
    if (last !== undefined) throw new Error(last)
    return find() ?? ''
  }

  /** When the last learner heard an order that all have heard, as `performance.now()` tells it. */
  heardAt(order: string): number {
    return Math.max(...this.learners.map(({heard}) => heard.findLast(({id}) => id === order)?.at ?? 0))
  }

  /** ms from each POST that was sent between these moments until it was acknowledged. */
  acks(from: number, to: number): readonly number[] {
    return this.learners.flatMap(({client}) =>
      client.acks.filter(({at}) => at >= from && at < to).map(({ms}) => ms),
    )
  }

  /** When POSTs were acknowledged between these moments, in their order. */
  ackedAt(from: number, to: number): readonly number[] {
    const moments = this.learners.flatMap(({client}) => client.acks.map(({at, ms}) => at + ms))
    return moments.filter(at => at >= from && at < to).sort((a, b) => a - b)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rest()
    await Promise.all(this.learners.map(learner => learner.close()))
    await rm(this.#folder, {recursive: true})
  }

  /** Events of all kinds; each can be told from every other. */
  async #workOf(learner: Learner): Promise<void> {
    const {signal} = this.#stopped
    for (let n = 0; !signal.aborted; n++) {
      await pause(Math.random() * 2 * this.#pace, undefined, {signal}).catch(() => undefined)
      if (!signal.aborted) learner.tell(nth(n))
    }
  }
}

function nth(n: number): WorkshopEvent {
  const [lesson, step] = ['a-lesson', `step-${Math.floor(n / 5)}`]
  switch (n % 5) {
    case 0:
      return {kind: 'step', lesson, step}
    case 4:
      return {kind: 'passed', lesson, step, ms: n, hints: 0, solved: false}
    default:
      return {kind: 'try', lesson, step, goal: `goal-${n}`}
  }
}

function says({command}: Readonly<{command: WorkshopCommand}>, text: string): boolean {
  return command.kind === 'say' && command.text === text
}

function missing(n: number, what: string): true | string {
  return n === 0 || `${n} learners ${what}`
}
