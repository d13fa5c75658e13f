// Fetches a redis-server into the lab's cache where that needs no root and changes nothing on the system: from the
// package archive of a Debian or Ubuntu. Loaded only when none was found (binary.ts). How apt is asked is apt.ts.

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
  onProgress?: ((said: Message) => void) | undefined
  signal?: AbortSignal | undefined
}>

/**
 * A server in the cache: fetched now, or by another lab that was at it already. What is half done when it fails or is
 * aborted is removed.
 * @throws LabError with the cause and its remedy; the signal's reason when aborted.
 */
export async function fetchServer(order: FetchOrder): Promise<Server> {
  const engines = serverCacheFolder(order.cache)
  const tell = order.onProgress ?? (() => undefined)
  try {
    await mkdir(engines, {recursive: true, mode: 0o700})
    const onWait = (pid: number) => tell(message('provide.waiting', {pid}))
    await using _lock = await takeLock(engines, {onWait, signal: order.signal})
    const ready = await firstCached(order)
    if (ready) return ready
    await removeAbandoned(engines)
    await refuseFullDisk(engines)
    tell(message('provide.plan', {folder: engines}))
    return await fetchIntoCache(order, tell)
  } catch (error) {
    order.signal?.throwIfAborted()
    throw explained(error, engines)
  }
}

async function firstCached({cache, path}: FetchOrder): Promise<Server | undefined> {
  for await (const candidate of cachedCandidates(cache, path)) {
    if ('server' in candidate) return candidate.server
  }
  return undefined
}

/** Removes what labs that no longer live were building. */
async function removeAbandoned(engines: string): Promise<void> {
  for (const name of await readdir(engines)) {
    const pid = /^\.tmp-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isPidAlive(Number(pid))) await removeFolder(join(engines, name))
  }
}

const neededSpace = 200 * 1024 * 1024 // bytes; measured here 110 MB at the peak, where Ubuntu's lists are longer

/** Asked beforehand, because apt's http method waits for ever when the disk fills up under it (apt 2.6.1). */
async function refuseFullDisk(folder: string): Promise<void> {
  const {bavail, bsize} = await statfs(folder)
  if (bavail * bsize < neededSpace) throw new LabError('provide.cannotWrite', {folder, errno: 'ENOSPC'})
}

/** Builds an engine in a folder of this process, proves that it starts, and only then puts it in its place. */
async function fetchIntoCache(
  {cache, path, signal}: FetchOrder,
  tell: (said: Message) => void,
): Promise<Server> {
  const engines = serverCacheFolder(cache)
  const folder = await mkdtemp(join(engines, `.tmp-${process.pid}-`))
  try {
    const built = join(folder, 'engine')
    await mkdir(built)
    const {kind, packages} = await fetchPackages({folder, into: built, onProgress: tell, signal})
    const parts = {server: `usr/bin/${kind}-server`, libraries: await librariesIn(built), packages}
    const {version} = await provenServer(built, parts, path)
    await sealCachedServer(built, parts)
    const place = join(engines, cachedServerName({kind, version}))
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

/** The folders with the libraries that came along: usr/lib/x86_64-linux-gnu and the like. */
async function librariesIn(built: string): Promise<readonly string[]> {
  const files = await readdir(built, {recursive: true})
  return [...new Set(files.filter(file => /^(usr\/)?lib\/[^/]+\/[^/]+\.so[.\d]*$/.test(file)).map(dirname))]
}

/** Two renames, so that an engine is there whole or not at all; a broken one that stood there goes aside. */
async function putInPlace(built: string, place: string, aside: string): Promise<void> {
  await chmod(built, 0o700) // the packages bring a mode of their own for their top folder
  await rename(place, aside).catch(unless('ENOENT'))
  // Another lab has put a whole one there in this very instant: as good as ours.
  await rename(built, place).catch(unless('ENOTEMPTY'))
}

/** Retried: after an abort apt may live some milliseconds longer and still write. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'])

function explained(error: unknown, folder: string): unknown {
  const errno = errnoOf(error)
  if (errno === undefined || !unwritable.has(errno)) return error
  return new LabError('provide.cannotWrite', {folder, errno}, {cause: error})
}
