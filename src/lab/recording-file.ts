// A recording on disk: written once and never over another file, read as a whole.

import {open, readFile, rm} from 'node:fs/promises'
import {LabError} from '../model/lab-error.ts'
import {headLine, parseRecording, type Recording, type Versions} from '../model/recording.ts'
import {errnoOf} from '../redis/errno.ts'
import type {Part} from './shelf.ts'

/** How much was written, and where; `seconds` with one decimal. */
export type Written = Readonly<{file: string; frames: number; seconds: string}>

/** Into `file`, or into one named by the time, in the current folder. @throws LabError if it is there already, or cannot be written. */
export async function writeRecording(
  parts: readonly Part[],
  versions: Versions,
  file = namedByTime(),
): Promise<Written> {
  let made = false
  try {
    await using handle = await open(file, 'wx', 0o600)
    made = true
    await handle.appendFile(`${headLine(versions)}\n`)
    let frames = 0
    for (const [i, part] of parts.entries()) {
      // Each part begins with the state that the one before has come to.
      const lines = i === 0 ? part.lines() : part.lines().slice(1)
      if (lines.length > 0) await handle.appendFile(`${lines.join('\n')}\n`)
      frames += lines.length
    }
    const ms = (parts.at(-1)?.to ?? 0) - (parts[0]?.from ?? 0)
    return {file, frames, seconds: (ms / 1000).toFixed(1)}
  } catch (error) {
    // Half a recording is none.
    if (made) await rm(file, {force: true})
    if (errnoOf(error) === undefined) throw error
    if (!made && errnoOf(error) === 'EEXIST') throw new LabError('recording.exists', {file}, {cause: error})
    throw new LabError('recording.unwritable', {file, cause: (error as Error).message}, {cause: error})
  }
}

/** @throws LabError with what is wrong with it */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new LabError('recording.unreadable', {file, cause: error.message}, {cause: error})
  })
  const read = parseRecording(text)
  if ('fault' in read) throw new LabError('recording.broken', {file, fault: read.fault})
  return read
}

function namedByTime(): string {
  return `redis-cluster-lab-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`
}
