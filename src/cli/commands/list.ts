// `list`: the lessons and the learner's progress in each.

import {readProgress} from '../../lab/files/progress-file.ts'
import {stepsThatCount} from '../../model/lesson/lesson.ts'
import {questionsToReview} from '../../model/state/question.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import {printResult} from '../output.ts'

export async function list({options, environment, language}: CommandContext): Promise<number> {
  const lessons = await loadLessons(options)
  const progress = await readProgress(progressFileFor(options, environment), lessons)
  const toReview = questionsToReview(lessons, progress)
  const rows = lessons.map(lesson => ({
    id: lesson.id,
    title: lesson.words[language].title,
    summary: lesson.words[language].summary,
    stage: lesson.stage,
    steps: stepsThatCount(lesson, progress.passed[lesson.id]).map(({id}) => ({
      id,
      passed: progress.passed[lesson.id]?.[id] !== undefined,
    })),
    review: toReview.filter(one => one.lesson === lesson.id).map(({question}) => question),
  }))
  if (options.json) {
    printResult(JSON.stringify(rows))
    return 0
  }
  const widest = Math.max(...rows.map(({id}) => id.length))
  for (const {id, title, steps, review} of rows) {
    const done = steps.filter(step => step.passed).length
    const values = {
      mark: markOf(done, steps.length),
      lesson: id.padEnd(widest),
      title,
      done,
      all: steps.length,
    }
    const row =
      review.length > 0
        ? message('list.rowReview', {...values, n: review.length})
        : message('list.row', values)
    printResult(translate(language, row))
  }
  printResult(translate(language, message('list.legend')))
  return 0
}

/** `*` all steps are done, `+` some are. */
function markOf(done: number, all: number): string {
  if (done === all) return '*'
  return done > 0 ? '+' : ' '
}
