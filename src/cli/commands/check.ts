// `check [id…]`: plays lessons on real nodes without a screen and proves them, several steps at once, each on ports of its own.

import {checkStep, type LessonReport, reportOn, type StepReport} from '../../check/check.ts'
import {Lab} from '../../lab/lab.ts'
import {nearest} from '../../model/commands/did-you-mean.ts'
import {type Lesson, lessonAt, type Step} from '../../model/lesson/lesson.ts'
import {LabError} from '../../model/text/lab-error.ts'
import {message, translate} from '../../model/text/messages.ts'
import {type Keeper, startKeeper} from '../../redis/keeper/keeper.ts'
import type {CommandContext} from '../command.ts'
import {loadLessons} from '../lesson-source.ts'
import {printResult} from '../output.ts'
import {runAtEachChange} from '../run-at-each-change.ts'
import {prepareServerAndKeeper} from '../server-and-keeper.ts'

/** ms; short, because nobody watches the failovers. */
const checkNodeTimeout = 1000
const pollEvery = 50
/** Steps played at once: a step mostly waits for timeouts of its nodes. */
const atOnce = 6

export async function check(context: CommandContext): Promise<number> {
  return context.options.watch ? await watchLessons(context) : await checkOnce(context)
}

/** @throws LabError if what is checked are the program's own lessons, which do not change */
async function watchLessons({options, language}: CommandContext): Promise<number> {
  if (options.lessons === undefined) throw new LabError('check.watchWhat')
  return await runAtEachChange(options.lessons, language)
}

async function checkOnce(context: CommandContext): Promise<number> {
  const {options} = context
  const lessons = await loadLessons(options)
  const named = options.ids.length > 0 ? options.ids.map(id => lessonAt(lessons, id)) : lessons
  const {chosen, isAsked} = withStep(named, options.step)
  // Steps are played at once, each on ports of its own; on a given port one after the other.
  if (options.port !== undefined && chosen.length > 1) throw new LabError('cli.onePort', {port: options.port})
  const {server, keeper} = await prepareServerAndKeeper(context)
  const {nodeTimeout = checkNodeTimeout, port} = options
  const extent = options.solutions ? 'solutions' : 'everything'
  const openLab = (itsKeeper: Keeper) =>
    new Lab({lessons: chosen, program: server, nodeTimeout, port, pollEvery}, itsKeeper)
  const progress = new CheckProgress(chosen, isAsked, report => printReport(report, context))
  // The last lessons first, because their steps take longest. All workers share one iterator.
  const steps = chosen
    .toReversed()
    .flatMap(lesson => lesson.steps.filter(isAsked).map(step => ({lesson, step})))
  const remaining = steps.values()
  const work = async (itsKeeper: Keeper) => {
    await using lab = openLab(itsKeeper)
    for (const {lesson, step} of remaining) progress.add(step, await checkStep(lab, lesson, step, {extent}))
  }
  const others = port === undefined ? Math.min(atOnce, steps.length) - 1 : 0
  await Promise.all([work(keeper), ...Array.from({length: others}, async () => work(await startKeeper()))])
  return progress.isFaultless ? 0 : 1
}

type Asked = Readonly<{chosen: readonly Lesson[]; isAsked: (step: Step) => boolean}>

/** All steps of all lessons, or those of one name. @throws LabError if no lesson has it */
function withStep(lessons: readonly Lesson[], id: string | undefined): Asked {
  if (id === undefined) return {chosen: lessons, isAsked: () => true}
  const isAsked = (step: Step) => step.id === id
  const chosen = lessons.filter(({steps}) => steps.some(isAsked))
  if (chosen.length > 0) return {chosen, isAsked}
  const ids = lessons.flatMap(({steps}) => steps.map(step => step.id))
  const near = nearest(id, ids)
  throw near === undefined
    ? new LabError('check.noStep', {step: id, steps: [...new Set(ids)].join(', ')})
    : new LabError('check.stepMeant', {step: id, near})
}

/** Gathers the reports on the steps, and tells of each lesson when all of its steps and all lessons before it are done. */
class CheckProgress {
  readonly #lessons: readonly Lesson[]
  readonly #isAsked: Asked['isAsked']
  readonly #tell: (report: LessonReport) => void
  readonly #steps = new Map<Step, StepReport>()
  #told = 0
  isFaultless = true

  constructor(lessons: readonly Lesson[], isAsked: Asked['isAsked'], tell: (report: LessonReport) => void) {
    this.#lessons = lessons
    this.#isAsked = isAsked
    this.#tell = tell
  }

  add(step: Step, report: StepReport) {
    this.#steps.set(step, report)
    for (let next = this.#next(); next; next = this.#next()) {
      this.#told += 1
      this.isFaultless &&= next.faults.length === 0
      this.#tell(next)
    }
  }

  /** The report on the first lesson that was not told of, if all of its steps are done. */
  #next(): LessonReport | undefined {
    const lesson = this.#lessons[this.#told]
    const asked = lesson?.steps.filter(this.#isAsked) ?? []
    const steps = asked.map(step => this.#steps.get(step)).filter(report => report !== undefined)
    if (!lesson || steps.length < asked.length) return undefined
    return {...reportOn(lesson, steps), steps: asked.map(({id}) => id)}
  }
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
