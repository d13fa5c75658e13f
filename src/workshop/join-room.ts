// Joins a lab to a room, and keeps the two in step until the learner leaves. Whatever goes wrong here, the lab goes on.

import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import type {LabState} from '../model/state/lab-state.ts'
import {
  type HubConnection,
  keepsSame,
  keptRoom,
  reopened,
  type WorkshopEvent,
} from '../model/state/workshop.ts'
import {message} from '../model/text/messages.ts'
import type {Delivery} from '../model/workshop/command.ts'
import type {HelpAct} from '../model/workshop/help-question.ts'
import type {Joined, JoinRequest} from '../model/workshop/join.ts'
import type {ScreenSnapshot} from '../model/workshop/screen.ts'
import {addressText, type HubAddress} from './address.ts'
import {HeldTries} from './held-tries.ts'
import type {HubClient} from './hub-client.ts'
import {eventsBetween, firstEvents} from './lab-events.ts'
import {forgetHub, type Membership, MembershipKeeper} from './membership.ts'
import {Outbox} from './outbox.ts'
import {type Connection, Session} from './session.ts'
import {whyNot} from './why-not.ts'

/** The part of a lab that a workshop needs. */
export type RoomLab = Readonly<{
  state: () => LabState
  subscribe: (listener: () => void) => () => void
  fromRoom: (event: WorkshopEvent) => void
}>

export type RoomOptions = Readonly<{
  lab: RoomLab
  client: HubClient
  address: HubAddress
  /** The folder of everything about this hub. */
  folder: string
  membership: Membership
  joined: Joined
  request: JoinRequest
  /** One picture of the screen, cleaned and without passwords. */
  picture: () => ScreenSnapshot
}>

/** ms that a lab that is closed waits for the hub */
const goodbyeWithin = 1000

/** Connects the lab with the room that the learner has just joined. Dispose of it before the lab ends: what is not sent by then goes out next time. */
export class JoinedRoom {
  readonly #options: RoomOptions
  readonly #tries: HeldTries
  readonly #outbox: Outbox
  readonly #keeper: MembershipKeeper
  readonly #session: Session
  readonly #forget: () => void
  #seen: LabState

  static async open(options: RoomOptions): Promise<JoinedRoom> {
    const outbox = await Outbox.open(join(options.folder, `outbox-${options.joined.room}.jsonl`))
    return new JoinedRoom(options, outbox)
  }

  private constructor(options: RoomOptions, outbox: Outbox) {
    const {lab, client, joined, request, membership, address} = options
    this.#options = options
    this.#outbox = outbox
    this.#keeper = new MembershipKeeper(options.folder, membership)
    this.#tries = new HeldTries(event => outbox.add(event))
    lab.fromRoom({
      is: 'joined',
      name: joined.name,
      role: joined.role,
      ...(joined.countsOnly && {countsOnly: true}),
      hub: addressText(address),
      ahead: client.ahead,
      kept: membership.kept && reopened(membership.kept, Date.now()),
    })
    this.#seen = lab.state()
    for (const event of firstEvents(this.#seen)) outbox.add(event)
    this.#session = new Session({
      client,
      outbox,
      joined,
      request,
      cursor: membership.cursor,
      heard: membership.kept?.heard.map(({id}) => id),
      onOrder: delivery => this.#hear(delivery),
      ...(joined.countsOnly && {onQuestion: (n: number | undefined) => this.#asked(n)}),
      onQueue: queue => lab.fromRoom({is: 'queue', queue}),
      onConnection: connection => this.#connected(connection),
      onKept: kept => this.#keeper.keep(kept),
    })
    this.#forget = lab.subscribe(() => this.#follow())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#forget()
    this.#tries.flush()
    await this.#sayGoodbye()
    await this.#session.close()
    await this.#keeper.close()
  }

  /** The instructor sees at once that this lab is closed. A hub that is away sees it by itself. */
  async #sayGoodbye(): Promise<void> {
    if (this.#options.lab.state().workshop?.connection.is !== 'on') return
    await this.#session.stop()
    this.#outbox.add({kind: 'bye'})
    await Promise.race([this.#session.flush(), pause(goodbyeWithin, undefined, {ref: false})])
  }

  /** What became of a question that is another's is sent to every lab of a room that only counts. */
  #hear(delivery: Delivery): void {
    const {lab} = this.#options
    const {command} = delivery
    const isOthers =
      command.kind === 'help' && command.n !== undefined && command.n !== lab.state().workshop?.question
    if (!isOthers) lab.fromRoom({is: 'heard', delivery, at: Date.now()})
  }

  #asked(n: number | undefined): void {
    const {lab} = this.#options
    if (lab.state().workshop?.question !== n) lab.fromRoom({is: 'question', n})
  }

  #connected(connection: Connection): void {
    const {lab} = this.#options
    const next = connectionOf(connection)
    if (lab.state().workshop?.connection.is !== next.is) lab.fromRoom({is: 'connection', connection: next})
  }

  /** Called at every change of the state; a change about the room is told to the hub. */
  #follow(): void {
    const before = this.#seen
    const now = this.#options.lab.state()
    this.#seen = now
    const {workshop} = now
    if (!workshop) return
    if (workshop.connection.is !== 'over')
      for (const event of eventsBetween(before, now)) this.#tries.add(event)
    if (before.workshop === workshop) return
    if (before.workshop && !keepsSame(before.workshop, workshop))
      this.#keeper.keep({kept: keptRoom(workshop)})
    if (workshop.sharing !== undefined && workshop.sharing !== before.workshop?.sharing)
      void this.#share(workshop.sharing)
    if (workshop.helping && workshop.helping !== before.workshop?.helping) void this.#help(workshop.helping)
    if (workshop.leaving && !before.workshop?.leaving) void this.#leave(workshop.leaving === 'erase')
  }

  async #share(request: string): Promise<void> {
    const {client, lab, picture} = this.#options
    await client.sendSnapshot(request, picture()).catch(error => this.#failed(error))
    lab.fromRoom({is: 'shared'})
  }

  async #help({question, what}: Readonly<{question: number; what: HelpAct}>): Promise<void> {
    const {client, lab} = this.#options
    const {name} = lab.state().workshop?.questions?.find(({n}) => n === question) ?? {}
    const helped = {n: question, ...(name !== undefined && {name})}
    await client.help(question, what).then(
      () => lab.fromRoom({is: 'helped', question: helped, what}),
      error => this.#failed(error),
    )
  }

  /** Without an answer of the hub nothing is forgotten here: `leave --erase` can be tried again. */
  async #leave(erase: boolean): Promise<void> {
    const {client, lab, folder, membership} = this.#options
    // The hub ends the stream of somebody who leaves; by then nobody must be surprised.
    await this.#session.stop()
    this.#tries.flush()
    if (lab.state().workshop?.connection.is !== 'over') await this.#session.flush()
    const gone = erase ? client.erase(membership.device) : client.leave()
    const done = await gone.then(
      () => true,
      error => this.#failed(error),
    )
    this.#connected({is: 'over', why: 'left'})
    if (done) this.#keeper.keepLeft()
    await this[Symbol.asyncDispose]()
    if (done && erase) await forgetHub(folder)
  }

  #failed(error: unknown): false {
    this.#options.lab.fromRoom({is: 'failed', because: whyNot(error, this.#options.address)})
    return false
  }
}

function connectionOf(connection: Connection): HubConnection {
  if (connection.is === 'over') return {is: 'over', because: message(`workshop.why.${connection.why}`)}
  return {is: connection.is}
}
