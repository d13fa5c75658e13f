// `report [FILE]`: what this learner has done, as Markdown or as data.

import {readProgress} from '../../lab/files/progress-file.ts'
import {reportOf} from '../../model/progress/report.ts'
import {reportMarkdown} from '../../model/progress/report-markdown.ts'
import {message} from '../../model/text/messages.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {lessonsFor, progressFileFor} from '../lessons.ts'
import type {Options} from '../options.ts'
import {tell} from '../print.ts'
import {fileOf, putResult} from '../result-file.ts'

export async function report(options: Options, environment: Environment): Promise<number> {
  const language = languageOf(options, environment)
  const lessons = await lessonsFor(options)
  const progress = await readProgress(progressFileFor(options, environment), lessons)
  const made = reportOf(lessons, progress, language, Date.now())
  await putResult(options.json ? `${JSON.stringify(made)}\n` : reportMarkdown(made, language), options)
  const file = fileOf(options)
  if (file !== undefined) tell(message('report.done', {file}), language)
  return 0
}
