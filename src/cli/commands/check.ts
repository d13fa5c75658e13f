// `check [id…]`: lessons played without a screen and proved. Lessons stand on ports of their own, some at once.

import {checkLesson, type LessonReport} from '../../check/check.ts'
import {Lab} from '../../lab/lab.ts'
import {type Lesson, lessonAt} from '../../model/lesson/lesson.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {Start} from '../command.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons} from '../lesson-source.ts'
import type {Options} from '../options.ts'
import {printResult} from '../output.ts'
import {prepareServer} from '../prepare.ts'

/** No human watches: a failover may be quick. ms */
const checkNodeTimeout = 1000
const pollEvery = 50
/** Most of the time a lesson waits for timeouts of its nodes. */
const atOnce = 4

export async function check(options: Options, environment: Environment, start: Start): Promise<number> {
  const lessons = await loadLessons(options)
  const chosen = options.ids.length > 0 ? options.ids.map(id => lessonAt(lessons, id)) : lessons
  const reports: LessonReport[] = []
  let printed = 0
  // One iterator for all: each takes the next lesson that nobody has; the later ones are the longer ones, so they come first.
  const waiting = [...chosen.entries()].reverse().values()
  const work = async () => {
    for (const [place, lesson] of waiting) {
      reports[place] = await checkAlone(lesson, options, environment, start)
      // In the order of the lessons, whichever is done first.
      for (let next = reports[printed]; next; next = reports[printed]) {
        printReport(next, options, environment)
        printed += 1
      }
    }
  }
  await Promise.all(Array.from({length: atOnce}, work))
  return reports.every(({faults}) => faults.length === 0) ? 0 : 1
}

async function checkAlone(
  lesson: Lesson,
  options: Options,
  environment: Environment,
  start: Start,
): Promise<LessonReport> {
  const {server, keeper} = await prepareServer(options, environment, start.leaveSplash)
  const nodeTimeout = options.nodeTimeout ?? checkNodeTimeout
  await using lab = new Lab({lessons: [lesson], program: server, nodeTimeout, pollEvery}, keeper)
  return await checkLesson(lab, lesson)
}

function printReport(report: LessonReport, options: Options, environment: Environment) {
  const language = languageOf(options, environment)
  const {lesson, steps, paths} = report
  const seconds = (report.ms / 1000).toFixed(1)
  const [faults, notes] = [report.faults, report.notes].map(list => list.map(one => translate(language, one)))
  if (options.json) {
    printResult(JSON.stringify({lesson, steps, paths, seconds: Number(seconds), faults, notes}))
    return
  }
  const mark = report.faults.length === 0 ? 'ok' : 'FAILED'
  const first = translate(
    language,
    message('check.lesson', {mark, lesson, steps: steps.length, paths, seconds}),
  )
  printResult([first, ...[...(faults ?? []), ...(notes ?? [])].map(line => `  ${line}`)].join('\n'))
}
