// One at a time: a lock that two labs of one user take before they fetch a redis-server into the same cache, or add to their progress.
// Two waiters that clear one dead lock in the same instant may both hold it. That must do no harm, and does none: whoever fetches builds
// in a folder of its own and renames it into place, and every lab that writes progress writes all it knows, again with each step.

import {lstat, readlink, rm, symlink} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {errnoOf} from './errno.ts'

export type Waiting = Readonly<{
  onWait?: (pid: number) => void
  signal?: AbortSignal | undefined
  /** ms; an older lock was left by a crash, and its pid has passed to another program. 10 min: apt needs seconds. */
  oldest?: number
}>

const lookAgainAfter = 100 // ms

/**
 * Takes the lock in `folder`, waiting while a living process holds it; `onWait` is told once, whom for.
 * The lock is a symbolic link to the holder's pid: made in one step, with its content. Rejects when aborted.
 */
export async function takeLock(
  folder: string,
  {onWait, signal, oldest = 10 * 60_000}: Waiting,
): Promise<AsyncDisposable> {
  const lock = join(folder, '.lock')
  for (let told = false; ; await wait(lookAgainAfter, undefined, {signal})) {
    if (await make(lock)) return {[Symbol.asyncDispose]: () => rm(lock, {force: true})}
    const holder = await holderOf(lock, oldest)
    if (holder === undefined) continue
    if (!told) onWait?.(holder)
    told = true
  }
}

async function make(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The pid of a living holder; a dead holder's lock is removed. */
async function holderOf(lock: string, oldest: number): Promise<number | undefined> {
  try {
    const pid = Number(await readlink(lock))
    const age = Date.now() - (await lstat(lock)).mtimeMs
    if (isAlive(pid) && age < oldest) return pid
    await rm(lock, {force: true})
  } catch (error) {
    // Released between two looks.
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  return undefined
}

/** Whether a process has this pid; also when it is another user's (EPERM). */
export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}
