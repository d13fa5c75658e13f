// The room as this hub sees it: built from the store's records, and kept up to date by one reader for all who listen.

import type {Delivery} from '../model/workshop/command.ts'
import {countsFrom} from '../model/workshop/counts.ts'
import {afterRecords, afterSigns, emptyRoom, type Room, type RoomRecord} from '../model/workshop/room.ts'
import {type Erased, isAbout} from './entries.ts'
import type {Presence} from './presence.ts'
import type {Member, RoomNews, RoomStore} from './store.ts'

/** Told of everything new, after the room has it. `fromStart`: all of it was read again, or for the first time. */
export type Listener = (news: RoomNews & Readonly<{fromStart: boolean}>) => void

export class LiveRoom {
  readonly #store: RoomStore
  readonly #presence: Presence
  readonly #listeners = new Set<Listener>()
  #room: Room = emptyRoom
  #orders: readonly Delivery[] = []
  /** Orders that the store has lost and has not yet again. */
  #lost: readonly Delivery[] = []
  #readAt = Date.now()
  /** The last fault of the store, until it answers again. */
  #fault: Error | undefined

  /** `presence`: of the learners, for a room that only counts. */
  constructor(store: RoomStore, presence: Presence) {
    this.#store = store
    this.#presence = presence
  }

  /** Reads the room until the store is closed. Resolves once everything so far is read. */
  async start(): Promise<void> {
    const first = Promise.withResolvers<void>()
    void this.#follow(first.resolve).catch(first.reject)
    await first.promise
  }

  async #follow(onFirst: () => void): Promise<void> {
    let room = emptyRoom
    let read: readonly Delivery[] = []
    let fromStart = false
    for await (const news of this.#store.news(error => {
      this.#fault = error
    })) {
      this.#fault = undefined
      this.#readAt = Date.now()
      if (news.members) [room, read, fromStart] = [roomOf(news.members), [], true]
      for (const erased of erasedIn(room, news.records)) this.forget(erased)
      room = afterSigns(afterRecords(room, news.records), news.signs)
      if (news.counted) {
        const {counted} = news
        room = {...room, counts: countsFrom(counted, Math.min(counted.learners, this.#presence.here()))}
      }
      read = [...read, ...news.orders]
      // Until all is read, what was known before is nearer to the truth.
      if (fromStart && news.more) continue
      const orders = this.#takeOrders(read)
      if (fromStart) this.#lost = without(this.#orders, read)
      await this.#giveBack()
      this.#room = room
      for (const listener of this.#listeners) listener({...news, fromStart, orders})
      read = []
      fromStart = false
      onFirst()
    }
  }

  /** Those that are new. */
  #takeOrders(read: readonly Delivery[]): readonly Delivery[] {
    const orders = without(read, this.#orders)
    // 2000 orders at the most are stored, so all of them fit here, and nobody who comes back asks Redis for them.
    if (orders.length > 0) this.#orders = [...this.#orders, ...orders].slice(-2000)
    return orders
  }

  /** Those about somebody who was erased: a failover must not bring them back. */
  forget(erased: Erased): void {
    const kept = (order: Delivery) => !isAbout(order, erased)
    this.#orders = this.#orders.filter(kept)
    this.#lost = this.#lost.filter(kept)
  }

  /** Learners may have had an order that the store has lost: it stays given. */
  async #giveBack(): Promise<void> {
    try {
      for (const order of this.#lost) {
        await this.#store.give(order, order.cursor)
        this.#lost = without(this.#lost, [order])
      }
    } catch (error) {
      // The rest is given back after the next read.
      this.#fault = error as Error
    }
  }

  get room(): Room {
    return this.#room
  }

  /** When the store was read last, ms since the epoch; while it answers, some seconds ago at the most. */
  get readAt(): number {
    return this.#readAt
  }

  /** Why the store could not be read just now; undefined while it can. */
  get fault(): Error | undefined {
    return this.#fault
  }

  /** All orders that are kept, oldest first. */
  get orders(): readonly Delivery[] {
    return this.#orders
  }

  /** Resolves once the room is like this. */
  async until(isSo: (room: Room) => boolean): Promise<void> {
    const {promise, resolve} = Promise.withResolvers<void>()
    const look = () => isSo(this.#room) && resolve()
    const stop = this.listen(look)
    look()
    await promise
    stop()
  }

  /** Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Those whom these records tell to be erased, by the name that they have in the room. */
function erasedIn({people}: Room, records: readonly RoomRecord[]): readonly Erased[] {
  return records.flatMap(record => {
    if (!('by' in record) || record.by.note !== 'left' || record.by.why !== 'erased') return []
    const {learner} = record.by
    const name = people[learner]?.name
    return [{learner, names: name === undefined ? [] : [name]}]
  })
}

/** Those of `deliveries` whose orders are not among `others`. */
function without(deliveries: readonly Delivery[], others: readonly Delivery[]): readonly Delivery[] {
  if (deliveries.length === 0) return deliveries
  const ids = new Set(others.map(({id}) => id))
  return deliveries.filter(({id}) => !ids.has(id))
}

/** A room keeps its newest records: of people who joined before them it knows this much, and its records are about people that it knows. */
function roomOf(members: readonly Member[]): Room {
  const at = 0
  return afterRecords(
    emptyRoom,
    members.flatMap(({learner, name, role, gone}): readonly RoomRecord[] => [
      {at, by: {note: 'joined', learner, name, role}},
      ...(gone ? [{at, by: {note: 'left', learner, why: gone}} as const] : []),
    ]),
  )
}
