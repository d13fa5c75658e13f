// One hub over HTTP: requests, and the stream of its orders. Trusts nothing that the hub sends before the protocol's schemas have read it.

import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from 'node:http'
import {Agent as SecureAgent, request as secureRequest} from 'node:https'
import type {TLSSocket} from 'node:tls'
import {createParser} from 'eventsource-parser'
import type {Delivery} from '../model/workshop/command.ts'
import {parseDelivery} from '../model/workshop/command.ts'
import type {NumberedEvent} from '../model/workshop/event.ts'
import type {HelpAct} from '../model/workshop/help-question.ts'
import {
  type Ack,
  type Checked,
  type CodeCheck,
  type Dismissal,
  type Joined,
  type JoinRequest,
  parseAck,
  parseChecked,
  parseDismissed,
  parseJoined,
  parseQueue,
  parseRefused,
  type QueueEntry,
  type Refused,
  type Role,
} from '../model/workshop/join.ts'
import {keyExchange, limits, protocolVersion} from '../model/workshop/limits.ts'
import type {ScreenSnapshot} from '../model/workshop/screen.ts'
import type {HubAddress} from './address.ts'

/** ms */
const answersWithin = 10_000
/** bytes; no answer of a hub is longer */
const longestAnswer = 4 * 1024 * 1024
/** characters; no event of a stream is longer */
const longestEvent = 1024 * 1024

/** The hub answered, and refused. */
export class HubRefused extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.refused)
    this.refused = refused
  }
}

/** What answered is no hub, or not the one that was pinned. */
export class NotTheHub extends Error {
  readonly why: 'certificate' | 'protocol'

  constructor(why: 'certificate' | 'protocol') {
    super(why)
    this.why = why
  }
}

export type StreamHandlers = Readonly<{
  onOrder: (delivery: Delivery) => void
  onQueue?: (queue: readonly QueueEntry[]) => void
  /** The hub has ended this person's membership. */
  onDismissed: (why: Dismissal) => void
  /** Anything at all came, a ping too. */
  onLife: () => void
}>

/** What came for a lab that asks. `queue`: for helpers. */
export type Polled = Readonly<{orders: readonly Delivery[]; queue: readonly QueueEntry[] | undefined}>

export class HubClient {
  readonly #address: HubAddress
  readonly #agent: PlainAgent | SecureAgent
  readonly #within: number
  #fingerprint: string | undefined
  #token: string | undefined
  #ahead: number | undefined

  /** `within`: how long an answer may take, ms. */
  constructor(
    address: HubAddress,
    fingerprint: string | undefined = address.fingerprint,
    within: number = answersWithin,
  ) {
    this.#address = address
    this.#within = within
    this.#fingerprint = fingerprint
    // A resumed session would not show the certificate again.
    const options = {keepAlive: true, maxSockets: 4, maxCachedSessions: 0, ecdhCurve: keyExchange}
    this.#agent = address.protocol === 'plain' ? new PlainAgent(options) : new SecureAgent(options)
  }

  /** The certificate that the hub showed; from then on only this one is taken. Undefined where there is none to pin. */
  get fingerprint(): string | undefined {
    return this.#fingerprint
  }

  set token(token: string) {
    this.#token = token
  }

  close(): void {
    this.#agent.destroy()
  }

  /** Reaches the hub, and pins its certificate. @throws the connection's error, or NotTheHub */
  async greet(): Promise<void> {
    const answer = await this.#ask('GET', '/healthz')
    if (typeof answer !== 'object' || answer === null || !('protocol' in answer))
      throw new NotTheHub('protocol')
  }

  /** How far this computer's clock is ahead of the hub's, ms; known since the last `join`. */
  get ahead(): number | undefined {
    return this.#ahead
  }

  /** @throws HubRefused, NotTheHub, or the connection's error; so all below. */
  async join(request: JoinRequest, signal?: AbortSignal): Promise<Joined> {
    const joined = expected(parseJoined(await this.#ask('POST', '/v1/join', request, signal)))
    this.#ahead = Date.now() - joined.at
    return joined
  }

  /** What this code opens. Says nothing else of the learner. */
  async checkCode(code: string, role: Role): Promise<Checked> {
    const check: CodeCheck = {protocol: protocolVersion, code, role}
    return expected(parseChecked(await this.#ask('POST', '/v1/code', check)))
  }

  /** `after`: the highest number that the hub has acknowledged before. */
  async send(
    epoch: string,
    after: number,
    events: readonly NumberedEvent[],
    signal?: AbortSignal,
  ): Promise<Ack> {
    return expected(parseAck(await this.#ask('POST', '/v1/events', {epoch, after, events}, signal)))
  }

  /** Waits up to `seconds` for orders after `cursor`; a helper gets the queue as well. */
  async orders(cursor: string | undefined, seconds: number, signal: AbortSignal): Promise<Polled> {
    const query = `wait=${seconds}${cursor === undefined ? '' : `&after=${cursor}`}`
    const answer = await this.#ask('GET', `/v1/orders?${query}`, undefined, signal, (seconds + 10) * 1000)
    const {orders, queue} = answer as Readonly<{orders?: unknown; queue?: unknown}>
    if (!Array.isArray(orders)) throw new NotTheHub('protocol')
    return {orders: orders.flatMap(order => parseDelivery(order) ?? []), queue: parseQueue(queue)}
  }

  async sendSnapshot(request: string, snapshot: ScreenSnapshot): Promise<void> {
    await this.#ask('POST', `/v1/snapshot/${encodeURIComponent(request)}`, snapshot)
  }

  /** Shows the instructor's own lab on the page of the hub. */
  async demonstrate(screen: ScreenSnapshot, signal: AbortSignal): Promise<void> {
    await this.#ask('PUT', '/v1/demo', screen, signal)
  }

  async endDemonstration(): Promise<void> {
    await this.#ask('DELETE', '/v1/demo', {})
  }

  async leave(): Promise<void> {
    await this.#ask('POST', '/v1/leave', {})
  }

  /** Deletes everything about the person whose device this is. Needs no membership: they may have left before. */
  async erase(device: string): Promise<void> {
    await this.#ask('POST', '/v1/erase', {device})
  }

  /** For helpers: takes a learner's question, gives it back, or closes it. */
  async help(question: number, what: HelpAct): Promise<void> {
    await this.#ask('POST', `/v1/help/${question}/${what}`, {})
  }

  /** Reads the stream until it ends, or the workshop does; resolves then. @throws as the others do, also when nothing came for `limits.mute`. */
  async stream(cursor: string | undefined, handlers: StreamHandlers, signal: AbortSignal): Promise<void> {
    const path = `/v1/stream${cursor === undefined ? '' : `?after=${cursor}`}`
    // Longer than silence is believed, so that it is the caller who says that the stream is mute.
    const response = await this.#request('GET', path, undefined, signal, 2 * limits.mute)
    if (response.statusCode !== 200) throw await refusalOf(response)
    handlers.onLife()
    let dismissed: Dismissal | undefined
    let isOver = false
    const onOrder = (delivery: Delivery) => {
      handlers.onOrder(delivery)
      isOver ||= delivery.command.kind === 'end'
    }
    const parser = createParser({
      maxBufferSize: longestEvent,
      onEvent({event, data}) {
        if (event === 'dismissed') dismissed ??= parseDismissed(parsedJson(data))?.why ?? 'kicked'
        else onEvent(event, data, {...handlers, onOrder})
      },
    })
    response.setEncoding('utf8')
    for await (const chunk of response as AsyncIterable<string>) {
      handlers.onLife()
      parser.feed(chunk)
      if (dismissed || isOver) break
    }
    // Told after the stream is closed: to abort it while it is being read is an error that nobody catches.
    if (dismissed) handlers.onDismissed(dismissed)
  }

  async #ask(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
    within = this.#within,
  ): Promise<unknown> {
    // For all of it: a hub could send a byte now and then, forever.
    const late = AbortSignal.timeout(within)
    try {
      const either = signal ? AbortSignal.any([signal, late]) : late
      const response = await this.#request(method, path, body, either, within)
      if (response.statusCode !== 200) throw await refusalOf(response)
      return await jsonOf(response)
    } catch (error) {
      throw late.aborted ? timeout() : error
    }
  }

  /** Follows no redirect: the token is for this hub alone. */
  async #request(
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal | undefined,
    within: number,
  ): Promise<IncomingMessage> {
    const {protocol, host, port} = this.#address
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      ...(this.#token !== undefined && {authorization: `Bearer ${this.#token}`}),
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      }),
    }
    const options = {
      method,
      path,
      host,
      port,
      headers,
      agent: this.#agent,
      timeout: within,
    }
    const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>()
    const request =
      protocol === 'plain'
        ? plainRequest(options, resolve)
        : secureRequest({...options, rejectUnauthorized: protocol === 'signed'}, resolve)
    request.on('error', reject)
    if (signal) endWith(request, signal)
    request.on('timeout', () => request.destroy(timeout()))
    if (protocol === 'pinned') this.#checkCertificate(request, () => request.end(text))
    else request.end(text)
    return promise
  }

  /** Nothing is sent before the certificate is known to be the hub's. */
  #checkCertificate(request: ClientRequest, onGood: () => void): void {
    const check = (socket: TLSSocket) => {
      const shown = socket.getPeerCertificate().fingerprint256?.replaceAll(':', '').toLowerCase()
      this.#fingerprint ??= shown
      if (shown !== undefined && shown === this.#fingerprint) onGood()
      else request.destroy(new NotTheHub('certificate'))
    }
    request.on('socket', socket => {
      const secure = socket as TLSSocket
      if (secure.connecting || !secure.getPeerCertificate().raw)
        secure.once('secureConnect', () => check(secure))
      else check(secure)
    })
  }
}

function timeout(): Error {
  return Object.assign(new Error('timeout'), {code: 'ETIMEDOUT'})
}

/** Ends a request. The option `signal` would also fail the connection of a response that is complete, where nobody listens for errors. */
function endWith(request: ClientRequest, signal: AbortSignal): void {
  const end = () => void request.destroy()
  if (signal.aborted) end()
  signal.addEventListener('abort', end)
  request.on('close', () => signal.removeEventListener('abort', end))
}

function onEvent(event: string | undefined, data: string, handlers: StreamHandlers): void {
  const value = parsedJson(data)
  if (event === 'queue') {
    const queue = parseQueue(value)
    if (queue) handlers.onQueue?.(queue)
  }
  if (event !== 'order') return
  const delivery = parseDelivery(value)
  if (delivery) handlers.onOrder(delivery)
}

function expected<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NotTheHub('protocol')
  return value
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function jsonOf(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > longestAnswer) throw new NotTheHub('protocol')
  }
  const value = parsedJson(Buffer.concat(chunks).toString('utf8'))
  return expected(value)
}

async function refusalOf(response: IncomingMessage): Promise<Error> {
  const refused = parseRefused(await jsonOf(response).catch(() => undefined))
  return refused ? new HubRefused(refused) : new NotTheHub('protocol')
}
