// What every command with nodes needs first: a redis-server and a keeper. Both are prepared in parallel.

import {type Message, message} from '../model/text/messages.ts'
import {reached} from '../platform/phase.ts'
import {startsNodes} from '../program/commands.ts'
import {findServer, type Server} from '../redis/install/find-server.ts'
import {type Keeper, startKeeper} from '../redis/keeper/keeper.ts'
import {type Leftover, removeLeftovers} from '../redis/keeper/leftovers.ts'
import type {CommandContext} from './command.ts'
import type {Environment} from './environment.ts'
import type {Options} from './options.ts'
import {printNote} from './output.ts'
import {progressPrinter} from './progress-printer.ts'

/**
 * Finds or fetches a server and starts a keeper, which the caller disposes of.
 * @throws LabError if either fails; then no keeper is left running.
 */
export async function prepareServerAndKeeper(
  context: CommandContext,
): Promise<Readonly<{server: Server; keeper: Keeper}>> {
  const {server, keeper} = await prepareKeeper(context)
  try {
    return {server: await server, keeper}
  } catch (error) {
    await keeper[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * As `prepareServerAndKeeper`, for a caller who has something to do while the server is looked for or fetched.
 * @throws LabError if there is no keeper; then nothing is left running.
 */
export async function prepareKeeper(
  context: CommandContext,
): Promise<Readonly<{server: Promise<Server>; keeper: Keeper}>> {
  const server = findServerOrAbort(context).finally(() => reached('server found'))
  // The caller waits for it, but it may fail before that.
  server.catch(() => undefined)
  const [keeper, leftovers] = await Promise.allSettled([
    startKeeper(context.keeper).finally(() => reached('keeper ready')),
    removeLeftovers(),
  ])
  if (leftovers.status === 'fulfilled' && leftovers.value.length > 0) {
    context.leaveSplash()
    for (const leftover of leftovers.value) printNote(leftoverNote(leftover), context.language)
  }
  if (keeper.status === 'fulfilled' && leftovers.status === 'fulfilled') return {server, keeper: keeper.value}
  // Fetching a server ends, too, before the reason is printed.
  await server
  if (keeper.status === 'fulfilled') await keeper.value[Symbol.asyncDispose]()
  throw [keeper, leftovers].find(one => one.status === 'rejected')?.reason
}

/**
 * Looks for a server on this computer while the command loads, and fetches none. Undefined if there is none; `prepareServerAndKeeper` then fetches
 * one, or says what is missing.
 */
export function lookForServer(
  options: Options,
  environment: Environment,
): Promise<Server | undefined> | undefined {
  if (!startsNodes(options.command)) return undefined
  return findServer({...searchOf(options, environment), mayProvide: false}).catch(() => undefined)
}

/** What became of the nodes and the folder that an earlier lab left behind. */
export function leftoverNote({folder, removed}: Leftover): Message {
  return message(removed ? 'clean.removed' : 'clean.failed', {folder})
}

/** Ctrl-C during a fetch aborts it and removes its files. */
async function findServerOrAbort({
  options,
  environment,
  language,
  leaveSplash,
  server,
}: CommandContext): Promise<Server> {
  const found = await server
  if (found) return found
  const abort = new AbortController()
  const onInterrupt = () => abort.abort(new Interrupted())
  const progress = progressPrinter(language, message => printNote(message, language))
  process.once('SIGINT', onInterrupt)
  try {
    return await findServer({
      ...searchOf(options, environment),
      mayProvide: options.provide,
      signal: abort.signal,
      onProgress(message) {
        leaveSplash()
        progress.tell(message)
      },
    })
  } finally {
    progress.end()
    process.off('SIGINT', onInterrupt)
  }
}

function searchOf(options: Options, {path, cacheFolder, ...environment}: Environment) {
  return {given: givenServer(options, environment), path, cache: cacheFolder}
}

/** The user pressed Ctrl-C before any node was started. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** The server that the user named, and by which option or variable. */
export function givenServer(
  {redisServer}: Options,
  environment: Pick<Environment, 'redisServer'>,
): Readonly<{path: string; by: string}> | undefined {
  if (redisServer !== undefined) return {path: redisServer, by: '--redis-server'}
  const path = environment.redisServer
  return path === undefined ? undefined : {path, by: 'REDIS_CLUSTER_LAB_SERVER'}
}
