// The public ports of one node: open while the node itself can be reached, so that a caller of a dead node is refused as it would be without wires.

import {once} from 'node:events'
import {connect, createServer, type Server, type Socket} from 'node:net'
import {setTimeout as pause} from 'node:timers/promises'
import {errnoOf} from '../../platform/errno.ts'
import {isListenedOn} from '../keeper/ports.ts'
import type {WiredNode} from './wires-messages.ts'

const host = '127.0.0.1'

const readBuffer = Buffer.alloc(65_536)

/** ms between two tries to reach a node that is down: short while somebody waits for it. */
const knockSoon = 4
const knockLater = 100

export type DoorOptions = Readonly<{
  node: WiredNode
  onCaller: (caller: Socket, over: 'data' | 'bus') => void
}>

export class Door {
  readonly node: WiredNode
  readonly #onCaller: DoorOptions['onCaller']
  #servers: readonly Server[] = []
  #opened = Promise.withResolvers<void>()
  #soon = new AbortController()

  constructor({node, onCaller}: DoorOptions) {
    this.node = node
    this.#onCaller = onCaller
    void this.#open()
  }

  /** Resolves when the node can be reached through this door. */
  opened(): Promise<void> {
    this.#soon.abort()
    return this.#opened.promise
  }

  /** A connection to the node itself. If it refuses, the door shuts until it listens again. */
  connect(over: 'data' | 'bus', onBytes: (bytes: Buffer) => void): Socket {
    const {own} = this.node
    const port = over === 'bus' ? own.busPort : own.port
    // Reads into one buffer and copies what came: by default, Node allocates 64 kB for each read.
    const callback = (length: number, bytes: Uint8Array) => {
      onBytes(Buffer.from(bytes.subarray(0, length)))
      return true
    }
    const socket = connect({port, host, noDelay: true, onread: {buffer: readBuffer, callback}})
    socket.once('error', error => errnoOf(error) === 'ECONNREFUSED' && this.#shut())
    return socket
  }

  #shut() {
    if (this.#servers.length === 0) return
    for (const server of this.#servers) server.close()
    this.#servers = []
    this.#opened = Promise.withResolvers()
    this.#soon = new AbortController()
    void this.#open()
  }

  async #open() {
    const {port, busPort, clustered} = this.node
    while (!(await this.#isThere())) {
      const wait = this.#soon.signal.aborted ? knockSoon : knockLater
      await pause(wait, undefined, this.#soon.signal.aborted ? {} : {signal: this.#soon.signal}).catch(
        () => undefined,
      )
    }
    const data = await listen(port, caller => this.#onCaller(caller, 'data'))
    const bus = clustered ? await listen(busPort, caller => this.#onCaller(caller, 'bus')) : undefined
    this.#servers = bus ? [data, bus] : [data]
    this.#opened.resolve()
  }

  /** Knocks at the bus, which a node opens last and where it counts no connections. */
  #isThere(): Promise<boolean> {
    const {own, clustered} = this.node
    return isListenedOn(clustered ? own.busPort : own.port)
  }
}

/** Listens, as soon as nobody else does. */
async function listen(port: number, onCaller: (caller: Socket) => void): Promise<Server> {
  for (;;) {
    const server = createServer({noDelay: true}, onCaller)
    server.listen({port, host})
    const failed = await once(server, 'listening').then(
      () => undefined,
      (error: Error) => error,
    )
    if (!failed) return server
    await pause(knockLater)
  }
}
