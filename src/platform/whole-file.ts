// Writes a small file in one step, so that no reader sees half of it: into a draft, which is then renamed. The caller holds the folder's lock.

import {readdir, realpath, rename, rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {errnoOf} from './errno.ts'
import {isPidAlive} from './file-lock.ts'

/** The text is on the disk when this resolves. Also removes the drafts of processes that were killed while they wrote this file. */
export async function writeWhole(named: string, text: string, mode = 0o666): Promise<void> {
  const file = await behindLinks(named)
  const draft = `${file}.${process.pid}`
  try {
    await writeFile(draft, text, {flush: true, mode})
    await rename(draft, file)
  } finally {
    // The draft still exists only if the rename failed.
    await rm(draft, {force: true})
  }
  await removeOldDrafts(file)
}

async function removeOldDrafts(file: string) {
  const folder = dirname(file)
  const start = `${basename(file)}.`
  const old = (await readdir(folder)).filter(name => {
    const end = name.slice(start.length)
    return name.startsWith(start) && /^\d+$/.test(end) && !isPidAlive(Number(end))
  })
  await Promise.all(old.map(name => rm(join(folder, name), {force: true})))
}

/** The file to which a symbolic link leads, as the managers of people's settings make them: the link stays, and is not replaced by a file. */
async function behindLinks(file: string): Promise<string> {
  return realpath(file).catch(error => {
    if (errnoOf(error) !== 'ENOENT') throw error
    return file
  })
}
