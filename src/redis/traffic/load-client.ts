// The clients that send the load: ioredis with its defaults or with other settings, whose redirects and retries are reported.

import {Cluster, type ClusterOptions, Command, Redis, type RedisOptions} from 'ioredis'
import {portOf, sentinelsOf} from '../../model/cluster/node.ts'
import {masterName} from '../../model/cluster/sentinel-view.ts'
import {isClustered} from '../../model/cluster/snapshot.ts'
import type {Setting} from '../../model/commands/client-settings.ts'
import type {Nodes} from '../nodes/nodes.ts'
import type {GuardedConnector} from './guarded-connector.ts'

export type LoadClient = Readonly<{
  /** Sets the bit. Returns the port of the node that acknowledged it; rejects with the error of Redis or ioredis. */
  write: (key: string, bit: number) => Promise<number | undefined>
  read: (key: string, bit: number) => Promise<unknown>
  close: () => void
}>

/** What a client does by itself before it returns a result. */
export type ClientEvents = Readonly<{
  /** The client follows a MOVED or an ASK. */
  onRedirect: () => void
  /** The client sends the command again. */
  onRetry: () => void
  /** The client has connected to the master that a Sentinel named: its port. */
  onMaster: (port: number) => void
}>

/** The name under which the learner finds it in CLIENT LIST. */
export const clientName = 'traffic'

/** ms before a client without cluster mode connects again. */
const retryDelay = 100

/** Redirections and retries a command, enough for any failover. */
const many = 1000

/** What differs from the defaults. */
const differences: Readonly<Record<Setting, Limits>> = {
  defaults: {},
  patient: {maxRedirections: many},
  bounded: {maxRedirections: many, commandTimeout: 1000},
}

/** How often a command is redirected or retried, and how long it may take, ms. */
type Limits = Readonly<{maxRedirections?: number; commandTimeout?: number}>

/** What a client of a cluster has been told: how long it tries, and whether it reads from replicas. */
type ClusterClient = Readonly<{setting: Setting; replicas: boolean}>

/** A client of the stage, as an application would have it. */
export function openLoadClient(
  nodes: Nodes,
  guard: GuardedConnector,
  events: ClientEvents,
  options: ClusterClient,
): LoadClient {
  const client = isClustered(nodes.options.stage)
    ? openCluster(nodes, guard, events, options)
    : openSingle(nodes, guard, events)
  // The failing command reports it.
  client.on('error', () => undefined)
  return {
    write: async (key, bit) => {
      const command = new Command('setbit', [key, bit, 1])
      await client.sendCommand(command)
      return client instanceof CountedCluster ? client.lastAsked(command) : client.options.port
    },
    read: (key, bit) => client.getbit(key, bit),
    close: () => client.disconnect(),
  }
}

function openCluster(
  {options: {roster}}: Nodes,
  {Connector}: GuardedConnector,
  events: ClientEvents,
  {setting, replicas}: ClusterClient,
): CountedCluster {
  return new CountedCluster(
    roster.filter(({fromStart}) => fromStart).map(({port}) => port),
    {
      ...{Connector, connectionName: clientName, ...differences[setting]},
      ...(replicas && readsFromReplicas),
    },
    events,
  )
}

/** Without cluster mode: a client that asks the Sentinels for the master, or, if there are none, knows the address of 6379 alone. */
function openSingle(
  {options: {roster}}: Nodes,
  {Connector, AskingConnector}: GuardedConnector,
  events: ClientEvents,
): Redis {
  const options = {
    connectionName: clientName,
    // Reports errors at once; by default ioredis retries for ten seconds first.
    maxRetriesPerRequest: 1,
    retryStrategy: () => retryDelay,
  }
  const host = '127.0.0.1'
  const sentinels = sentinelsOf(roster).map(({port}) => ({host, port}))
  if (sentinels.length === 0) return new Redis({...options, Connector, host, port: portOf('6379', roster)})
  const client = new Redis({...options, Connector: AskingConnector, sentinels, name: masterName})
  // It connects once more whenever its connection has ended, and has then checked that the node is a master.
  client.on('ready', () => events.onMaster(client.stream.remotePort ?? 0))
  return client
}

/** Of nodes that have just started, CLUSTER SLOTS omits replicas until they have gossiped an offset: the client asks for the map again. */
const readsFromReplicas = {scaleReads: 'slave', slotsRefreshInterval: 1000} as const

type CountedOptions = Pick<RedisOptions, 'Connector' | 'connectionName'> &
  Pick<ClusterOptions, 'scaleReads' | 'slotsRefreshInterval'> &
  Limits

/** Counts redirects and retries: ioredis has no event for them, but all pass through `handleError`. */
class CountedCluster extends Cluster {
  readonly #events: ClientEvents
  readonly #asked = new WeakMap<Command, number>()

  constructor(
    ports: readonly number[],
    {maxRedirections, scaleReads, slotsRefreshInterval, ...redisOptions}: CountedOptions,
    events: ClientEvents,
  ) {
    super(
      ports.map(port => ({host: '127.0.0.1', port})),
      {
        redisOptions,
        ...(maxRedirections !== undefined && {maxRedirections}),
        ...(scaleReads !== undefined && {scaleReads}),
        ...(slotsRefreshInterval !== undefined && {slotsRefreshInterval}),
      },
    )
    this.#events = events
    this.on('+node', (node: Redis) => {
      const send = node.sendCommand.bind(node)
      node.sendCommand = (command, stream) => {
        if (node.options.port !== undefined) this.#asked.set(command, node.options.port)
        return send(command, stream)
      }
    })
  }

  /** The port of the node to which the command was sent last. */
  lastAsked(command: Command): number | undefined {
    return this.#asked.get(command)
  }

  override handleError(...[error, ttl, handlers]: Parameters<Cluster['handleError']>): void {
    const {onRedirect, onRetry} = this.#events
    const reporting =
      (report: () => void, handle: (...to: unknown[]) => void) =>
      (...to: unknown[]) => {
        report()
        handle(...to)
      }
    super.handleError(error, ttl, {
      ...handlers,
      moved: reporting(onRedirect, handlers.moved),
      ask: reporting(onRedirect, handlers.ask),
      tryagain: reporting(onRetry, handlers.tryagain),
      connectionClosed: reporting(onRetry, handlers.connectionClosed),
    })
  }
}
