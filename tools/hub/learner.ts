// A learner without a lab: the real client, told what happened instead of watching it.

import {randomBytes} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Delivery, WorkshopCommand} from '../../src/model/workshop/command.ts'
import type {NumberedEvent, WorkshopEvent} from '../../src/model/workshop/event.ts'
import type {Ack, Joined, JoinRequest} from '../../src/model/workshop/join.ts'
import {protocolVersion} from '../../src/model/workshop/limits.ts'
import type {HubAddress} from '../../src/workshop/address.ts'
import {HubClient, type StreamHandlers} from '../../src/workshop/hub-client.ts'
import {Outbox} from '../../src/workshop/outbox.ts'
import {Session} from '../../src/workshop/session.ts'
import {code as testCode} from './hub.ts'

/** Notes when its hub answered. Times are of `performance.now()`. */
class WatchedClient extends HubClient {
  /** When each acknowledged request was sent, and ms until its answer. */
  readonly acks: Readonly<{at: number; ms: number}>[] = []
  ackedAt = 0
  isListening = false

  override async send(epoch: string, after: number, events: readonly NumberedEvent[]): Promise<Ack> {
    const at = performance.now()
    const ack = await super.send(epoch, after, events)
    this.ackedAt = performance.now()
    this.acks.push({at, ms: this.ackedAt - at})
    return ack
  }

  override async stream(
    cursor: string | undefined,
    handlers: StreamHandlers,
    signal: AbortSignal,
  ): Promise<void> {
    const onLife = () => {
      this.isListening = true
      handlers.onLife()
    }
    try {
      await super.stream(cursor, {...handlers, onLife}, signal)
    } finally {
      this.isListening = false
    }
  }
}

type Heard = Readonly<{id: string; cursor: string; at: number; command: WorkshopCommand}>

export class Learner {
  readonly client: WatchedClient
  /** Orders in the order in which they came. */
  readonly heard: Heard[] = []
  /** Why the session is over, if it is. */
  over: string | undefined
  onOrder: (delivery: Delivery) => void = () => undefined
  readonly #outbox: Outbox
  readonly #file: string
  readonly #session: Session
  readonly #told: WorkshopEvent[] = []
  #joined: Joined

  /** Joins; `folder`: where its outbox is. @throws as HubClient.join */
  static async join(address: HubAddress, folder: string, code = testCode, name?: string): Promise<Learner> {
    const client = new WatchedClient(address)
    const device = randomBytes(16).toString('hex')
    const request: JoinRequest = {
      protocol: protocolVersion,
      code,
      device,
      role: 'learner',
      ...(name !== undefined && {name}),
    }
    const joined = await client.join(request)
    const file = join(folder, `${device}.jsonl`)
    return new Learner({client, request, joined, file, outbox: await Outbox.open(file)})
  }

  private constructor({
    client,
    request,
    joined,
    file,
    outbox,
  }: {
    client: WatchedClient
    request: Parameters<HubClient['join']>[0]
    joined: Joined
    file: string
    outbox: Outbox
  }) {
    this.client = client
    this.#joined = joined
    this.#file = file
    this.#outbox = outbox
    this.#session = new Session({
      client,
      outbox,
      joined,
      request,
      cursor: undefined,
      onOrder: delivery => {
        const {id, cursor, command} = delivery
        this.heard.push({id, cursor, command, at: performance.now()})
        this.onOrder(delivery)
      },
      onConnection: connection => {
        if (connection.is === 'over') this.over = connection.why
      },
      onKept: kept => {
        this.#joined = kept.joined
      },
    })
  }

  /** As the hub knows them now; another one after a hub that lost its store. */
  get id(): string {
    return this.#joined.learner
  }

  get unsent(): number {
    return this.#outbox.unsent
  }

  tell(event: WorkshopEvent): void {
    this.#told.push(event)
    this.#outbox.add(event)
  }

  /** Whether the hub has acknowledged something since `moment`, and a stream is open. */
  isBack(moment: number): boolean {
    return this.client.ackedAt > moment && this.client.isListening
  }

  /** What was told, in its order, without the beats that the session adds. */
  get told(): readonly WorkshopEvent[] {
    return this.#told
  }

  /** Everything that the outbox was ever given, as it is on disk. */
  async sent(): Promise<readonly WorkshopEvent[]> {
    const [, ...lines] = (await readFile(this.#file, 'utf8')).trim().split('\n')
    return lines.map(line => (JSON.parse(line) as NumberedEvent).event)
  }

  close(): Promise<void> {
    return this.#session.close()
  }
}
