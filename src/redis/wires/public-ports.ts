// The public ports of one node. They listen only while the node itself does, so that the callers of a dead node are refused, as without wires.
// The lab tells when a node has ended; a caller that comes before that is taken, then its connection closes.

import {once} from 'node:events'
import {connect, createServer, type Server, type Socket} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'
import {errnoOf} from '../../platform/errno.ts'
import {isListenedOn} from '../keeper/ports.ts'
import type {WiredNode} from './wires-messages.ts'

const host = '127.0.0.1'

/** ms between two looks at a node that is down: short while somebody waits for it. */
const shortInterval = 4
const longInterval = 100

/** All connections read into it: by default, Node allocates 64 kB for each read. */
const readBuffer = Buffer.alloc(65_536)

/** A side that has ended may still be sent to: a client such as `echo PING | nc` ends, then reads its reply. */
export const socketOptions = {noDelay: true, allowHalfOpen: true}

export type PublicPortsOptions = Readonly<{
  node: WiredNode
  onCaller: (caller: Socket, over: 'data' | 'bus') => void
}>

export class PublicPorts {
  readonly node: WiredNode
  readonly #onCaller: PublicPortsOptions['onCaller']
  #servers: readonly Server[] = []
  #opened = Promise.withResolvers<void>()
  /** Aborted once somebody waits. */
  #awaited = new AbortController()

  constructor({node, onCaller}: PublicPortsOptions) {
    this.node = node
    this.#onCaller = onCaller
    void this.#open()
  }

  /** Resolves when callers reach the node. */
  opened(): Promise<void> {
    this.#awaited.abort()
    return this.#opened.promise
  }

  /** A connection to the node itself. If it is refused, the node has ended. */
  connect(over: 'data' | 'bus', onBytes: (bytes: Buffer) => void): Socket {
    const {own} = this.node
    const port = over === 'bus' ? own.busPort : own.port
    const callback = (length: number, buffer: Uint8Array) => {
      onBytes(Buffer.from(buffer.subarray(0, length)))
      return true
    }
    const socket = connect({...socketOptions, port, host, onread: {buffer: readBuffer, callback}})
    socket.once('error', error => errnoOf(error) === 'ECONNREFUSED' && this.close())
    return socket
  }

  /** Refuses callers until the node listens again. */
  close(): void {
    if (this.#servers.length === 0) return
    for (const server of this.#servers) server.close()
    this.#servers = []
    this.#opened = Promise.withResolvers()
    this.#awaited = new AbortController()
    void this.#open()
  }

  async #open() {
    const {port, busPort, clustered} = this.node
    while (!(await this.#nodeListens())) await this.#interval()
    const data = await listen(port, caller => this.#onCaller(caller, 'data'))
    const bus = clustered ? await listen(busPort, caller => this.#onCaller(caller, 'bus')) : undefined
    this.#servers = bus ? [data, bus] : [data]
    this.#opened.resolve()
  }

  /** Asks at the bus, which a node opens last and where it counts no connections. */
  #nodeListens(): Promise<boolean> {
    const {own, clustered} = this.node
    return isListenedOn(clustered ? own.busPort : own.port)
  }

  #interval(): Promise<void> {
    const {signal} = this.#awaited
    if (signal.aborted) return pause(shortInterval)
    return pause(longInterval, undefined, {signal}).catch(() => undefined)
  }
}

/** Listens, as soon as nobody else does. */
async function listen(port: number, onCaller: (caller: Socket) => void): Promise<Server> {
  for (;;) {
    const server = createServer(socketOptions, onCaller)
    server.listen({port, host})
    const failed = await once(server, 'listening').then(
      () => undefined,
      (error: Error) => error,
    )
    if (!failed) return server
    await pause(longInterval)
  }
}
