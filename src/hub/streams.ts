// The labs that listen: one server-sent stream each, written on the raw response. What a client does not read is not kept for it: it is dropped,
// and comes back with its cursor.

import type {ServerResponse} from 'node:http'
import {compareCursors, type Delivery, forLateJoiner, isFor} from '../model/workshop/command.ts'
import type {Role} from '../model/workshop/join.ts'
import {limits} from '../model/workshop/limits.ts'
import {helpQueue} from '../model/workshop/overview.ts'
import type {LiveRoom} from './live-room.ts'

/** bytes that may wait for a client */
const mostWaiting = 64 * 1024
/** streams of one learner: a second terminal, and one that is not closed yet */
const mostOfOne = 3

type Listener = Readonly<{learner: string; role: Role; response: ServerResponse}>

export class Streams {
  readonly #live: LiveRoom
  readonly #listeners = new Set<Listener>()
  readonly #pings: NodeJS.Timeout
  readonly #stop: () => void
  #queue = ''

  constructor(live: LiveRoom) {
    this.#live = live
    this.#pings = setInterval(() => this.#toAll(': ping\n\n'), limits.ping)
    this.#stop = live.listen(({records, orders}) => {
      for (const order of orders) this.#deliver(order)
      if (records.length > 0) this.#dismiss()
      this.#sendQueue()
    })
  }

  get size(): number {
    return this.#listeners.size
  }

  close(): void {
    clearInterval(this.#pings)
    this.#stop()
    for (const {response} of this.#listeners) response.end()
  }

  /** Answers with a stream: first what came after `cursor`, or what a lab that has nothing yet needs, then everything as it comes. */
  open(listener: Listener, cursor: string | undefined): void {
    const {learner, response} = listener
    const theirs = [...this.#listeners].filter(one => one.learner === learner)
    for (const {response: oldest} of theirs.slice(0, theirs.length + 1 - mostOfOne)) oldest.end()
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    response.on('close', () => this.#listeners.delete(listener))
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

  #deliver(order: Delivery): void {
    const frame = framed(order)
    const {people} = this.#live.room
    for (const listener of this.#listeners) {
      if (isFor(order.target, listener.learner, people[listener.learner]?.place ?? {}))
        this.#write(listener, frame)
    }
  }

  /** Ends the streams of those who are no longer in the room. */
  #dismiss(): void {
    const {people} = this.#live.room
    for (const {learner, response} of this.#listeners) {
      const person = people[learner]
      if (person && !person.gone) continue
      response.end('event: dismissed\ndata: {}\n\n')
    }
  }

  #sendQueue(): void {
    const frame = this.#queueFrame()
    if (frame === this.#queue) return
    this.#queue = frame
    for (const listener of this.#listeners) if (listener.role === 'helper') this.#write(listener, frame)
  }

  #queueFrame(): string {
    const people = helpQueue(this.#live.room, Date.now()).map(
      ({learner, name, place, goal, flagSince, helper}) => ({
        learner,
        name,
        place,
        goal,
        flagSince,
        helper,
      }),
    )
    return `event: queue\ndata: ${JSON.stringify(people)}\n\n`
  }

  #toAll(frame: string): void {
    for (const listener of this.#listeners) this.#write(listener, frame)
  }

  #write({response}: Listener, frame: string): void {
    if (response.writableLength > mostWaiting) response.destroy()
    else response.write(frame)
  }
}

function framed(order: Delivery): string {
  return `id: ${order.cursor}\nevent: order\ndata: ${JSON.stringify(order)}\n\n`
}
