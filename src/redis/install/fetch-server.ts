// Fetches a redis-server into the lab's cache from the package archive of Debian or Ubuntu, without root and without changing the system.
// find-server.ts loads this file only if no server was found. apt.ts runs apt.

import {chmod, mkdir, mkdtemp, readdir, rename, rm, statfs} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {LabError} from '../../model/text/lab-error.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf, unless} from '../../platform/errno.ts'
import {isPidAlive, takeLock} from '../../platform/file-lock.ts'
import {fetchPackages} from './apt.ts'
import {judgeCandidate, type Server} from './candidate.ts'
import {
  cachedCandidates,
  cachedServerName,
  sealCachedServer,
  serverCacheFolder,
  serverOf,
} from './server-cache.ts'

export type FetchOrder = Readonly<{
  cache: string
  path: string
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
    onProgress(message('provide.plan', {folder: cacheFolder}))
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

const neededSpace = 200 * 1024 * 1024 // bytes; measured 110 MB at the peak on Debian, Ubuntu's lists are longer

/** Checks in advance, because apt's http method hangs forever when the disk fills up (apt 2.6.1). */
async function refuseFullDisk(folder: string): Promise<void> {
  const {bavail, bsize} = await statfs(folder)
  if (bavail * bsize < neededSpace) throw new LabError('provide.cannotWrite', {folder, errno: 'ENOSPC'})
}

/** Builds the server in a folder of this process, proves that it starts, and only then moves it into the cache. */
async function fetchIntoCache(
  {cache, path, signal}: FetchOrder,
  onProgress: (message: Message) => void,
): Promise<Server> {
  const cacheFolder = serverCacheFolder(cache)
  const folder = await mkdtemp(join(cacheFolder, `.tmp-${process.pid}-`))
  try {
    const built = join(folder, 'engine')
    await mkdir(built)
    const {kind, packages} = await fetchPackages({folder, into: built, onProgress, signal})
    const parts = {server: `usr/bin/${kind}-server`, libraries: await librariesIn(built), packages}
    const {version} = await provenServer(built, parts, path)
    await sealCachedServer(built, parts)
    const place = join(cacheFolder, cachedServerName({kind, version}))
    await putInPlace(built, place, join(folder, 'replaced'))
    return {...(await provenServer(place, parts, path)), from: 'provided'}
  } finally {
    await removeFolder(folder)
  }
}

async function provenServer(
  folder: string,
  parts: Parameters<typeof serverOf>[1],
  path: string,
): Promise<Server> {
  const candidate = await judgeCandidate({...serverOf(folder, parts), from: 'provided'}, path)
  if ('server' in candidate) return candidate.server
  throw new LabError('provide.doesNotStart', {why: candidate.why})
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
