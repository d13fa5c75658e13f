// The connection of a lab with a hub, for as long as the lab runs: sends what the outbox has, and reads what the hub orders. Nothing waits for
// it: a hub that is away, slow or hostile costs the lab nothing.

import {setTimeout as pause} from 'node:timers/promises'
import {compareCursors, type Delivery} from '../model/workshop/command.ts'
import type {Joined, JoinRequest, QueueEntry, Refusal, Role} from '../model/workshop/join.ts'
import {limits} from '../model/workshop/limits.ts'
import {type HubClient, HubRefused} from './hub-client.ts'
import type {Outbox} from './outbox.ts'

/** `trying`: since when, ms since the epoch, and why, if the hub said so. `over`: for good. */
export type Connection =
  | Readonly<{is: 'on'}>
  | Readonly<{is: 'trying'; error: unknown}>
  | Readonly<{is: 'over'; why: Refusal | 'left'}>

export type SessionOptions = Readonly<{
  client: HubClient
  outbox: Outbox
  joined: Joined
  /** How to join again when the hub does not know the token any more. */
  request: JoinRequest
  /** The last order that was read before. */
  cursor: string | undefined
  /** Ids of orders that were heard before. */
  heard?: readonly string[] | undefined
  onOrder: (delivery: Delivery) => void
  onQueue?: (queue: readonly QueueEntry[]) => void
  onConnection: (connection: Connection) => void
  /** Of a room that only counts: the number of the question that this learner has open, after each answer of the hub. */
  onQuestion?: (question: number | undefined) => void
  /** What must be kept for the next time. */
  onKept: (kept: Readonly<{cursor: string | undefined; joined: Joined}>) => void
  times?: Times
}>

/**
 * ms: between tries to reach a hub, doubled from the first to the longest; a random part of it is waited, so that a room does not come back at
 * once. `mute`: how long a silent stream is believed.
 */
export type Times = Readonly<{firstWait: number; longestWait: number; mute: number}>

const usualTimes: Times = {firstWait: 500, longestWait: 5000, mute: limits.mute}
/** Streams in a row that never lived, after which orders are asked for instead. */
const mostMute = 3
/** How long orders are asked for until a stream is tried again, in times of `mute`. */
const askedFor = 15
/** s; nothing tells a helper who asks that the queue has changed. */
const pollFor: Readonly<Record<Role, number>> = {learner: 25, helper: 5}
/** Orders and queues of one minute, more than a hub keeps. One that sends more is left for a while: each costs the lab a line. */
const mostOrders = 2500
/** ms: what no hub asks for more often than */
const leastBeat = 1000
/**
 * Refusals that nothing but a new `join` can change. Not `locked`: a member is let in all the same, so one who is refused has been lost in a failover, and
 * the hub that let them in does so again.
 */
const final: readonly Refusal[] = [
  'kicked',
  'ended',
  'code',
  'learnersCode',
  'helpersCode',
  'protocol',
  'name',
]

export class Session {
  readonly #options: SessionOptions
  readonly #times: Times
  readonly #abort = new AbortController()
  #waiting = new AbortController()
  readonly #loops: Promise<unknown>
  #joined: Joined
  #cursor: string | undefined
  readonly #heard: Set<string>
  #beat: number
  #rejoining: Promise<void> | undefined
  #wake: () => void = () => undefined
  #mute = 0
  /** Until when orders are asked for after so many mute streams. */
  #asksUntil = 0
  /** The instructor has said that the workshop is over. */
  #ended = false
  #minute = {began: 0, orders: 0}

  constructor(options: SessionOptions) {
    this.#options = options
    this.#times = options.times ?? usualTimes
    this.#joined = options.joined
    this.#cursor = options.cursor
    this.#heard = new Set(options.heard)
    this.#beat = options.joined.beat
    options.client.token = options.joined.token
    options.outbox.onAdded = () => this.#wake()
    this.#loops = Promise.all([
      this.#untilOver(() => this.#sendAll()),
      this.#untilOver(onAnswer => this.#listen(onAnswer)),
    ])
  }

  /** Sends and listens no more. What was not sent stays in the outbox. */
  async stop(): Promise<void> {
    this.#abort.abort()
    this.#wake()
    await this.#loops
  }

  async close(): Promise<void> {
    await this.stop()
    await this.#options.outbox.close()
    this.#options.client.close()
  }

  /** Sends what is left, as far as the hub takes it at once. */
  async flush(): Promise<void> {
    const {client, outbox} = this.#options
    const {after, events} = await outbox.next()
    if (events.length > 0) await client.send(outbox.epoch, after, events).catch(() => undefined)
  }

  /** Repeats `work`, after a wait when it failed, until the session is over. `onAnswer`: the hub works, however this ends. */
  async #untilOver(work: (onAnswer: () => void) => Promise<void>): Promise<void> {
    for (let failures = 0; !this.#abort.signal.aborted; ) {
      const {token} = this.#joined
      const began = performance.now()
      let answered = false
      const onAnswer = () => {
        if (!answered && failures > 0) this.#stopWaiting()
        answered = true
      }
      try {
        await work(onAnswer)
        onAnswer()
        failures = 0
      } catch (error) {
        if (this.#abort.signal.aborted) return
        // What held for a while before it broke is no failure of the hub's.
        if (performance.now() - began > this.#times.longestWait) failures = 0
        await this.#afterFailure(error, failures++, token)
      }
    }
  }

  /** When one direction works again, the other is tried at once. */
  #stopWaiting(): void {
    this.#waiting.abort()
    this.#waiting = new AbortController()
  }

  /** `token`: the one that the hub was asked with. */
  async #afterFailure(error: unknown, failures: number, token: string): Promise<void> {
    if (error instanceof HubRefused) {
      const {refused, wait} = error.refused
      if (refused === 'token') return token === this.#joined.token ? this.#rejoin(failures) : undefined
      if (final.includes(refused)) return this.#end(refused)
      if (wait !== undefined) return this.#waitAsTold(wait)
    }
    this.#options.onConnection({is: 'trying', error})
    await this.#backOff(failures, AbortSignal.any([this.#abort.signal, this.#waiting.signal]))
  }

  #backOff(failures: number, signal = this.#abort.signal): Promise<void> {
    const {firstWait, longestWait} = this.#times
    return this.#pause(Math.random() * Math.min(longestWait, firstWait * 2 ** failures), signal)
  }

  /** `wait`: s, as a busy hub says. */
  #waitAsTold(wait: number): Promise<void> {
    return this.#pause(Math.max(wait * 1000, this.#times.firstWait) * (1 + Math.random()))
  }

  #pause(ms: number, signal = this.#abort.signal): Promise<void> {
    return pause(ms, undefined, {signal}).catch(() => undefined)
  }

  #end(why: Refusal | 'left'): void {
    this.#abort.abort()
    this.#wake()
    this.#options.onConnection({is: 'over', why})
  }

  /** Both loops may need it at once; one does it. The device makes the learner the same person. */
  async #rejoin(failures: number): Promise<void> {
    this.#rejoining ??= this.#joinAgain(failures).finally(() => {
      this.#rejoining = undefined
    })
    await this.#rejoining
  }

  async #joinAgain(failures: number): Promise<void> {
    const {client, request, outbox} = this.#options
    try {
      if (failures > 0) await this.#backOff(failures)
      this.#joined = await client.join(request, this.#abort.signal)
      client.token = this.#joined.token
      // A hub that has lost its store knows nothing of this outbox; one that has not passes over what it has.
      outbox.acknowledged = 0
      this.#keep()
    } catch (error) {
      if (this.#abort.signal.aborted) return
      if (error instanceof HubRefused && final.includes(error.refused.refused))
        this.#end(error.refused.refused)
      else this.#options.onConnection({is: 'trying', error})
      const wait = error instanceof HubRefused ? error.refused.wait : undefined
      if (wait !== undefined) await this.#waitAsTold(wait)
    }
  }

  #keep(): void {
    this.#options.onKept({cursor: this.#cursor, joined: this.#joined})
  }

  /** Sends one request, when there is something to send or a beat is due. */
  async #sendAll(): Promise<void> {
    const {client, outbox, onConnection} = this.#options
    if (outbox.unsent === 0) await this.#somethingToSend()
    if (this.#abort.signal.aborted) return
    if (outbox.unsent === 0) outbox.add({kind: 'beat'})
    const {after, events} = await outbox.next()
    const {signal} = this.#abort
    const {ack, beat, question} = await client.send(outbox.epoch, after, events, signal)
    outbox.acknowledged = ack
    this.#beat = beat
    onConnection({is: 'on'})
    // What is still to be sent may be that question, or its end.
    if (outbox.unsent === 0) this.#options.onQuestion?.(question)
    // A hub that has lost its store goes back once; one that never goes on must not be asked without end.
    if (ack <= after) await this.#pause(this.#times.firstWait)
  }

  async #somethingToSend(): Promise<void> {
    const {promise, resolve} = Promise.withResolvers<void>()
    this.#wake = resolve
    const timer = setTimeout(resolve, Math.max(this.#beat * 1000, leastBeat))
    await promise
    clearTimeout(timer)
    this.#wake = () => undefined
  }

  async #listen(onAnswer: () => void): Promise<void> {
    const began = performance.now()
    if (this.#mute >= mostMute && began < this.#asksUntil) return this.#askForOrders()
    const {client, onQueue} = this.#options
    const {mute} = this.#times
    const stream = new AbortController()
    const silence = setTimeout(() => stream.abort(new Error('mute')), mute)
    try {
      await client.stream(
        this.#cursor,
        {
          onOrder: delivery => this.#take(delivery),
          ...(onQueue && {onQueue: (queue: readonly QueueEntry[]) => this.#takeQueue(queue, onQueue)}),
          onDismissed: why => this.#end(why === 'kicked' ? 'kicked' : 'left'),
          onLife: () => {
            silence.refresh()
            // More came than its beginning: this network lets streams live, though this one may fall silent, as while a laptop sleeps.
            if (performance.now() - began > mute / 2) this.#mute = 0
            onAnswer()
          },
        },
        AbortSignal.any([stream.signal, this.#abort.signal]),
      )
      this.#mute = 0
      if (this.#ended) return this.#end('ended')
    } catch (error) {
      if (stream.signal.aborted && ++this.#mute >= mostMute)
        this.#asksUntil = performance.now() + askedFor * mute
      throw error
    } finally {
      clearTimeout(silence)
    }
    // A hub that ends: its next one may need a moment.
    await this.#backOff(0)
  }

  /** For networks that swallow streams. */
  async #askForOrders(): Promise<void> {
    const asked = performance.now()
    const {client, onQueue} = this.#options
    const seconds = pollFor[this.#joined.role]
    const {orders, queue} = await client.orders(this.#cursor, seconds, this.#abort.signal)
    for (const delivery of orders) this.#take(delivery)
    if (queue && onQueue) this.#takeQueue(queue, onQueue)
    if (this.#ended) return this.#end('ended')
    // A hub has something to say, or lets this wait.
    if (performance.now() - asked < this.#times.firstWait) await this.#pause(this.#times.firstWait)
  }

  #takeQueue(queue: readonly QueueEntry[], onQueue: (queue: readonly QueueEntry[]) => void): void {
    this.#count()
    onQueue(queue)
  }

  #count(): void {
    const now = performance.now()
    if (now - this.#minute.began > 60_000) this.#minute = {began: now, orders: 0}
    if (++this.#minute.orders > mostOrders) throw new Error('The hub sends too many orders')
  }

  #take(delivery: Delivery): void {
    this.#count()
    if (this.#cursor !== undefined && compareCursors(delivery.cursor, this.#cursor) <= 0) return
    this.#cursor = delivery.cursor
    // A hub that has lost an order may give it again, under another cursor.
    if (!this.#heard.has(delivery.id)) this.#options.onOrder(delivery)
    this.#heard.add(delivery.id)
    this.#keep()
    if (delivery.command.kind === 'end') this.#ended = true
  }
}
