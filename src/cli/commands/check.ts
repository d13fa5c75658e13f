// `check [id…]`: plays lessons on real nodes without a screen and proves them, several at once, each on ports of its own.

import {checkLesson, type LessonReport} from '../../check/check.ts'
import {Lab} from '../../lab/lab.ts'
import {type Lesson, lessonAt} from '../../model/lesson/lesson.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons} from '../lesson-source.ts'
import {printResult} from '../output.ts'
import {prepareServerAndKeeper} from '../server-and-keeper.ts'

/** ms; short, because nobody watches the failovers. */
const checkNodeTimeout = 1000
const pollEvery = 50
/** Lessons played at once: a lesson mostly waits for timeouts of its nodes. */
const atOnce = 4

export async function check(context: CommandContext): Promise<number> {
  const {options} = context
  const lessons = await loadLessons(options)
  const chosen = options.ids.length > 0 ? options.ids.map(id => lessonAt(lessons, id)) : lessons
  // Lessons are played at once, each on ports of its own.
  if (options.port !== undefined && chosen.length > 1) throw new LabError('cli.onePort', {port: options.port})
  const reports: LessonReport[] = []
  let printed = 0
  // All workers share one iterator. It starts with the last lessons, because they take longest.
  const remaining = [...chosen.entries()].reverse().values()
  const worker = async () => {
    for (const [place, lesson] of remaining) {
      reports[place] = await checkAlone(lesson, context)
      // Prints in the order of the lessons.
      for (let next = reports[printed]; next; next = reports[printed]) {
        printReport(next, context)
        printed += 1
      }
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  return reports.every(({faults}) => faults.length === 0) ? 0 : 1
}

async function checkAlone(lesson: Lesson, context: CommandContext): Promise<LessonReport> {
  const {server, keeper} = await prepareServerAndKeeper(context)
  const {nodeTimeout = checkNodeTimeout, port} = context.options
  await using lab = new Lab({lessons: [lesson], program: server, nodeTimeout, port, pollEvery}, keeper)
  return await checkLesson(lab, lesson)
}

function printReport(report: LessonReport, {options, language}: CommandContext) {
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
