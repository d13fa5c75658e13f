// Reader for a recording file as a whole. export-session.ts writes such files.

import {readFile} from 'node:fs/promises'
import {parseRecording, type Recording} from '../../model/recording/recording.ts'
import {LabError} from '../../model/text/lab-error.ts'

/** @throws LabError saying what is wrong with the file */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new LabError('recording.unreadable', {file, cause: error.message}, {cause: error})
  })
  const read = parseRecording(text)
  if ('fault' in read) throw new LabError('recording.broken', {file, fault: read.fault})
  return read
}
