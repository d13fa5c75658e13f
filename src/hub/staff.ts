// The hub's interface for the instructor: a server of its own, bound to loopback, so that nobody in the room's network can reach it.

import type {AddressInfo} from 'node:net'
import {classParts, type Door} from '../model/workshop/class-parts.ts'
import type {StageDoor} from '../model/workshop/demonstration.ts'
import {ClassFeed} from './class-feed.ts'
import {DemoStage} from './demo-stage.ts'
import type {Desk} from './desk.ts'
import {plainServer} from './servers.ts'
import {type StaffParts, staffRoutes} from './staff-routes.ts'
import {StaffSessions} from './staff-sessions.ts'

export type StaffOptions = Pick<StaffParts, 'desk' | 'course' | 'page' | 'language' | 'pictures'> &
  Readonly<{
    /** Where the sessions are kept. */
    file: string
    /** How to join, with this code. */
    door: (codes: Readonly<{code: string; helperCode: string}>) => Promise<Door>
  }>

export class Staff {
  readonly server: ReturnType<typeof plainServer>
  readonly #sessions: StaffSessions
  readonly #stage = new DemoStage()
  readonly #feed: ClassFeed

  /** Makes the server, which the caller has to bind to loopback. */
  static async open({file, door, ...options}: StaffOptions): Promise<Staff> {
    return new Staff(await StaffSessions.open(file), door, options)
  }

  private constructor(
    sessions: StaffSessions,
    door: StaffOptions['door'],
    options: Omit<StaffOptions, 'file' | 'door'>,
  ) {
    const {desk, pictures} = options
    this.#sessions = sessions
    const stage = this.#stage
    this.#feed = new ClassFeed(partsOf(desk, pictures, door), stage, listener => desk.listen(listener))
    const port = () => this.#port
    this.server = plainServer(staffRoutes({...options, sessions, feed: this.#feed, stage, port}))
  }

  /** A link that opens the page once. */
  link(): string {
    return `http://127.0.0.1:${this.#port}/open/${this.#sessions.newLink()}`
  }

  /** Where the instructor's own lab may show itself. */
  get stageDoor(): StageDoor {
    return {port: this.#port, key: this.#stage.key}
  }

  get #port(): number {
    return (this.server.address() as AddressInfo).port
  }

  [Symbol.dispose](): void {
    this.#stage.close()
    this.#feed.close()
    this.server.close()
    this.server.closeAllConnections()
  }
}

function partsOf(desk: Desk, pictures: boolean, door: StaffOptions['door']) {
  let known = {code: '', helperCode: ''}
  return async () => {
    // While Redis is away, the last ones hold.
    known = await desk.settings().catch(() => known)
    return classParts({
      room: desk.room(),
      orders: desk.orders(),
      door: await door(known),
      noRedis: desk.fault !== undefined,
      pictures,
      now: Date.now(),
    })
  }
}
