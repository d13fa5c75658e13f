// `check [id…]`: lessons played without a screen and proved. Lessons stand on ports of their own, two at once.

import {lessons} from '../../lessons/index.ts'
import {checkLesson, type LessonReport} from '../check/check.ts'
import {Lab} from '../lab/lab.ts'
import {type Lesson, lessonAt} from '../model/lesson.ts'
import {said, say} from '../model/text.ts'
import type {Environment} from './environment.ts'
import {equip, languageOf} from './equip.ts'
import type {Start} from './main.ts'
import type {Options} from './options.ts'
import {print} from './print.ts'

/** No human watches: a failover may be quick. ms */
const checkNodeTimeout = 1000
const pollEvery = 50
const atOnce = 2

export async function check(options: Options, environment: Environment, start: Start): Promise<number> {
  const chosen = options.ids.length > 0 ? options.ids.map(id => lessonAt(lessons, id)) : lessons
  const queue = [...chosen]
  const reports: LessonReport[] = []
  const work = async () => {
    for (let lesson = queue.shift(); lesson; lesson = queue.shift()) {
      const report = await checkAlone(lesson, options, environment, start)
      reports.push(report)
      printReport(report, options, environment)
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
  const {server, keeper} = await equip(options, environment, start.leaveSplash)
  const nodeTimeout = options.nodeTimeout ?? checkNodeTimeout
  await using lab = new Lab({lessons: [lesson], program: server, nodeTimeout, pollEvery}, keeper)
  return await checkLesson(lab, lesson)
}

function printReport(report: LessonReport, options: Options, environment: Environment) {
  const language = languageOf(options, environment)
  const faults = report.faults.map(fault => say(language, fault))
  if (options.json) {
    print(JSON.stringify({...report, ms: Math.round(report.ms), faults}))
    return
  }
  const {lesson, steps, paths, ms} = report
  const values = {
    mark: faults.length === 0 ? 'ok' : 'FAILED',
    lesson,
    steps: steps.length,
    paths,
    seconds: (ms / 1000).toFixed(1),
  }
  print([say(language, said('check.lesson', values)), ...faults.map(fault => `  ${fault}`)].join('\n'))
}
