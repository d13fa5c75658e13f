// `redis-cluster-lab [lesson]` and `sandbox`: the lab on a screen, or in lines.

import {lessons} from '../../lessons/index.ts'
import {Lab} from '../lab/lab.ts'
import {keepProgress, type Progress, readProgress} from '../lab/progress.ts'
import {LabError} from '../model/lab-error.ts'
import {type Lesson, lessonAt} from '../model/lesson.ts'
import {said} from '../model/text.ts'
import type {Environment} from './environment.ts'
import {equip, languageOf} from './equip.ts'
import type {Start} from './main.ts'
import type {Options} from './options.ts'
import {tell} from './print.ts'
import {usualNodeTimeout} from './usual.ts'

/** Between two polls, ms. */
const pollEvery = 200

type Place = Readonly<{lesson: Lesson; step?: string | undefined}>

export async function learn(options: Options, environment: Environment, start: Start): Promise<number> {
  const progress = await readProgress(environment.progressFile)
  const place = placeOf(options.ids[0], progress)
  return withLab(options, environment, start, progress, lab => lab.open(place.lesson.id, place.step))
}

export async function sandbox(options: Options, environment: Environment, start: Start): Promise<number> {
  const progress = await readProgress(environment.progressFile)
  return withLab(options, environment, start, progress, lab => lab.raise(options.stage))
}

/** The named lesson, else where the learner was: its step, or the one after if that is passed. */
function placeOf(named: string | undefined, progress: Progress): Place {
  const at = progress.at
  const known = at && lessons.find(lesson => lesson.id === at.lesson)
  const [first] = lessons
  const lesson = named === undefined ? (known ?? first) : lessonAt(lessons, named)
  if (!lesson) throw new LabError('error.noLesson', {lesson: '', lessons: ''})
  if (at?.lesson !== lesson.id || !lesson.steps.some(step => step.id === at.step)) return {lesson}
  const passed = progress.passed[lesson.id] ?? []
  if (!passed.includes(at.step)) return {lesson, step: at.step}
  const next = lesson.steps[lesson.steps.findIndex(step => step.id === at.step) + 1]
  return {lesson, step: next?.id}
}

async function withLab(
  options: Options,
  environment: Environment,
  start: Start,
  progress: Progress,
  open: (lab: Lab) => Promise<void>,
): Promise<number> {
  const onScreen = !options.plain && !environment.screenReader && environment.screen
  if (!onScreen && !options.plain && !environment.screenReader && options.command === 'learn')
    throw new LabError('cli.needsTerminal')
  const code = await (onScreen ? playOnScreen : playInLines)(options, environment, start, progress, open)
  // Only now are the nodes gone.
  if (onScreen) tell(said('ui.farewell'), languageOf(options, environment))
  return code
}

type Play = typeof withLab

const playOnScreen: Play = async (options, environment, start, progress, open) => {
  const loading = import('../ui/ui.tsx')
  await using lab = await newLab(options, environment, start, progress)
  const stopKeeping = keepProgress(lab, environment.progressFile)
  // The nodes start while the screen is still being loaded; what goes wrong with them is told by runUi.
  const opening = open(lab)
  opening.catch(() => undefined)
  const {runUi} = await loading
  start.leaveSplash()
  const {colour, unicode} = environment
  const code = await runUi(
    lab,
    {language: languageOf(options, environment), theme: {colour, unicode}},
    open(lab),
  )
  await stopKeeping()
  return code
}

const playInLines: Play = async (options, environment, start, progress, open) => {
  const {runPlain} = await import('../plain/plain.ts')
  start.leaveSplash()
  await using lab = await newLab(options, environment, start, progress)
  const stopKeeping = keepProgress(lab, environment.progressFile)
  const code = await runPlain(lab, languageOf(options, environment), open(lab))
  await stopKeeping()
  return code
}

async function newLab(
  options: Options,
  environment: Environment,
  start: Start,
  {passed}: Progress,
): Promise<Lab> {
  const {server, keeper} = await equip(options, environment, start.leaveSplash)
  const nodeTimeout = options.nodeTimeout ?? usualNodeTimeout
  return new Lab({lessons, program: server, passed, port: options.port, nodeTimeout, pollEvery}, keeper)
}
