// `import FILE`: adds exported progress to the progress here. Of each entry the newer one is kept.

import {readFile} from 'node:fs/promises'
import {text as textOf} from 'node:stream/consumers'
import {addProgress} from '../../lab/files/progress-file.ts'
import {newerIn, type Progress, withIdsOf} from '../../model/progress/progress.ts'
import {parseProgress} from '../../model/progress/progress-file.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import {printNote, printResult} from '../output.ts'
import {fileArgument} from '../write-result.ts'

export async function importProgress({options, environment, language}: CommandContext): Promise<number> {
  if (options.ids.length === 0) throw new LabError('import.which')
  const file = fileArgument(options)
  const lessons = await loadLessons(options)
  const imported = withIdsOf(lessons, await read(file))
  const {before, notice} = await addProgress(progressFileFor(options, environment), imported, lessons)
  if (notice) printNote(notice, language)
  const {steps, answers} = newerIn(imported, before)
  const result = steps + answers > 0 ? message('import.done', {steps, answers}) : message('import.nothingNew')
  printResult(translate(language, result))
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
