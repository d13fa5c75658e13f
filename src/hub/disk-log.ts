// The log of a Redis of the hub's own, which still has what was deleted: a new one is written, with what there is now.

import {setTimeout as pause} from 'node:timers/promises'
import type {Client} from './redis-client.ts'

/** ms between two looks whether it is done */
const lookEvery = 50

export class DiskLog {
  readonly #client: Client
  #running: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Resolves once nothing is on the disk of what was deleted before this call; calls that come before it begins share one. If Redis is away or its disk is
   * full, the next one does it, at the latest that at the next start.
   */
  rewrite(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined
      this.#running = this.#rewrite().catch(() => undefined)
      return this.#running
    })
    return this.#next
  }

  async #rewrite(): Promise<void> {
    // A room that only counts has snapshots instead, and a new one after each second in which something has changed.
    if (!(await this.#is('aof_enabled'))) return
    while (!(await this.#begins())) await pause(lookEvery)
    while ((await this.#is('aof_rewrite_in_progress')) || (await this.#is('aof_rewrite_scheduled')))
      await pause(lookEvery)
  }

  /** False while Redis is at one that it began earlier. */
  async #begins(): Promise<boolean> {
    try {
      await this.#client.bgrewriteaof()
      return true
    } catch (error) {
      if ((error as Error).message.includes('in progress')) return false
      throw error
    }
  }

  async #is(field: string): Promise<boolean> {
    return (await this.#client.info('persistence')).includes(`${field}:1`)
  }
}
