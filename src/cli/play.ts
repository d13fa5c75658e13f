// Runs the lab for a learner: on the full screen, or as lines of text with --plain or a screen reader.

import packageJson from '../../package.json' with {type: 'json'}
import {openHistory} from '../lab/files/history-file.ts'
import {keepProgress} from '../lab/files/keep-progress.ts'
import {type OpenedProgress, openProgress} from '../lab/files/progress-file.ts'
import {Lab, type LabOptions} from '../lab/lab.ts'
import {properName} from '../model/cluster/versions.ts'
import {type Lesson, lessonAt, stepsThatCount} from '../model/lesson/lesson.ts'
import type {Feedback} from '../model/state/lab-state.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Language, type Message, message} from '../model/text/messages.ts'
import {giveBackMemory, keepHeapSmall} from '../platform/memory.ts'
import {noScreen, type Sight} from '../views/sight.ts'
import type {CommandContext} from './command.ts'
import {nodeTimeoutFor} from './defaults.ts'
import {loadLessons, progressFileFor} from './lesson-source.ts'
import {printNote} from './output.ts'
import {screenOptions} from './screen-options.ts'
import {prepareServerAndKeeper} from './server-and-keeper.ts'

/** ms between two polls. */
const pollEvery = 200

/** The lessons of this run and the learner's progress in them. */
export type Learner = OpenedProgress & Readonly<{lessons: readonly Lesson[]; progressFile: string}>

type Place = Readonly<{lesson: Lesson; step?: string | undefined}>

export async function readLearner({options, environment, leaveSplash}: CommandContext): Promise<Learner> {
  // The lessons of others are programs: while one hangs, Ctrl-C has to work as in any shell.
  if (options.lessons !== undefined) leaveSplash()
  const progressFile = progressFileFor(options, environment)
  const lessons = await loadLessons(options)
  return {lessons, ...(await openProgress(progressFile, lessons)), progressFile}
}

/**
 * Where the learner left off: that step, or the next one if it was done.
 * A lesson that is given by name starts at its first step if it is finished or was not begun.
 */
export function placeOf({lessons, progress: {at, passed}}: Learner, name?: string): Place {
  const [first] = lessons
  const lesson =
    name === undefined ? (lessons.find(({id}) => id === at?.lesson) ?? first) : lessonAt(lessons, name)
  if (!lesson) throw new LabError('error.noLesson', {lesson: name ?? '', lessons: ''})
  const index = at?.lesson === lesson.id ? lesson.steps.findIndex(({id}) => id === at.step) : -1
  const isFinished = stepsThatCount(lesson, passed[lesson.id]).every(
    ({id}) => passed[lesson.id]?.[id] !== undefined,
  )
  if (index < 0 || (name !== undefined && isFinished)) return {lesson}
  if (!at?.done) return {lesson, step: at?.step}
  const nextLesson = lessons[lessons.indexOf(lesson) + 1]
  const next = lesson.steps[index + 1]
  return next || !nextLesson || name !== undefined ? {lesson, step: next?.id} : {lesson: nextLesson}
}

type Open = (lab: Lab) => Promise<void>
/** What goes along with the lab, such as a workshop. It ends before the lab does. `sight`: what the learner has in sight now. */
export type Beside = (lab: Lab, sight: () => Sight) => Promise<AsyncDisposable | undefined>

/** Runs a lab until the learner leaves; `open` brings it to its first step. Resolves to the exit code. */
export async function play(
  context: CommandContext,
  learner: Learner,
  open: Open,
  beside: Beside = async () => undefined,
): Promise<number> {
  const {options, environment, language} = context
  keepHeapSmall()
  // Behind what opening says, because a small screen shows only the last lines.
  const openTelling: Open = async lab => {
    giveBackWhileStarting(lab)
    await open(lab)
    if (learner.notice) lab.tell(learner.notice)
  }
  if (options.plain || environment.screenReader) return playInLines(context, learner, openTelling, beside)
  if (!environment.screen && options.command !== 'sandbox') throw new LabError('cli.needsTerminal')
  if (!environment.screen) return playInLines(context, learner, openTelling, beside)
  const code = await playOnScreen(context, learner, openTelling, beside)
  // Printed last, when the nodes have been removed.
  printNote(message('ui.farewell'), language)
  return code
}

/** ms */
const betweenCollections = 120_000

/** While the next nodes start, nobody sees that the lab stands still for a moment. */
function giveBackWhileStarting(lab: Lab): void {
  let last = performance.now()
  lab.subscribe(() => {
    if (lab.state().status !== 'starting' || performance.now() - last < betweenCollections) return
    last = performance.now()
    setImmediate(giveBackMemory)
  })
}

const screenFeedback: Feedback = {errors: true, changes: true, hints: true}

/** Bytes; more than the screen shows of a reply. */
const mostOfReply = 100_000

async function playOnScreen(
  context: CommandContext,
  learner: Learner,
  open: Open,
  beside: Beside,
): Promise<number> {
  const {environment, language, screen: opened, leaveSplash} = context
  const loading = import('../ui/ui.tsx')
  const {settings} = environment
  const feedback = {...screenFeedback, hints: settings.hints ?? true}
  await using lab = await newLab(context, learner, {mostOfReply, feedback})
  let sight = noScreen
  await using _beside = await beside(lab, () => sight)
  const stopKeeping = keepProgress(lab, learner.progressFile, learner.notice)
  // Starts the nodes while the screen is still loading; runUi reports their errors.
  const opening = open(lab)
  opening.catch(() => undefined)
  const history = await openHistory(environment.historyFile)
  const {runUi} = await loading
  const onSight = (now: Sight) => {
    sight = now
  }
  const screen = screenOptions(environment, language)
  const code = await runUi({lab, screen, opened, history, opening, onSight, leaveSplash})
  printAny([await stopKeeping(), await history.close()], language)
  return code
}

/** Fewer notes than on the screen, because listening is slower than reading: what a command changed is shown on request only. */
const plainFeedback: Feedback = {errors: true, changes: false, hints: true}

async function playInLines(
  context: CommandContext,
  learner: Learner,
  open: Open,
  beside: Beside,
): Promise<number> {
  const {environment, language, leaveSplash} = context
  const {runPlain} = await import('../plain/plain.ts')
  leaveSplash()
  await using lab = await newLab(context, learner, {
    feedback: plainFeedback,
    everyPush: !process.stdout.isTTY,
  })
  await using _beside = await beside(lab, () => noScreen)
  const stopKeeping = keepProgress(lab, learner.progressFile, learner.notice)
  const history = await openHistory(environment.historyFile)
  const code = await runPlain({lab, language, history, open: () => open(lab)})
  printAny([await stopKeeping(), await history.close()], language)
  return code
}

function printAny(notes: readonly (Message | undefined)[], language: Language) {
  for (const note of notes) if (note) printNote(note, language)
}

type Listener = Pick<LabOptions, 'feedback' | 'everyPush' | 'mostOfReply'>

async function newLab(context: CommandContext, learner: Learner, listener: Listener = {}): Promise<Lab> {
  const {server, keeper} = await prepareServerAndKeeper(context)
  const {port} = context.options
  const nodeTimeout = nodeTimeoutFor(context)
  const {
    lessons,
    progress: {passed, answers},
  } = learner
  const versions = {lab: packageJson.version, server: `${properName[server.kind]} ${server.version}`}
  return new Lab(
    {lessons, program: server, versions, passed, answers, ...listener, port, nodeTimeout, pollEvery},
    keeper,
  )
}
