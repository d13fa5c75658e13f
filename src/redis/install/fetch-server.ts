// Fetches a redis-server into the lab's cache, without root and without changing the system: from the package archive of Debian or Ubuntu, or a
// build of Valkey's own. find-server.ts loads this file only if no server was found. apt.ts and fetch-release.ts do the fetching.

import {chmod, mkdir, mkdtemp, readdir, rename, rm, statfs} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf, unless} from '../../platform/errno.ts'
import {isPidAlive, takeLock} from '../../platform/file-lock.ts'
import {fetchPackages, NoOffer} from './apt.ts'
import {judgeCandidate, type Server} from './candidate.ts'
import {fetchRelease} from './fetch-release.ts'
import type {FetchTask} from './fetch-step.ts'
import type {Source, Sources} from './releases.ts'
import {
  type CachedServer,
  cachedCandidates,
  cachedServerName,
  sealCachedServer,
  serverCacheFolder,
  serverOf,
} from './server-cache.ts'

export type FetchOrder = Readonly<{
  cache: string
  path: string
  sources: Sources
  /** How to install a server without the lab. */
  remedy: Message
  onProgress?: ((message: Message) => void) | undefined
  signal?: AbortSignal | undefined
}>

/**
 * Returns a server in the cache, fetched now or by another lab that was fetching already. Removes partial work on failure or abort.
 * @throws LabError with the cause and its remedy; the signal's reason when aborted.
 */
export async function fetchServer(order: FetchOrder): Promise<Server> {
  const cacheFolder = serverCacheFolder(order.cache)
  const onProgress = order.onProgress ?? (() => undefined)
  try {
    await mkdir(cacheFolder, {recursive: true, mode: 0o700})
    const onWait = (pid: number) => onProgress(message('provide.waiting', {pid}))
    await using _lock = await takeLock(cacheFolder, {onWait, signal: order.signal})
    const ready = await firstCached(order)
    if (ready) return ready
    await removeAbandoned(cacheFolder)
    await refuseFullDisk(cacheFolder)
    return await fetchIntoCache(order, onProgress)
  } catch (error) {
    order.signal?.throwIfAborted()
    throw explained(error, cacheFolder)
  }
}

async function firstCached({cache, path}: FetchOrder): Promise<Server | undefined> {
  for await (const candidate of cachedCandidates(cache, path)) {
    if ('server' in candidate) return candidate.server
  }
  return undefined
}

/** Removes unfinished builds of labs that are dead. */
async function removeAbandoned(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const pid = /^\.tmp-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isPidAlive(Number(pid))) await removeFolder(join(cacheFolder, name))
  }
}

const neededSpace = 200 * 1024 * 1024 // bytes; apt: measured 110 MB at the peak on Debian, Ubuntu's lists are longer; a release: below 100 MB

/** Checks in advance, because apt's http method hangs forever when the disk fills up (apt 2.6.1). */
async function refuseFullDisk(folder: string): Promise<void> {
  const {bavail, bsize} = await statfs(folder)
  if (bavail * bsize < neededSpace) throw new LabError('provide.cannotWrite', {folder, errno: 'ENOSPC'})
}

/** Builds the server in a folder of this process, proves that it starts, and only then moves it into the cache. */
async function fetchIntoCache(order: FetchOrder, onProgress: (message: Message) => void): Promise<Server> {
  const {cache, sources, remedy, signal} = order
  const cacheFolder = serverCacheFolder(cache)
  const folder = await mkdtemp(join(cacheFolder, `.tmp-${process.pid}-`))
  try {
    const into = join(folder, 'engine')
    await mkdir(into)
    const {parts, server} = await build(sources, {folder, into, remedy, onProgress, signal}, order)
    await sealCachedServer(into, parts)
    const place = join(cacheFolder, cachedServerName(server))
    await putInPlace(into, place, join(folder, 'replaced'))
    return {...(await provenServer(place, parts, order)), from: 'provided'}
  } finally {
    await removeFolder(folder)
  }
}

type Built = Readonly<{parts: Omit<CachedServer, 'sha256'>; server: Server}>

/** Fetches the server from the first source that has one, and proves that it starts. */
async function build(
  [source, next, ...others]: Sources,
  task: FetchTask,
  {cache, path}: Pick<FetchOrder, 'cache' | 'path'>,
): Promise<Built> {
  task.onProgress(planOf(source, serverCacheFolder(cache)))
  try {
    const fetched = source === 'apt' ? await fetchPackages(task) : await fetchRelease(source, task)
    const parts = {...fetched, libraries: await librariesIn(task.into)}
    return {parts, server: await provenServer(task.into, parts, {path, remedy: task.remedy})}
  } catch (error) {
    if (!(error instanceof NoOffer) || !next) throw error
    task.onProgress(error.why)
    return build([next, ...others], {...task, remedy: error.remedy}, {cache, path})
  }
}

function planOf(source: Source, folder: string): Message {
  if (source === 'apt') return message('provide.plan', {folder})
  const {version, url} = source
  return message('provide.releasePlan', {version, url, folder})
}

async function provenServer(
  folder: string,
  parts: Parameters<typeof serverOf>[1],
  {path, remedy}: Pick<FetchOrder, 'path' | 'remedy'>,
): Promise<Server> {
  const candidate = await judgeCandidate({...serverOf(folder, parts), from: 'provided'}, path)
  if ('server' in candidate) return candidate.server
  throw new LabError('provide.doesNotStart', {why: candidate.why, remedy})
}

/** Folders with libraries from the packages: usr/lib/x86_64-linux-gnu and the like. */
async function librariesIn(built: string): Promise<readonly string[]> {
  const files = await readdir(built, {recursive: true})
  return [...new Set(files.filter(file => /^(usr\/)?lib\/[^/]+\/[^/]+\.so[.\d]*$/.test(file)).map(dirname))]
}

/** Moves the finished server into the cache by renames, so that it is complete or absent; a broken one in its place is moved away. */
async function putInPlace(built: string, place: string, aside: string): Promise<void> {
  await chmod(built, 0o700) // the packages set a mode of their own for their top folder
  await rename(place, aside).catch(unless('ENOENT'))
  // Another lab has just put a complete one there; it is as good as ours.
  await rename(built, place).catch(unless('ENOTEMPTY'))
}

/** Retries, because apt may still write for some milliseconds after an abort. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'])

function explained(error: unknown, folder: string): unknown {
  const errno = errnoOf(error)
  if (errno === undefined || !unwritable.has(errno)) return error
  return new LabError('provide.cannotWrite', {folder, errno}, {cause: error})
}
