// `import FILE`: what another computer, or an earlier copy, knows of this learner is added to what is here; the newer stays.

import {readFile} from 'node:fs/promises'
import {text as textOf} from 'node:stream/consumers'
import {addProgress} from '../../lab/files/progress-file.ts'
import {newerIn, type Progress, withIdsOf} from '../../model/progress/progress.ts'
import {parseProgress} from '../../model/progress/progress-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import type {Options} from '../options.ts'
import {printResult} from '../output.ts'
import {fileArgument} from '../write-result.ts'

export async function importProgress(options: Options, environment: Environment): Promise<number> {
  if (options.ids.length === 0) throw new LabError('import.which')
  const file = fileArgument(options)
  const lessons = await loadLessons(options)
  const came = withIdsOf(lessons, await read(file))
  const before = await addProgress(progressFileFor(options, environment), came, lessons)
  const {steps, answers} = newerIn(came, before)
  const words = steps + answers > 0 ? message('import.done', {steps, answers}) : message('import.nothingNew')
  printResult(translate(languageOf(options, environment), words))
  return 0
}

async function read(file: string | undefined): Promise<Progress> {
  const reading = file === undefined ? textOf(process.stdin) : readFile(file, 'utf8')
  const name = file ?? 'stdin'
  const text = await reading.catch((error: Error) => {
    throw new LabError('import.unreadable', {file: name, cause: error.message}, {cause: error})
  })
  const parsed = parseProgress(text)
  if ('fault' in parsed) throw new LabError('import.broken', {file: name, fault: parsed.fault})
  return parsed.progress
}
