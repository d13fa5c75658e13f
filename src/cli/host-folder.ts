// What the hosts of this computer keep for others of this user: which room was open last, and how the instructor's own lab gets onto their page.

import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {parseStageDoor, type StageDoor} from '../model/workshop/demonstration.ts'
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
