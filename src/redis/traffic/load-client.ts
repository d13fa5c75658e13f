// The client that the traffic goes through: ioredis as it comes, with its own redirects and retries told.

import {Cluster, Redis, type RedisOptions} from 'ioredis'
import {portOf} from '../../model/cluster/node.ts'
import type {Nodes} from '../nodes/nodes.ts'
import type {GuardedConnector} from './guarded-connector.ts'

export type LoadClient = Readonly<{
  /** Sets the bit; rejects with what Redis or ioredis says. */
  write: (key: string, bit: number) => Promise<unknown>
  read: (key: string, bit: number) => Promise<unknown>
  close: () => void
}>

/** What a client does by itself before it gives an answer. */
export type ClientEvents = Readonly<{
  /** A MOVED or an ASK is followed. */
  onRedirect: () => void
  /** The same is asked again. */
  onRetry: () => void
}>

/** So the learner finds it in CLIENT LIST. */
export const clientName = 'traffic'

/** How long a plain client waits before it tries its one address again, ms. */
const retryDelay = 100

/** A `Cluster` client; without cluster mode one that knows a single address, that of 6379, as an application would. */
export function openLoadClient(nodes: Nodes, {Connector}: GuardedConnector, told: ClientEvents): LoadClient {
  const {stage, roster} = nodes.options
  const common = {Connector, connectionName: clientName}
  const client =
    stage === 'standalone'
      ? new Redis({
          ...common,
          port: portOf('6379', roster),
          host: '127.0.0.1',
          // An error is told when it comes; usually ioredis would keep trying for ten seconds first.
          maxRetriesPerRequest: 1,
          retryStrategy: () => retryDelay,
        })
      : new CountedCluster(
          roster.filter(({fromStart}) => fromStart).map(({port}) => port),
          common,
          told,
        )
  // What cannot be reached is told by the command that wanted it.
  client.on('error', () => undefined)
  return {
    write: (key, bit) => client.setbit(key, bit, 1),
    read: (key, bit) => client.getbit(key, bit),
    close: () => client.disconnect(),
  }
}

/** ioredis tells nobody of the redirects it follows: this is where all of them come by. */
class CountedCluster extends Cluster {
  readonly #told: ClientEvents

  constructor(
    ports: readonly number[],
    redisOptions: Pick<RedisOptions, 'Connector' | 'connectionName'>,
    told: ClientEvents,
  ) {
    super(
      ports.map(port => ({host: '127.0.0.1', port})),
      {redisOptions},
    )
    this.#told = told
  }

  override handleError(...[error, left, ways]: Parameters<Cluster['handleError']>): void {
    const {onRedirect, onRetry} = this.#told
    const also =
      (tell: () => void, way: (...to: unknown[]) => void) =>
      (...to: unknown[]) => {
        tell()
        way(...to)
      }
    super.handleError(error, left, {
      ...ways,
      moved: also(onRedirect, ways.moved),
      ask: also(onRedirect, ways.ask),
      tryagain: also(onRetry, ways.tryagain),
      connectionClosed: also(onRetry, ways.connectionClosed),
    })
  }
}
