// How a hub reaches its Redis: a private server by a socket file, or a server or cluster by URL.

import {Cluster, Redis} from 'ioredis'

export type Client = Redis | Cluster

/** How a hub reaches Redis: a private server's socket, or a URL. */
export type RedisPlace = Readonly<{socket: string}> | Readonly<{url: string}>

/** ms for one answer of Redis */
const usualPatience = 5000
const retry = (times: number) => Math.min(times * 50, 1000)
// A hub answers 503 while its Redis is away; nothing waits for it in a queue.
const single = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  lazyConnect: true,
  retryStrategy: retry,
}

/**
 * Connects to a server, or to the cluster that it is a node of. Each command fails with the error of a broken connection.
 * @param answerWithin ms for one answer of Redis
 * @throws the connection's error if Redis is not there
 */
export async function connect(place: RedisPlace, answerWithin = usualPatience): Promise<Client> {
  const patience = {connectTimeout: usualPatience, commandTimeout: answerWithin}
  const options = {...single, ...patience}
  const first =
    'socket' in place ? new Redis({...options, path: place.socket}) : new Redis(place.url, options)
  first.on('error', () => undefined)
  await first.connect()
  if (!(await first.info('cluster')).includes('cluster_enabled:1')) return first
  const {host = '127.0.0.1', port = 6379, username, password, tls} = first.options
  first.disconnect()
  const cluster = new Cluster([{host, port}], {
    redisOptions: {
      ...patience,
      ...(username && {username}),
      ...(password && {password}),
      ...(tls && {tls}),
    },
    enableOfflineQueue: false,
    lazyConnect: true,
    slotsRefreshTimeout: 2000,
    // A master that is paused breaks no connection and redirects nobody: only asking the others tells that it was replaced.
    slotsRefreshInterval: 2000,
    clusterRetryStrategy: retry,
  })
  cluster.on('error', () => undefined)
  await cluster.connect()
  return cluster
}

/** Runs a script: no other command comes in between. */
export function evaluate(
  client: Client,
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  return client.eval(script, keys.length, ...keys, ...args)
}
