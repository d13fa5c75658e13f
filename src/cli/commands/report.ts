// `report [FILE]`: what this learner has done, as Markdown or as data.

import {readProgress} from '../../lab/files/progress-file.ts'
import {reportOf} from '../../model/progress/report.ts'
import {reportMarkdown} from '../../model/progress/report-markdown.ts'
import {message} from '../../model/text/messages.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import type {Options} from '../options.ts'
import {printNote} from '../output.ts'
import {fileArgument, writeResult} from '../write-result.ts'

export async function report(options: Options, environment: Environment): Promise<number> {
  const language = languageOf(options, environment)
  const lessons = await loadLessons(options)
  const progress = await readProgress(progressFileFor(options, environment), lessons)
  const made = reportOf(lessons, progress, language, Date.now())
  await writeResult(options.json ? `${JSON.stringify(made)}\n` : reportMarkdown(made, language), options)
  const file = fileArgument(options)
  if (file !== undefined) printNote(message('report.done', {file}), language)
  return 0
}
