// A server that answers a lab as a script says: a hub that fails, lies or attacks.

import {once} from 'node:events'
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import type {AddressInfo, Socket} from 'node:net'
import type {Certificate} from '../../src/hub/certificate.ts'
import type {HubAddress} from '../../src/workshop/address.ts'

/** What a lab asked. `at`: ms */
export type Asked = Readonly<{
  method: string
  path: string
  token: string | undefined
  body: Readonly<Record<string, unknown>>
  at: number
}>

/** Answers, or does not. */
export type Script = (asked: Asked, response: ServerResponse) => unknown

export type ScriptedHub = AsyncDisposable &
  Readonly<{
    address: HubAddress
    /** Everything that was asked so far. */
    asked: readonly Asked[]
    /** Connections so far. */
    connections: () => number
  }>

export async function startScriptedHub(script: Script, certificate?: Certificate): Promise<ScriptedHub> {
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const listener: RequestListener = async (request, response) => {
    response.on('error', () => undefined)
    const one = {...(await read(request)), at: performance.now()}
    // The lab has ended in the middle of it.
    if (!request.complete) return
    asked.push(one)
    script(one, response)
  }
  const server = certificate
    ? createSecureServer({key: certificate.key, cert: certificate.cert}, listener)
    : createServer(listener)
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  return {
    address: {protocol: certificate ? 'pinned' : 'plain', host: '127.0.0.1', port},
    asked,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

async function read(request: IncomingMessage): Promise<Omit<Asked, 'at'>> {
  const {method = '', url: path = '', headers} = request
  const chunks: Buffer[] = []
  await request.forEach(chunk => void chunks.push(chunk)).catch(() => undefined)
  const whole = request.complete && chunks.length > 0
  const body = whole ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  return {method, path, token: headers.authorization?.replace('Bearer ', ''), body}
}

export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
}

/** Begins a stream, with these events. */
export function stream(response: ServerResponse, ...events: readonly string[]): void {
  response.writeHead(200, {'content-type': 'text/event-stream'})
  response.write(`retry: 1000\n\n${events.join('')}`)
}

export function frame(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
}

/** The `n`th order of a hub, to everybody. */
export function order(n: number, command: unknown = {kind: 'say', text: `number ${n}`}) {
  return {id: `order-${n}`, target: {}, command, cursor: `${n}-0`, at: n}
}

export const joined = {
  learner: 'ada1',
  name: 'Ada',
  role: 'learner',
  room: 'room1',
  token: '0'.repeat(32),
  beat: 3600,
  names: true,
  at: 0,
} as const
