// A real hub with a room of its own, and plain HTTP to attack it with.

import {randomBytes} from 'node:crypto'
import {type IncomingHttpHeaders, request} from 'node:http'
import {connect, type Socket} from 'node:net'
import {Hub, type HubOptions} from '../../src/hub/hub.ts'
import {bind} from '../../src/hub/listen.ts'
import type {RedisPlace} from '../../src/hub/redis-client.ts'
import type {WorkshopEvent} from '../../src/model/workshop/event.ts'

export const code = 'ABCDEF'
export const helperCode = 'HJKMNP'

export type Answer = Readonly<{status: number; headers: IncomingHttpHeaders; text: string; body: Body}>
type Body = Readonly<Record<string, unknown>>

export type Asking = Readonly<{
  token?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is. */
  text?: string
  headers?: Readonly<Record<string, string>>
  /** The address that the request comes from, one of loopback. */
  from?: string
}>

export type TestRoom = AsyncDisposable &
  Readonly<{
    hub: Hub
    port: number
    room: string
    ask: (method: string, path: string, asking?: Asking) => Promise<Answer>
    /** Joins as somebody new, or again with the same device. */
    join: (as?: Readonly<{device?: string; name?: string; role?: 'learner' | 'helper'}>) => Promise<Guest>
  }>

export type Guest = Readonly<{learner: string; name: string; token: string; device: string}>

export async function openRoom(
  redis: RedisPlace,
  options: Partial<Omit<HubOptions, 'redis'>> = {},
): Promise<TestRoom> {
  const room = options.room ?? randomBytes(4).toString('hex')
  const settings = {code, helperCode, names: true}
  const hub = await Hub.open({redis, room, settings, publicNames: ['hub.example.org'], ...options})
  const port = await bind(hub.server, 0, '127.0.0.1')
  const ask = (method: string, path: string, asking?: Asking) => askAt(port, method, path, asking)
  return {
    hub,
    port,
    room,
    ask,
    async join({device = randomBytes(16).toString('hex'), name, role = 'learner'} = {}) {
      const {status, text, body} = await ask('POST', '/v1/join', {
        body: {...joinRequest(role === 'helper' ? helperCode : code, device, role), ...(name && {name})},
      })
      if (status !== 200) throw new Error(`${status} ${text}`)
      return {...(body as Omit<Guest, 'device'>), device}
    },
    [Symbol.asyncDispose]: () => hub[Symbol.asyncDispose](),
  }
}

export function joinRequest(
  with_ = code,
  device = randomBytes(16).toString('hex'),
  role: 'learner' | 'helper' = 'learner',
) {
  return {protocol: 1, code: with_, device, role}
}

/** One request on a connection of its own. */
export function askAt(
  port: number,
  method: string,
  path: string,
  {token, body, text, headers, from}: Asking = {},
): Promise<Answer> {
  const {promise, resolve, reject} = Promise.withResolvers<Answer>()
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
  const options = {
    method,
    path,
    host: '127.0.0.1',
    port,
    agent: false,
    ...(from !== undefined && {localAddress: from}),
    headers: {
      ...(token !== undefined && {authorization: `Bearer ${token}`}),
      ...(sent !== undefined && {'content-type': 'application/json'}),
      ...headers,
    },
  }
  const asked = request(options, response => {
    const chunks: Buffer[] = []
    response.on('data', chunk => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      const whole = Buffer.concat(chunks).toString()
      const {statusCode: status = 0} = response
      resolve({status, headers: response.headers, text: whole, body: jsonOf(whole)})
    })
  })
  asked.on('error', reject)
  asked.end(sent)
  return promise
}

function jsonOf(text: string): Body {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Sends these bytes, and resolves to everything that came until the hub closed the connection. */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  onOpen?: (socket: Socket) => void,
): Promise<string> {
  const {promise, resolve} = Promise.withResolvers<string>()
  let came = ''
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(bytes)
    onOpen?.(socket)
  })
  socket.setEncoding('latin1')
  socket.on('data', chunk => {
    came += chunk
  })
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(came))
  return promise
}

/** A batch with these events, numbered from `after` + 1. */
export function batchOf(epoch: string, after: number, ...events: readonly WorkshopEvent[]) {
  return {epoch, after, events: events.map((event, i) => ({seq: after + 1 + i, at: 1, event}))}
}

export const hint = (n: number): WorkshopEvent => ({kind: 'hint', lesson: 'tour', step: 'look', n})

/** A stream of a hub as it comes. */
export type Listening = Readonly<{
  status: number
  /** Everything so far. */
  came: () => string
  /** Resolves once `text` has come; rejects if the stream ends before. */
  has: (text: string) => Promise<void>
  ended: Promise<void>
  pause: () => void
  resume: () => void
  close: () => void
}>

/** A learner's. */
export function listenAt(port: number, token: string, cursor?: string): Promise<Listening> {
  const path = `/v1/stream${cursor === undefined ? '' : `?after=${cursor}`}`
  return listenTo(port, path, {authorization: `Bearer ${token}`})
}

export function listenTo(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Listening> {
  const {promise, resolve, reject} = Promise.withResolvers<Listening>()
  const asked = request({path, host: '127.0.0.1', port, agent: false, headers}, response => {
    let came = ''
    const waiting = new Set<() => void>()
    const ended = Promise.withResolvers<void>()
    response.setEncoding('utf8')
    response.on('data', chunk => {
      came += chunk
      for (const look of waiting) look()
    })
    response.on('error', () => undefined)
    response.on('close', () => ended.resolve())
    resolve({
      status: response.statusCode ?? 0,
      came: () => came,
      async has(text) {
        const found = Promise.withResolvers<void>()
        const look = () => came.includes(text) && found.resolve()
        waiting.add(look)
        look()
        const gone = ended.promise.then(() => {
          if (!came.includes(text)) throw new Error(`The stream ended without ${text}: ${came}`)
        })
        await Promise.race([found.promise, gone])
        waiting.delete(look)
      },
      ended: ended.promise,
      pause: () => response.pause(),
      resume: () => response.resume(),
      close: () => response.destroy(),
    })
  })
  asked.on('error', reject)
  asked.end()
  return promise
}
