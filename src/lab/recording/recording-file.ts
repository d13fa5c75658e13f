// A recording read from its file, as a whole. Who writes one is export.ts.

import {readFile} from 'node:fs/promises'
import {parseRecording, type Recording} from '../../model/recording/recording.ts'
import {LabError} from '../../model/text/lab-error.ts'

/** @throws LabError with what is wrong with it */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new LabError('recording.unreadable', {file, cause: error.message}, {cause: error})
  })
  const read = parseRecording(text)
  if ('fault' in read) throw new LabError('recording.broken', {file, fault: read.fault})
  return read
}
