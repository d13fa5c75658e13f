// The room as this hub sees it: built from the store's records, and kept up to date by one reader for all who listen.

import type {Delivery} from '../model/workshop/command.ts'
import {afterRecord, emptyRoom, type Room} from '../model/workshop/room.ts'
import type {RoomNews, RoomStore} from './store.ts'

/** Told of everything new, after the room has it. */
export type Listener = (news: RoomNews) => void

export class LiveRoom {
  readonly #store: RoomStore
  readonly #listeners = new Set<Listener>()
  #room: Room = emptyRoom
  #orders: readonly Delivery[] = []
  /** The last fault of the store, until it answers again. */
  #fault: Error | undefined

  constructor(store: RoomStore) {
    this.#store = store
  }

  /** Reads the room until the store is closed. Resolves once everything so far is read. */
  async start(): Promise<void> {
    const first = Promise.withResolvers<void>()
    void this.#follow(first.resolve).catch(first.reject)
    await first.promise
    // A room keeps its newest records. People who joined before them are in it all the same.
    for (const {learner, name, role, here} of await this.#store.members()) {
      if (this.#room.people[learner]) continue
      const at = Date.now()
      this.#room = afterRecord(this.#room, {at, by: {note: 'joined', learner, name, role}})
      if (!here) this.#room = afterRecord(this.#room, {at, by: {note: 'left', learner, why: 'left'}})
    }
  }

  async #follow(onFirst: () => void): Promise<void> {
    for await (const news of this.#store.news(error => {
      this.#fault = error
    })) {
      this.#fault = undefined
      this.#room = news.records.reduce<Room>(afterRecord, this.#room)
      // 2000 orders at the most are stored, so all of them fit here, and nobody who comes back asks Redis for them.
      this.#orders = [...this.#orders, ...news.orders].slice(-2000)
      for (const listener of this.#listeners) listener(news)
      if (!news.more) onFirst()
    }
  }

  get room(): Room {
    return this.#room
  }

  /** Why the store could not be read just now; undefined while it can. */
  get fault(): Error | undefined {
    return this.#fault
  }

  /** All orders that are kept, oldest first. */
  get orders(): readonly Delivery[] {
    return this.#orders
  }

  /** Returns how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
