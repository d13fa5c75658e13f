// What the hosts of this computer keep for others of this user: which room was open last, how the instructor's own lab gets onto their page, and until when
// each room is kept.

import {existsSync} from 'node:fs'
import {readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {parseStageDoor, type StageDoor} from '../model/workshop/demonstration.ts'
import {takeFreeLock} from '../platform/file-lock.ts'
import {writeWhole} from '../platform/whole-file.ts'
import type {Environment} from './environment.ts'

export function hostFolder({dataFolder}: Pick<Environment, 'dataFolder'>): string {
  return join(dataFolder, 'hub')
}

/** Undefined if there was none. */
export async function lastRoom(folder: string): Promise<string | undefined> {
  const room = (await readFile(join(folder, 'room'), 'utf8').catch(() => '')).trim()
  return room === '' ? undefined : room
}

function doorFile(folder: string, room: string): string {
  return join(folder, `${room}-demo`)
}

/** Only this user can read it; it is gone when the hub ends. */
export async function openStageDoor(folder: string, room: string, door: StageDoor): Promise<AsyncDisposable> {
  const file = doorFile(folder, room)
  await writeWhole(file, JSON.stringify(door), 0o600)
  return {[Symbol.asyncDispose]: () => rm(file, {force: true})}
}

/** Undefined if no hub of this room runs here. */
export async function readStageDoor(folder: string, room: string): Promise<StageDoor | undefined> {
  try {
    return parseStageDoor(JSON.parse(await readFile(doorFile(folder, room), 'utf8')))
  } catch {
    return undefined
  }
}

/** ms between two notes until when a room is kept, which each sign of life puts off */
const noteEvery = 60_000

/**
 * Notes beside a room when its Redis forgets it, until it is disposed: if that Redis does not run then, `removeExpired` removes the room.
 * @param until asked again and again, ms since the epoch
 */
export async function noteExpiry(
  folder: string,
  room: string,
  until: () => Promise<number>,
): Promise<AsyncDisposable> {
  const file = join(folder, `${room}-until`)
  let noted = Promise.resolve()
  const note = () => {
    // While Redis is away, what was noted before is right.
    const write = async () => writeWhole(file, String(await until()), 0o600).catch(() => undefined)
    noted = noted.then(write, write)
    return noted
  }
  await note()
  const timer = setInterval(() => void note().catch(() => undefined), noteEvery).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await note().catch(() => undefined)
    },
  }
}

/** What is beside the folder of a room. */
const besides = ['port', 'page', 'demo', 'counts-only', 'until'] as const

/** Removes the rooms that no host has open, and that are no longer to be kept. Resolves to their names. */
export async function removeExpired(folder: string, now = Date.now()): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const removed: string[] = []
  for (const name of names) {
    const [, room] = /^(.+)-until$/.exec(name) ?? []
    if (room === undefined) continue
    const until = Number(await readFile(join(folder, name), 'utf8').catch(() => Number.NaN))
    if (until > 0 && until < now && (await removeRoom(folder, room))) removed.push(room)
  }
  return removed
}

/** False if a host has it open. */
async function removeRoom(folder: string, room: string): Promise<boolean> {
  const own = join(folder, room)
  try {
    // A room in a Redis of others has no folder.
    await using _ = existsSync(own) ? await takeFreeLock(own, () => new Error('open')) : undefined
    await rm(own, {recursive: true, force: true})
  } catch {
    return false
  }
  for (const one of besides) await rm(join(folder, `${room}-${one}`), {force: true})
  if ((await lastRoom(folder)) === room) await rm(join(folder, 'room'), {force: true})
  return true
}
