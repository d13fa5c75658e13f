// `export [FILE]`: writes all progress to a file, as a backup or for another computer.

import {readKept} from '../../lab/files/progress-file.ts'
import {newerIn, noProgress} from '../../model/progress/progress.ts'
import {progressText} from '../../model/progress/progress-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {shellWord} from '../../model/text/shell-word.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import {printNote} from '../output.ts'
import {fileArgument, writeResult} from '../write-result.ts'

export async function exportProgress({options, environment, language}: CommandContext): Promise<number> {
  const progressFile = progressFileFor(options, environment)
  const progress = await readKept(progressFile, await loadLessons(options))
  // An empty file would look like a backup.
  if (!progress) throw new LabError('export.nothing', {file: progressFile})
  await writeResult(progressText(progress), options)
  const file = fileArgument(options)
  const counts = newerIn(progress, noProgress)
  if (file !== undefined)
    printNote(message('export.done', {file, typed: shellWord(file), ...counts}), language)
  return 0
}
