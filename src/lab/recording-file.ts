// A recording on disk: written once and never over another file, read as a whole.

import {readFile, writeFile} from 'node:fs/promises'
import {LabError} from '../model/lab-error.ts'
import {type Frame, parseRecording, recordingLines} from '../model/recording.ts'

/** How much was written, and where; `seconds` with one decimal. */
export type Written = Readonly<{file: string; frames: number; seconds: string}>

/** Into `file`, or into one named by the time, in the current folder. @throws LabError if it is there already, or cannot be written. */
export async function writeRecording(frames: readonly Frame[], file = namedByTime()): Promise<Written> {
  try {
    await writeFile(file, `${recordingLines(frames).join('\n')}\n`, {flag: 'wx', mode: 0o600})
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new LabError('recording.exists', {file}, {cause: error})
    throw new LabError('recording.unwritable', {file, cause: message}, {cause: error})
  }
  const ms = (frames.at(-1)?.at ?? 0) - (frames[0]?.at ?? 0)
  return {file, frames: frames.length, seconds: (ms / 1000).toFixed(1)}
}

/** @throws LabError with what is wrong with it */
export async function readRecording(file: string): Promise<readonly Frame[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new LabError('recording.unreadable', {file, cause: error.message}, {cause: error})
  })
  const read = parseRecording(text)
  if ('fault' in read) throw new LabError('recording.broken', {file, fault: read.fault})
  return read.frames
}

function namedByTime(): string {
  return `redis-cluster-lab-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`
}
