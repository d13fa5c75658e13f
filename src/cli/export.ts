// `export [FILE]`: the whole progress, to be carried to another computer or kept.

import {readKept} from '../lab/progress.ts'
import {LabError} from '../model/lab-error.ts'
import {newerIn, noProgress} from '../model/progress.ts'
import {progressText} from '../model/progress-file.ts'
import {said} from '../model/text.ts'
import type {Environment} from './environment.ts'
import {languageOf} from './equip.ts'
import {lessonsFor, progressFileFor} from './lessons.ts'
import type {Options} from './options.ts'
import {tell} from './print.ts'
import {fileOf, putResult} from './result-file.ts'

export async function exportProgress(options: Options, environment: Environment): Promise<number> {
  const progressFile = progressFileFor(options, environment)
  const progress = await readKept(progressFile, await lessonsFor(options))
  // An empty file would be taken for a copy.
  if (!progress) throw new LabError('export.nothing', {file: progressFile})
  await putResult(progressText(progress), options)
  const file = fileOf(options)
  const all = newerIn(progress, noProgress)
  if (file !== undefined) tell(said('export.done', {file, ...all}), languageOf(options, environment))
  return 0
}
