// What every command that raises nodes needs first: a redis-server and a keeper, both sought at once.

import {findServer, type Server} from '../redis/install/find-server.ts'
import {type Keeper, startKeeper} from '../redis/keeper/keeper.ts'
import {removeLeftovers} from '../redis/keeper/leftovers.ts'
import type {Environment} from './environment.ts'
import {languageOf} from './language.ts'
import type {Options} from './options.ts'
import {printNote} from './output.ts'

export type Prepared = Readonly<{server: Server; keeper: Keeper}>

/** Whoever calls disposes of the keeper. @throws LabError if there is no server or no keeper to be had; then neither is left. */
export async function prepareServer(
  options: Options,
  environment: Environment,
  beforeProgress: () => void,
): Promise<Prepared> {
  const [server, keeper, swept] = await Promise.allSettled([
    seek(options, environment, beforeProgress),
    startKeeper(),
    removeLeftovers(),
  ])
  const failed = [server, keeper, swept].find(one => one.status === 'rejected')
  if (!failed && server.status === 'fulfilled' && keeper.status === 'fulfilled')
    return {server: server.value, keeper: keeper.value}
  if (keeper.status === 'fulfilled') await keeper.value[Symbol.asyncDispose]()
  throw failed?.reason
}

/** Ctrl-C while a server is being fetched removes what the fetch began. */
async function seek(options: Options, environment: Environment, beforeProgress: () => void): Promise<Server> {
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort(new Interrupted())
  process.once('SIGINT', interrupt)
  try {
    return await findServer({
      given: givenServer(options, environment),
      path: environment.path,
      cache: environment.cacheFolder,
      mayProvide: options.provide,
      signal: interrupted.signal,
      onProgress(words) {
        beforeProgress()
        printNote(words, languageOf(options, environment))
      },
    })
  } finally {
    process.off('SIGINT', interrupt)
  }
}

/** The learner pressed Ctrl-C before anything stood. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

export function givenServer(
  {redisServer}: Options,
  environment: Environment,
): Readonly<{path: string; by: string}> | undefined {
  if (redisServer !== undefined) return {path: redisServer, by: '--redis-server'}
  const path = environment.redisServer
  return path === undefined ? undefined : {path, by: 'REDIS_CLUSTER_LAB_SERVER'}
}
