// Lets an ioredis client reach only the nodes of a stage, whatever address a node names and whatever listens on a dead node's port.

import {connect, type NetConnectOpts, Socket} from 'node:net'
import {AbstractConnector, type RedisOptions, SentinelConnector, SentinelIterator} from 'ioredis'
import {isWired, nodeAt, ownPortOf} from '../../model/cluster/node.ts'
import {isAlive} from '../../model/cluster/snapshot.ts'
import type {Keeper} from '../keeper/keeper.ts'
import type {Nodes, StageOptions} from '../nodes/nodes.ts'
import {clientSocketOf} from '../wires/wires.ts'

type ConnectorClass = NonNullable<RedisOptions['Connector']>

export type GuardedConnector = Readonly<{
  /** For the `Connector` option of ioredis clients. */
  Connector: ConnectorClass
  /** The same for a client with `sentinels`: it asks only those that run, and connects only to a node that they name. */
  AskingConnector: ConnectorClass
  /** Closes all connections at once and opens no new ones. ioredis alone would wait for a node that hangs. */
  closeAll: () => void
}>

/** ms that ioredis waits for a connection to end before it destroys it. */
const disconnectTimeout = 5

/** ms for the reply of a Sentinel: one that is frozen gives none. */
const sentinelCommandTimeout = 500
/** ms before the Sentinels are asked once more, if none has replied. */
const sentinelRetryDelay = 100

/** No server listens there: the connection fails. */
const nowhere = {host: '127.0.0.1', port: 0}

/** The part of a stage's nodes that the guard needs. */
export type GuardedNodes = Readonly<{
  options: Pick<StageOptions, 'roster'> & Readonly<{keeper?: Pick<Keeper, 'folder'>}>
  stateOf: Nodes['stateOf']
}>

/** @param way on a wired stage through the wires, as the client whose links can be cut, or past them, as the lab itself */
export function createGuardedConnector(
  nodes: GuardedNodes,
  way: 'as the client' | 'past the wires',
): GuardedConnector {
  const sockets = new Set<Socket>()
  let closed = false
  class Connector extends AbstractConnector {
    readonly #port: number

    constructor(options: unknown) {
      super(disconnectTimeout)
      const {host, port} = options as RedisOptions
      this.#port = host === '127.0.0.1' ? (port ?? 0) : 0
    }

    override async connect(): Promise<Socket> {
      const socket =
        !closed && isNodePort(nodes, this.#port)
          ? connect(addressOf(nodes, this.#port, way))
          : refusedSocket(this.#port)
      track(socket)
      socket.once('error', error => {
        this.firstError = error
      })
      this.stream = socket
      return socket
    }
  }

  class AskingConnector extends SentinelConnector {
    constructor(options: unknown) {
      const {sentinels = [], ...others} = options as RedisOptions
      super({
        ...{...others, sentinels, disconnectTimeout, sentinelCommandTimeout},
        // Without an end, ioredis would go on asking after it is closed.
        sentinelRetryStrategy: () => (closed ? null : sentinelRetryDelay),
        // Called with the address of the named master; null leaves it as it is.
        natMap: address => (isNodePort(nodes, Number(/\d+$/.exec(address))) ? null : nowhere),
        // All Sentinels are known.
        updateSentinels: false,
      })
      this.sentinelIterator = new LivingSentinels(sentinels, nodes)
    }

    override async connect(emitter: Parameters<SentinelConnector['connect']>[0]) {
      const stream = await super.connect(emitter)
      track(stream)
      return stream
    }
  }

  function track(socket: Socket) {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }

  return {
    ...{Connector, AskingConnector},
    closeAll() {
      closed = true
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Passes over Sentinels that do not run: something else may listen on their ports. */
class LivingSentinels extends SentinelIterator {
  readonly #nodes: GuardedNodes

  constructor(sentinels: ConstructorParameters<typeof SentinelIterator>[0], nodes: GuardedNodes) {
    super(sentinels)
    this.#nodes = nodes
  }

  override next(): ReturnType<SentinelIterator['next']> {
    const one = super.next()
    return one.done || isNodePort(this.#nodes, one.value.port ?? 0) ? one : this.next()
  }
}

function addressOf(
  {options: {roster, keeper}}: GuardedNodes,
  port: number,
  way: 'as the client' | 'past the wires',
): NetConnectOpts {
  const node = nodeAt(port, roster)
  if (!node || !keeper || !isWired(roster)) return {port, host: '127.0.0.1'}
  return way === 'as the client'
    ? {path: clientSocketOf(keeper.folder, node)}
    : {port: ownPortOf(node, roster), host: '127.0.0.1'}
}

function isNodePort(nodes: GuardedNodes, port: number): boolean {
  const node = nodeAt(port, nodes.options.roster)
  return node !== undefined && isAlive(nodes.stateOf(node))
}

/** The error that a client gets on a port without a listener. */
function refusedSocket(port: number): Socket {
  return new Socket().destroy(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`))
}
