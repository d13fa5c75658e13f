// What the instructor does to a room, for the terminal of `host` and for the page alike.

import {randomUUID} from 'node:crypto'
import {sanitize} from '../model/text/sanitize.ts'
import type {Delivery, Target, WorkshopCommand} from '../model/workshop/command.ts'
import {limits} from '../model/workshop/limits.ts'
import type {Room, RoomRecord} from '../model/workshop/room.ts'
import {newCode} from './codes.ts'
import {csvOf, jsonLinesOf} from './export-records.ts'
import type {LiveRoom} from './live-room.ts'
import type {RoomSettings, RoomStore} from './store.ts'

/** Every method rejects while the hub's Redis is away; nothing is done then. */
export class Desk {
  readonly #store: RoomStore
  readonly #live: LiveRoom

  constructor(store: RoomStore, live: LiveRoom) {
    this.#store = store
    this.#live = live
  }

  room(): Room {
    return this.#live.room
  }

  /** All orders that are kept, oldest first. */
  orders(): readonly Delivery[] {
    return this.#live.orders
  }

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    return this.#live.listen(listener)
  }

  settings(): Promise<RoomSettings> {
    return this.#store.readSettings()
  }

  /** Sends a command. Resolves to its id; an id that was given before is sent once. */
  async give(command: WorkshopCommand, target: Target = {}, id: string = randomUUID()): Promise<string> {
    await this.#store.give({id, target, command})
    return id
  }

  lock(locked: boolean): Promise<void> {
    return this.#store.lock(locked)
  }

  /** Sends somebody out for good. Resolves to false if there is no such person. */
  kick(learner: string): Promise<boolean> {
    return this.#store.dismiss(learner, 'kicked')
  }

  /** Resolves to false if the name cannot be shown, is too long, or is somebody else's. */
  async rename(learner: string, name: string): Promise<boolean> {
    const clean = sanitize(name).trim()
    return clean !== '' && clean.length <= limits.name && this.#store.rename(learner, clean)
  }

  /** Makes a new code; who is in stays in. */
  async changeCode(): Promise<string> {
    const code = newCode()
    await this.#store.changeCode(code)
    return code
  }

  /** Tells every lab, and closes the room for good. */
  async end(): Promise<void> {
    await this.give({kind: 'end'})
    await this.#store.end()
  }

  /** The picture that a learner sent for this request, as JSON. */
  snapshot(request: string): Promise<string | undefined> {
    return this.#store.snapshot(request)
  }

  /** Everything that the room has recorded, and how many records that is. */
  async records(format: 'csv' | 'jsonl'): Promise<Readonly<{text: string; n: number}>> {
    const records: RoomRecord[] = []
    for await (const some of this.#store.history()) records.push(...some)
    const names = Object.fromEntries(
      Object.values(this.room().people).map(({learner, name}) => [learner, name]),
    )
    return {text: (format === 'csv' ? csvOf : jsonLinesOf)(records, names), n: records.length}
  }
}
