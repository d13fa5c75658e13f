// Leftovers of this user's earlier labs: run folders whose keeper and watchdog died together, for example in a crash of the computer.

import {execFile} from 'node:child_process'
import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {errnoOf} from '../../platform/errno.ts'
import {killAndRemove, runFolderPrefix} from './watchdog.ts'

export type RunFolder = Readonly<{
  folder: string
  keeperPid: number
  /** The keeper is alive, so a lab is using the folder. */
  alive: boolean
}>

export type Leftover = Readonly<{folder: string; removed: boolean}>

/** None in a temp folder that is missing or may not be listed: whatever needs it says what is wrong with it. */
export async function runFolders(): Promise<readonly RunFolder[]> {
  const parent = await realpath(tmpdir()).catch(unlessUnlisted)
  const names = parent && (await readdir(parent).catch(unlessUnlisted))
  if (!parent || !names) return []
  const found = await Promise.all(names.map(name => runFolder(join(parent, name), name)))
  return found.filter(one => one !== undefined)
}

/** Removes every run folder whose keeper is dead, and kills the nodes that still run from it. */
export async function removeLeftovers(): Promise<readonly Leftover[]> {
  const left = (await runFolders()).filter(one => !one.alive)
  return Promise.all(left.map(async ({folder}) => ({folder, removed: await killAndRemove(folder)})))
}

function unlessUnlisted(error: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) throw error
}

async function runFolder(folder: string, name: string): Promise<RunFolder | undefined> {
  const pid = new RegExp(`^${runFolderPrefix}(\\d+)-[0-9a-f]{12}$`).exec(name)?.[1]
  if (pid === undefined) return undefined
  // Removed since it was listed: its lab has just ended.
  const owner = await stat(folder).catch(() => undefined)
  // By number: in a container a user may have no name.
  if (owner?.uid !== process.getuid?.()) return undefined
  return {folder, keeperPid: Number(pid), alive: isKeeper(await commandLine(pid))}
}

/** False for a process that got the pid of a keeper that has ended. */
function isKeeper(command: string): boolean {
  return /\/keeper(-process)?\.(c?js|ts)/.test(command)
}

/** Empty if there is no such process. Linux reads /proc, because slim containers have no ps. */
async function commandLine(pid: string): Promise<string> {
  const read = process.platform === 'linux' ? readFile(`/proc/${pid}/cmdline`, 'utf8') : ps(pid)
  return read.catch(() => '')
}

async function ps(pid: string): Promise<string> {
  const {stdout} = await promisify(execFile)('ps', ['-o', 'command=', '-p', pid])
  return stdout
}
