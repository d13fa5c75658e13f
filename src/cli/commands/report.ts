// `report [FILE]`: what the learner has done, as Markdown or JSON.

import {readProgress} from '../../lab/files/progress-file.ts'
import {reportOf} from '../../model/progress/report.ts'
import {reportMarkdown} from '../../model/progress/report-markdown.ts'
import {message} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import {printNote} from '../output.ts'
import {fileArgument, writeResult} from '../write-result.ts'

export async function report({options, environment, language}: CommandContext): Promise<number> {
  const lessons = await loadLessons(options)
  const progress = await readProgress(progressFileFor(options, environment), lessons)
  const content = reportOf(lessons, progress, language, Date.now(), options.port)
  await writeResult(
    options.json ? `${JSON.stringify(content)}\n` : reportMarkdown(content, language),
    options,
  )
  const file = fileArgument(options)
  if (file !== undefined) printNote(message('report.done', {file}), language)
  return 0
}
