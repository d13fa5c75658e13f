// `export-html RECORDING [FILE]`: a recording as one page, to be sent to people who have no lab.

import {exportPage} from '../../lab/recording/page-file.ts'
import {readRecording} from '../../lab/recording/recording-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons} from '../lesson-source.ts'
import {printNote} from '../output.ts'

export async function exportHtml({options, language}: CommandContext): Promise<number> {
  const [recording, named] = options.ids
  if (recording === undefined) throw new LabError('cli.exportHtmlFile')
  const read = await readRecording(recording)
  const lessons = await loadLessons(options)
  const file = named ?? `${recording.replace(/\.jsonl$/, '')}.html`
  const written = await exportPage({...read, lessons, language}, file, {force: options.force}).catch(
    (error: Error) => {
      const isThere = error instanceof LabError && error.reason.key === 'recording.exists'
      throw isThere ? new LabError('cli.fileExists', {file}, {cause: error}) : error
    },
  )
  printNote(message('recording.pageWritten', written), language)
  if (read.cutIn !== undefined)
    printNote(message('recording.cut', {file: recording, line: read.cutIn}), language)
  return 0
}
