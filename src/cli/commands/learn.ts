// `redis-cluster-lab [lesson]`, `review` and `sandbox`: the lab on a screen, or in lines.

import {type History, openHistory} from '../../lab/files/history-file.ts'
import {keepProgress, readProgress} from '../../lab/files/progress-file.ts'
import {Lab} from '../../lab/lab.ts'
import {type Lesson, lessonAt} from '../../model/lesson/lesson.ts'
import type {Progress} from '../../model/progress/progress.ts'
import type {Feedback} from '../../model/state/lab-state.ts'
import {wrongAnswers} from '../../model/state/question.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {type Language, message, translate} from '../../model/text/messages.ts'
import {properName} from '../../redis/install/server-version.ts'
import type {Start} from '../command.ts'
import {defaultNodeTimeout} from '../defaults.ts'
import type {Environment} from '../environment.ts'
import {languageOf} from '../language.ts'
import {loadLessons, progressFileFor} from '../lesson-source.ts'
import type {Options} from '../options.ts'
import {printNote, printResult} from '../output.ts'
import {prepareServer} from '../prepare.ts'

/** Between two polls, ms. */
const pollEvery = 200

type Place = Readonly<{lesson: Lesson; step?: string | undefined}>

export async function learn(options: Options, environment: Environment, start: Start): Promise<number> {
  const began = await begin(options, environment)
  const place = placeOf(began.lessons, options.ids[0], began.progress)
  return withLab(options, environment, start, began, lab => lab.open(place.lesson.id, place.step))
}

export async function sandbox(options: Options, environment: Environment, start: Start): Promise<number> {
  const began = await begin(options, environment)
  return withLab(options, environment, start, began, lab => lab.raise(options.stage))
}

/** What is there before the lab: the lessons, and how far the learner has come in them. */
type Began = Readonly<{lessons: readonly Lesson[]; progress: Progress; progressFile: string}>

async function begin(options: Options, environment: Environment): Promise<Began> {
  const progressFile = progressFileFor(options, environment)
  const lessons = await loadLessons(options)
  return {lessons, progress: await readProgress(progressFile, lessons), progressFile}
}

/** The lab at the learner's place, with what was answered wrongly asked again first. Raises nothing where nothing is. */
export async function review(options: Options, environment: Environment, start: Start): Promise<number> {
  const began = await begin(options, environment)
  const {lessons, progress} = began
  if (wrongAnswers(lessons, progress.answers).length === 0) {
    start.leaveSplash()
    printResult(translate(languageOf(options, environment), message('move.nothingWrong')))
    return 0
  }
  const {lesson, step} = placeOf(lessons, undefined, progress)
  return withLab(options, environment, start, began, async lab => {
    await lab.open(lesson.id, step)
    await lab.run('/review')
  })
}

/** Where the learner was: that step, or the one after if it was done. A lesson named when it is finished, or not begun, starts at its first step. */
function placeOf(lessons: readonly Lesson[], named: string | undefined, {at, passed}: Progress): Place {
  const [first] = lessons
  const lesson =
    named === undefined ? (lessons.find(({id}) => id === at?.lesson) ?? first) : lessonAt(lessons, named)
  if (!lesson) throw new LabError('error.noLesson', {lesson: named ?? '', lessons: ''})
  const index = at?.lesson === lesson.id ? lesson.steps.findIndex(({id}) => id === at.step) : -1
  const finished = lesson.steps.every(({id}) => passed[lesson.id]?.[id] !== undefined)
  if (index < 0 || (named !== undefined && finished)) return {lesson}
  if (!at?.done) return {lesson, step: at?.step}
  const nextLesson = lessons[lessons.indexOf(lesson) + 1]
  const next = lesson.steps[index + 1]
  return next || !nextLesson || named !== undefined ? {lesson, step: next?.id} : {lesson: nextLesson}
}

async function withLab(
  options: Options,
  environment: Environment,
  start: Start,
  began: Began,
  open: (lab: Lab) => Promise<void>,
): Promise<number> {
  const onScreen = !options.plain && !environment.screenReader && environment.screen
  if (!onScreen && !options.plain && !environment.screenReader && options.command !== 'sandbox')
    throw new LabError('cli.needsTerminal')
  const code = await (onScreen ? playOnScreen : playInLines)(options, environment, start, began, open)
  // Only now are the nodes gone.
  if (onScreen) printNote(message('ui.farewell'), languageOf(options, environment))
  return code
}

type Play = typeof withLab

const playOnScreen: Play = async (options, environment, start, began, open) => {
  const loading = import('../../ui/ui.tsx')
  await using lab = await newLab(options, environment, start, began)
  const stopKeeping = keepProgress(lab, began.progressFile)
  // The nodes start while the screen is still being loaded; what goes wrong with them is told by runUi.
  const opening = open(lab)
  opening.catch(() => undefined)
  const history = await openHistory(environment.historyFile)
  const {runUi} = await loading
  start.leaveSplash()
  const {color, unicode} = environment
  const language = languageOf(options, environment)
  const code = await runUi({lab, looks: {language, theme: {color, unicode}}, history, opening})
  await stopKeeping()
  await closeHistory(history, language)
  return code
}

const playInLines: Play = async (options, environment, start, began, open) => {
  const {runPlain} = await import('../../plain/plain.ts')
  start.leaveSplash()
  // A listener hears more than he can skim: what each command changed only if he asks.
  await using lab = await newLab(options, environment, start, began, {
    errors: true,
    changes: false,
    hints: true,
  })
  const stopKeeping = keepProgress(lab, began.progressFile)
  const history = await openHistory(environment.historyFile)
  const language = languageOf(options, environment)
  const code = await runPlain(lab, language, history, () => open(lab))
  await stopKeeping()
  await closeHistory(history, language)
  return code
}

async function closeHistory(history: History, language: Language) {
  const fault = await history.close()
  if (fault) printNote(fault, language)
}

async function newLab(
  options: Options,
  environment: Environment,
  start: Start,
  {lessons, progress: {passed, answers}}: Began,
  feedback?: Feedback,
): Promise<Lab> {
  const {server, keeper} = await prepareServer(options, environment, start.leaveSplash)
  const nodeTimeout = options.nodeTimeout ?? defaultNodeTimeout
  const {port} = options
  const {default: own} = await import('../../../package.json', {with: {type: 'json'}})
  const versions = {lab: own.version, server: `${properName[server.kind]} ${server.version}`}
  return new Lab(
    {lessons, program: server, versions, passed, answers, feedback, port, nodeTimeout, pollEvery},
    keeper,
  )
}
