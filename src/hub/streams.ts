// The labs that listen: one server-sent stream each, written on the raw response. What a client does not read is not kept for it: it is dropped,
// and comes back with its cursor.

import type {ServerResponse} from 'node:http'
import {compareCursors, type Delivery, forLateJoiner, isFor} from '../model/workshop/command.ts'
import type {Dismissal, QueueEntry, Role} from '../model/workshop/join.ts'
import {limits} from '../model/workshop/limits.ts'
import {helpQueue} from '../model/workshop/overview.ts'
import type {RoomRecord} from '../model/workshop/room.ts'
import type {LiveRoom} from './live-room.ts'
import type {Standing} from './store.ts'

/** bytes that may wait for a client */
const mostWaiting = 64 * 1024
/** streams of one learner: a second terminal, and one that is not closed yet */
const mostOfOne = 3
/** ms that a client has for the last bytes of a stream that ends */
const lastBytesWithin = 5000

export type Listener = Readonly<{learner: string; role: Role; token: string; response: ServerResponse}>

export class Streams {
  readonly #live: LiveRoom
  readonly #standing: (listener: Listener) => Promise<Standing>
  readonly #listeners = new Set<Listener>()
  readonly #pings: NodeJS.Timeout
  readonly #stop: () => void
  #queue = ''

  /** `standing`: what has become of somebody's token. */
  constructor(live: LiveRoom, standing: (listener: Listener) => Promise<Standing>) {
    this.#live = live
    this.#standing = standing
    this.#pings = setInterval(() => this.#toAll(': ping\n\n'), limits.ping)
    this.#stop = live.listen(({records, orders, fromStart}) => {
      for (const order of orders) this.#deliver(order)
      if (fromStart) this.#endStrangers()
      else for (const record of records) this.#follow(record)
      this.#sendQueue()
    })
  }

  get size(): number {
    return this.#listeners.size
  }

  close(): void {
    clearInterval(this.#pings)
    this.#stop()
    for (const listener of this.#listeners) this.#end(listener)
  }

  /** Answers with a stream: first what came after `cursor`, or what a lab that has nothing yet needs, then everything as it comes. */
  open(listener: Listener, cursor: string | undefined): void {
    const {learner, response} = listener
    // Gone while the hub waited for Redis; no event will tell.
    if (response.destroyed) return
    const theirs = this.#streamsOf(learner)
    for (const oldest of theirs.slice(0, theirs.length + 1 - mostOfOne)) this.#end(oldest)
    // A write to a client that has just gone fails; so does its stream, and nothing else.
    response.on('error', () => response.destroy())
    response.on('close', () => this.#listeners.delete(listener))
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    this.#listeners.add(listener)
    response.write(`retry: 1000\n\n${this.pending(learner, cursor).map(framed).join('')}`)
    if (listener.role === 'helper') response.write(this.#queueFrame())
  }

  /** What somebody with this cursor has not had. */
  pending(learner: string, cursor: string | undefined): readonly Delivery[] {
    const {orders, room} = this.#live
    const place = room.people[learner]?.place ?? {}
    const theirs = orders.filter(({target}) => isFor(target, learner, place))
    if (cursor === undefined) return forLateJoiner(theirs, Date.now())
    return theirs.filter(order => compareCursors(order.cursor, cursor) > 0)
  }

  /** The open questions, as helpers know them. */
  queue(): readonly QueueEntry[] {
    return helpQueue(this.#live.room, Date.now()).map(({learner: _, ...question}) => question)
  }

  /** Resolves when there may be something new for somebody, or after `ms`. */
  async somethingNew(ms: number, signal: AbortSignal): Promise<void> {
    const {promise, resolve} = Promise.withResolvers<void>()
    const stop = this.#live.listen(({orders}) => orders.length > 0 && resolve())
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => resolve(), {once: true})
    await promise
    stop()
    clearTimeout(timer)
  }

  #streamsOf(learner: string): readonly Listener[] {
    return [...this.#listeners].filter(one => one.learner === learner)
  }

  #deliver(order: Delivery): void {
    const frame = framed(order)
    const {people} = this.#live.room
    for (const listener of this.#listeners) {
      if (isFor(order.target, listener.learner, people[listener.learner]?.place ?? {}))
        this.#write(listener, frame)
    }
  }

  /** Ends the streams of somebody who is no longer in the room, and those that were opened with a token from before the last `join`. */
  #follow(record: RoomRecord): void {
    if (!('by' in record)) return
    const {by} = record
    if (by.note === 'left') this.dismiss(by.learner, by.why)
    if (by.note === 'joined') this.review(by.learner)
  }

  /** Ends the streams of somebody who is no longer in the room. */
  dismiss(learner: string, why: Dismissal): void {
    for (const listener of this.#streamsOf(learner)) this.#end(listener, dismissed(why))
  }

  /** Ends the streams that were opened with a token from before the last `join`. */
  review(learner: string): void {
    for (const listener of this.#streamsOf(learner)) void this.#review(listener)
  }

  async #review(listener: Listener): Promise<void> {
    // Redis is away: the client's next request will tell.
    const standing = await this.#standing(listener).catch(() => 'in' as const)
    if (standing === 'replaced') this.#end(listener)
    // The record of it may come only after this.
    else if (standing !== 'in') this.#end(listener, dismissed(standing))
  }

  /** Nothing is written to it from now on; a client that does not read the end is cut off. */
  #end(listener: Listener, last = ''): void {
    const {response} = listener
    // Its end was written while a review asked the store.
    if (!this.#listeners.delete(listener)) return
    response.end(last)
    const timer = setTimeout(() => response.destroy(), lastBytesWithin).unref()
    response.on('close', () => clearTimeout(timer))
  }

  /** Ends the streams of those whose joining the store has lost. They join again by themselves. */
  #endStrangers(): void {
    const {people, counts} = this.#live.room
    for (const listener of this.#listeners)
      if (counts) void this.#review(listener)
      else if (people[listener.learner]?.gone !== false) this.#end(listener)
  }

  #sendQueue(): void {
    const frame = this.#queueFrame()
    if (frame === this.#queue) return
    this.#queue = frame
    for (const listener of this.#listeners) if (listener.role === 'helper') this.#write(listener, frame)
  }

  #queueFrame(): string {
    return `event: queue\ndata: ${JSON.stringify(this.queue())}\n\n`
  }

  #toAll(frame: string): void {
    for (const listener of this.#listeners) this.#write(listener, frame)
  }

  #write(listener: Listener, frame: string): void {
    const {response} = listener
    if (response.writableLength <= mostWaiting) response.write(frame)
    else {
      this.#listeners.delete(listener)
      response.destroy()
    }
  }
}

function dismissed(why: Dismissal): string {
  return `event: dismissed\ndata: ${JSON.stringify({why})}\n\n`
}

function framed(order: Delivery): string {
  return `id: ${order.cursor}\nevent: order\ndata: ${JSON.stringify(order)}\n\n`
}
