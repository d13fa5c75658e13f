// Plays lessons on real nodes without a screen and proves them: no step is solved at its start, each solution passes, on new nodes and again
// after /reset, and each mistake is recognized and does not pass. The lab itself judges.

import type {Lab} from '../lab/lab.ts'
import {readAgain, waitForState} from '../lab/run/wait-for-state.ts'
import {isTranslated, type Lesson, type Mistake, type Solution, type Step} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {proofread} from '../model/lesson/proofread.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {questionWords} from '../model/state/question.ts'
import {type Message, message, translate, type Values} from '../model/text/messages.ts'

export type LessonReport = Readonly<{
  lesson: string
  steps: readonly string[]
  /** How many solutions and mistakes were played. */
  paths: number
  /** ms */
  ms: number
  faults: readonly Message[]
  /** Hints for the author that are not faults. */
  notes: readonly Message[]
}>

export type Timeouts = Readonly<{
  /** ms until a step has reached its start. */
  ready: number
  /** ms until a solution has passed; it may need a failover. */
  solved: number
  /** ms until a mistake is recognized. */
  mistake: number
}>

const defaultTimeouts: Timeouts = {ready: 15_000, solved: 25_000, mistake: 5_000}
/** The second run proves that a step can be reset, and that nothing of the first run is left. */
const runs = ['check.fresh', 'check.reset'] as const
type Run = (typeof runs)[number]

/** Checks one lesson on a lab of its own. Goes on after a fault, so that all are found. */
export async function checkLesson(
  lab: Lab,
  lesson: Lesson,
  timeouts: Timeouts = defaultTimeouts,
): Promise<LessonReport> {
  const start = performance.now()
  const faults: Message[] = [...proofread(lesson)]
  let paths = 0
  for (const step of lesson.steps) {
    const player = {lab, lesson, step, timeouts}
    for (const solution of step.solutions) {
      for (const run of runs) {
        paths += 1
        faults.push(...(await playSolution(player, solution, run)))
      }
    }
    for (const mistake of step.mistakes) {
      paths += 1
      faults.push(...(await playMistake(player, mistake)))
    }
  }
  return {
    lesson: lesson.id,
    steps: lesson.steps.map(step => step.id),
    paths,
    ms: performance.now() - start,
    faults,
    notes: isTranslated(lesson) ? [] : [message('check.noTranslation', {lesson: lesson.id})],
  }
}

type Player = Readonly<{lab: Lab; lesson: Lesson; step: Step; timeouts: Timeouts}>

async function playSolution(player: Player, solution: Solution, run: Run): Promise<readonly Message[]> {
  const {lab, lesson, step, timeouts} = player
  const notReady = await begin(player, run)
  if (notReady) return [notReady]
  await play(lab, solution.lines)
  const because = await missing(lab, passed, timeouts.solved)
  const at = {lesson: lesson.id, step: step.id, id: solution.id, run: message(run)}
  return because ? [message('check.notSolved', {...at, because})] : predictionFaults(player, at)
}

/** A learner who solves the step must see the outcome of the prediction. */
function predictionFaults({lab, lesson, step}: Player, at: Values): readonly Message[] {
  if (!step.prediction) return []
  const outcome = lab.state().play?.outcome
  if (outcome === undefined) return [message('check.noOutcome', at)]
  const words = questionWords(lab.lessons, {lesson: lesson.id, question: step.id}, 'en')
  return words.options.some(({id}) => id === outcome)
    ? []
    : [message('check.unknownOutcome', {...at, actual: outcome})]
}

async function playMistake(player: Player, mistake: Mistake): Promise<readonly Message[]> {
  const {lab, lesson, step, timeouts} = player
  const at = {lesson: lesson.id, step: step.id, id: mistake.id}
  const notReady = await begin(player, 'check.fresh')
  if (notReady) return [notReady]
  await play(lab, mistake.example)
  const because = await missing(
    lab,
    state => state.play?.mistake === mistake.id || state.play?.mistake || '-',
    timeouts.mistake,
  )
  if (passed(lab.state()) === true) return [message('check.mistakePassed', at)]
  return because ? [message('check.mistakeUnseen', {...at, because})] : []
}

/** Brings the step to its start. Returns what is wrong with that start, or undefined. */
async function begin({lab, lesson, step, timeouts}: Player, run: Run): Promise<Message | undefined> {
  await (run === 'check.fresh' ? lab.open(lesson.id, step.id) : lab.run('/reset'))
  const at = {lesson: lesson.id, step: step.id, run: message(run)}
  const because = await missing(lab, opened, timeouts.ready)
  if (because) return message('check.notReady', {...at, because})
  const open = lab.state().play?.conditions.some(({verdict}) => verdict.is !== 'met')
  return open ? undefined : message('check.solvedAtStart', at)
}

async function play(lab: Lab, lines: readonly string[]) {
  for (const line of lines) {
    await lab.run(fillPlaceholders(line, figuresOf(lab.state())))
    await readAgain(lab)
  }
}

async function missing(
  lab: Lab,
  question: (state: LabState) => true | string,
  within: number,
): Promise<string | undefined> {
  try {
    await waitForState(lab, question, within)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function opened({play}: LabState): true | string {
  if (play?.phase === 'open' || play?.phase === 'passed') return true
  return play?.waitsFor && play.waitsFor.is !== 'met' ? translate('en', play.waitsFor.because) : 'preparing'
}

function passed({play}: LabState): true | string {
  if (!play) return 'no step'
  if (play.phase === 'passed') return true
  const open = play.conditions.find(({verdict}) => verdict.is !== 'met')
  if (!open || open.verdict.is === 'met') return `phase ${play.phase}`
  return `${open.id}: ${translate('en', open.verdict.because)}`
}
