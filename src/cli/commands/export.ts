// `export [FILE]`: the whole progress, to be carried to another computer or kept.

import {readKept} from '../../lab/files/progress-file.ts'
import {newerIn, noProgress} from '../../model/progress/progress.ts'
import {progressText} from '../../model/progress/progress-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import type {Options} from '../options.ts'
import {printNote} from '../output.ts'
import {fileArgument, writeResult} from '../write-result.ts'

export async function exportProgress(options: Options, environment: Environment): Promise<number> {
  const progressFile = progressFileFor(options, environment)
  const progress = await readKept(progressFile, await loadLessons(options))
  // An empty file would be taken for a copy.
  if (!progress) throw new LabError('export.nothing', {file: progressFile})
  await writeResult(progressText(progress), options)
  const file = fileArgument(options)
  const all = newerIn(progress, noProgress)
  if (file !== undefined) printNote(message('export.done', {file, ...all}), languageOf(options, environment))
  return 0
}
