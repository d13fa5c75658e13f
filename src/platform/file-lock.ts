// A lock file for one user's labs: taken before fetching a redis-server into the shared cache and before adding to the progress file.
// If two waiting labs clear the same dead lock at the same instant, both may hold it. That does no harm: a fetch builds in its own folder
// and renames it into place, and a lab writes all the progress it knows, again after each step.

import {lstat, readlink, rm, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {errnoOf} from './errno.ts'

export type LockOptions = Readonly<{
  /** Called once, with the holder's pid, if the lock is taken. */
  onWait?: (pid: number) => void
  signal?: AbortSignal | undefined
  /** ms; an older lock was left by a crash, and its pid now belongs to another program. Default 10 min: apt needs seconds. */
  maxAge?: number
}>

/** `maxAge` of a lock around writing one small file, which takes much less. ms */
export const smallFileMaxAge = 5000

const retryEvery = 100 // ms

/**
 * Takes the lock in `folder`, waiting while a living process holds it. Rejects when aborted.
 * The lock is a symbolic link to the holder's pid, because a link is created with its content in one step.
 */
export async function takeLock(
  folder: string,
  {onWait, signal, maxAge = 10 * 60_000}: LockOptions,
): Promise<AsyncDisposable> {
  const lock = join(folder, '.lock')
  for (let reported = false; ; await wait(retryEvery, undefined, {signal})) {
    if (await tryLock(lock)) return {[Symbol.asyncDispose]: () => rm(lock, {force: true})}
    const holder = await livingHolder(lock, maxAge)
    if (holder === undefined) continue
    if (!reported) onWait?.(holder)
    reported = true
  }
}

/** Takes the lock in `folder` if nobody has it, for as long as a program may run. @throws what `taken` makes of the holder's pid */
export async function takeFreeLock(folder: string, taken: (pid: number) => Error): Promise<AsyncDisposable> {
  const abort = new AbortController()
  const week = 7 * 24 * 3600_000
  const onWait = (pid: number) => abort.abort(taken(pid))
  return takeLock(folder, {onWait, signal: abort.signal, maxAge: week}).catch(error => {
    throw abort.signal.aborted ? abort.signal.reason : error
  })
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The holder's pid, or undefined after removing the lock of a dead holder. */
async function livingHolder(lock: string, oldest: number): Promise<number | undefined> {
  try {
    const pid = Number(await readlink(lock))
    const age = Date.now() - (await lstat(lock)).mtimeMs
    if (isPidAlive(pid) && age < oldest) return pid
    await rm(lock, {force: true})
  } catch (error) {
    // Released in the meantime.
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  return undefined
}

/** Whether a process with this pid exists; EPERM means it is another user's. */
export function isPidAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}
