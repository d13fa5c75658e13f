// Plays lessons on real nodes without a screen and proves them: no step is solved at its start; each solution passes, on new nodes and again
// after /reset, and so does each further way; on all of them what the passed text claims holds, and what the question asks about is seen; each
// mistake is recognized and does not pass. The lab itself judges.

import type {Lab} from '../lab/lab.ts'
import {waitForState} from '../lab/run/wait-for-state.ts'
import {highlights, isHighlight} from '../model/cluster/highlight.ts'
import {commandOf, describe, errorOf} from '../model/commands/action.ts'
import {nearest} from '../model/commands/did-you-mean.ts'
import {isBad, outcomeText} from '../model/commands/outcome-text.ts'
import {
  isTranslated,
  type Lesson,
  type Mistake,
  neededFor,
  type Solution,
  type Step,
  stepOn,
} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {proofread} from '../model/lesson/proofread.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {firstLine} from '../model/text/first-line.ts'
import {LabError} from '../model/text/lab-error.ts'
import {type Message, message, translate, type Values} from '../model/text/messages.ts'

export type LessonReport = Readonly<{
  lesson: string
  steps: readonly string[]
  /** How many solutions, ways and mistakes were played. */
  paths: number
  /** ms; of all steps together, also where they were played at the same time. */
  ms: number
  faults: readonly Message[]
  /** Hints for the author that are not faults. */
  notes: readonly Message[]
}>

export type StepReport = Pick<LessonReport, 'paths' | 'ms' | 'faults'> & Partial<Pick<LessonReport, 'notes'>>

export type Timeouts = Readonly<{
  /** ms until a step has reached its start. */
  ready: number
  /** ms until a solution has passed; it may need a failover. */
  solved: number
  /** ms until a mistake is recognized. */
  mistake: number
  /** ms for one line; a reshard of many slots takes a while. */
  line: number
}>

/** How much of a step is played. */
export type Extent = 'everything' | 'solutions'

const defaultTimeouts: Timeouts = {ready: 15_000, solved: 25_000, mistake: 5_000, line: 60_000}
/** The second run proves that a step can be reset, and that nothing of the first run is left. */
const runs = ['check.fresh', 'check.reset'] as const
type Run = (typeof runs)[number]

/** Checks one lesson, its steps one after the other. Goes on after a fault, so that all are found. */
export async function checkLesson(lab: Lab, lesson: Lesson, timeouts?: Timeouts): Promise<LessonReport> {
  const steps: StepReport[] = []
  for (const step of lesson.steps) steps.push(await checkStep(lab, lesson, step, timeouts && {timeouts}))
  return reportOn(lesson, steps)
}

/** Plays every path of one step; it needs none of the lesson's other steps, so that several labs may share a lesson. */
export async function checkStep(
  lab: Lab,
  lesson: Lesson,
  step: Step,
  {timeouts = defaultTimeouts, extent = 'everything'}: Partial<{timeouts: Timeouts; extent: Extent}> = {},
): Promise<StepReport> {
  const start = performance.now()
  const {server, serverVersion} = lab.state()
  const needed = neededFor(step, server, serverVersion)
  if (needed !== undefined) {
    const notes = [message('check.notPlayed', {lesson: lesson.id, step: step.id, needed})]
    return {paths: 0, ms: 0, faults: [], notes}
  }
  try {
    const played = await playAll({lab, lesson, step, timeouts}, extent)
    return {...played, ms: performance.now() - start}
  } catch (error) {
    // Nodes that cannot start end this step, not the check of the others.
    if (!(error instanceof LabError)) throw error
    const faults = [message('check.stopped', {lesson: lesson.id, because: error.reason})]
    return {paths: 0, ms: performance.now() - start, faults}
  }
}

/** What the reports on a lesson's steps say together, and what a reader finds in its words. */
export function reportOn(lesson: Lesson, steps: readonly StepReport[]): LessonReport {
  return {
    lesson: lesson.id,
    steps: lesson.steps.map(step => step.id),
    paths: sum(steps.map(({paths}) => paths)),
    ms: sum(steps.map(({ms}) => ms)),
    faults: distinct([...proofread(lesson), ...steps.flatMap(({faults}) => faults)]),
    notes: [...notesOn(lesson), ...steps.flatMap(({notes = []}) => notes)],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

function notesOn(lesson: Lesson): readonly Message[] {
  const translation = isTranslated(lesson) ? [] : [message('check.noTranslation', {lesson: lesson.id})]
  const fields = lesson.steps.flatMap(({id, highlight}) =>
    highlight.filter(field => !isHighlight(field)).map(field => unknownField(lesson.id, id, field)),
  )
  return [...translation, ...fields]
}

function unknownField(lesson: string, step: string, field: string): Message {
  const near = nearest(field, highlights)
  const values = {lesson, step, field}
  return near === undefined
    ? message('check.noField', values)
    : message('check.fieldMeant', {...values, near})
}

/** The fault of a function shows on every path. */
function distinct(faults: readonly Message[]): readonly Message[] {
  return [...new Map(faults.map(fault => [JSON.stringify(fault), fault])).values()]
}

type Player = Readonly<{lab: Lab; lesson: Lesson; step: Step; timeouts: Timeouts}>

/** A path that passes the step: a solution, played twice, or one of the further ways. */
type Path = Solution & Readonly<{kind: 'check.solution' | 'check.way'; run: Run}>

async function playAll(player: Player, extent: Extent): Promise<Omit<StepReport, 'ms'>> {
  const {step} = player
  if (extent === 'solutions') return await playSolutions(player)
  const paths: readonly Path[] = [
    ...step.solutions.flatMap(one => runs.map(run => ({...one, kind: 'check.solution', run}) as const)),
    ...step.ways.map(one => ({...one, kind: 'check.way', run: 'check.fresh'}) as const),
  ]
  const faults: Message[] = []
  const held = new Set<string>()
  for (const path of paths) {
    faults.push(...(await playPath(player, path)))
    for (const fact of player.lab.state().play?.facts ?? []) held.add(fact)
  }
  faults.push(...factFaults(player, held))
  const {server, serverVersion} = player.lab.state()
  const {mistakes} = stepOn(step, server, serverVersion)
  for (const mistake of mistakes) faults.push(...(await playMistake(player, mistake)))
  return {paths: paths.length + mistakes.length, faults}
}

/** Each once: whether the step can be passed on this server, not whether everything about it holds. */
async function playSolutions(player: Player): Promise<Omit<StepReport, 'ms'>> {
  const faults: Message[] = []
  const {solutions} = player.step
  for (const one of solutions)
    faults.push(...(await playPath(player, {...one, kind: 'check.solution', run: 'check.fresh'})))
  return {paths: solutions.length, faults}
}

async function playPath(player: Player, {id, lines, kind, run}: Path): Promise<readonly Message[]> {
  const {lab, lesson, step, timeouts} = player
  const notReady = await begin(player, run)
  if (notReady) return [notReady]
  const at = {lesson: lesson.id, step: step.id, id, kind: message(kind), run: message(run)}
  const fail = await play(player, lines, at)
  if (fail) return [fail]
  const because = await missing(lab, passed, isHopeless(lab) ? timeouts.mistake : timeouts.solved)
  const {fault} = lab.state().play ?? {}
  if (fault) return [fault]
  if (because) return [notSolved(lab, {...at, because})]
  return [...seenFaults(player, at, id), ...claimFaults(player, at)]
}

/** Errors in the line itself: waiting changes nothing. */
const wrongLine =
  /^ERR (unknown (sub)?command|wrong number of arguments|syntax error|Protocol error|value is not)|^WRONGTYPE/

/** The last line was refused, and nothing that the nodes do by themselves can make up for it. */
function isHopeless(lab: Lab): boolean {
  const last = lab.state().play?.outcomes.at(-1)
  return last !== undefined && wrongLine.test(errorOf(last) ?? '')
}

/** Names the last line that failed: mostly it is the cause. */
function notSolved(lab: Lab, values: Values): Message {
  const {play, roster} = lab.state()
  const bad = play?.outcomes.findLast(isBad)
  if (!bad) return message('check.notSolved', values)
  const reply = firstLine(outcomeText(bad, roster, 'en'))
  return message('check.notSolvedError', {...values, line: describe(bad.action, roster), reply})
}

/** The event of the question must be seen on every path, but for those that the author names. */
function seenFaults({lab, step}: Player, at: Values, id: string): readonly Message[] {
  if (!step.prediction) return []
  const isExpected = !step.prediction.unseen?.includes(id)
  if ((lab.state().play?.seen ?? false) === isExpected) return []
  return [message(isExpected ? 'check.unseen' : 'check.seen', at)]
}

/** The facts without a sentence of their own are claims of the passed text: they must hold on every path. */
function claimFaults({lab, lesson, step}: Player, at: Values): readonly Message[] {
  const stated = statedIn(lesson, step)
  const hold = lab.state().play?.facts ?? []
  return step.facts
    .filter(({id}) => stated[id] === undefined && !hold.includes(id))
    .map(({id}) => message('check.claim', {...at, fact: id}))
}

/** Facts with a sentence that is never shown. */
function factFaults({lesson, step}: Player, held: ReadonlySet<string>): readonly Message[] {
  return step.facts
    .filter(({id}) => statedIn(lesson, step)[id] !== undefined && !held.has(id))
    .map(({id}) => message('check.factNever', {lesson: lesson.id, step: step.id, fact: id}))
}

/** The sentences of the step's facts, by id. */
function statedIn({words, steps}: Lesson, step: Step): Readonly<Record<string, string>> {
  return words.en.steps[steps.indexOf(step)]?.facts ?? {}
}

async function playMistake(player: Player, mistake: Mistake): Promise<readonly Message[]> {
  const {lab, lesson, step, timeouts} = player
  const run = 'check.fresh'
  const at = {
    ...{lesson: lesson.id, step: step.id, id: mistake.id},
    ...{kind: message('check.mistake'), run: message(run)},
  }
  const notReady = await begin(player, run)
  if (notReady) return [notReady]
  const fail = await play(player, mistake.example, at)
  if (fail) return [fail]
  const because = await missing(
    lab,
    state => state.play?.mistake === mistake.id || state.play?.mistake || '-',
    timeouts.mistake,
  )
  const {fault} = lab.state().play ?? {}
  if (fault) return [fault]
  if (passed(lab.state()) === true) return [message('check.mistakePassed', at)]
  if (because) return [message('check.mistakeUnseen', {...at, because})]
  const isSeen = lab.state().play?.seen && step.prediction?.unseen?.includes(mistake.id)
  return isSeen ? [message('check.seen', at)] : []
}

/** Brings the step to its start. Returns what is wrong with that start, or undefined. */
async function begin(player: Player, run: Run): Promise<Message | undefined> {
  const {lab, lesson, step, timeouts} = player
  const start = () => (run === 'check.fresh' ? lab.open(lesson.id, step.id) : lab.run('/reset'))
  const line = await waitingLine(player, start)
  const at = {lesson: lesson.id, step: step.id, run: message(run)}
  const because = await missing(lab, opened, timeouts.ready)
  const {play} = lab.state()
  if (play?.fault) return play.fault
  if (line !== undefined) return message('check.setupWaits', {...at, line})
  if (because) return message('check.notReady', {...at, because})
  if (play?.seen) return message('check.seenAtStart', at)
  const open = play?.conditions.some(({verdict}) => verdict.is !== 'met')
  return open ? undefined : message('check.solvedAtStart', at)
}

/** Returns the fault of the first line that waits forever, or should wait and does not; later lines are not run. */
async function play(player: Player, lines: readonly string[], at: Values): Promise<Message | undefined> {
  const {lab} = player
  for (const [i, line] of lines.entries()) {
    const waiting = await waitingLine(player, () => lab.run(fillPlaceholders(line, figuresOf(lab.state()))))
    if (waiting !== undefined) return message('check.lineWaits', {...at, line: waiting})
    const reply = i < lines.length - 1 ? refusedPause(lab) : undefined
    if (reply !== undefined) return message('check.pauseRefused', {...at, line, reply})
    await lab.readWhole(readingTime)
  }
  return undefined
}

/** ms that a node that runs gets to answer between two lines: a state that holds only there is judged by this reading alone. */
const readingTime = 2000

/** Commands that a path may use only to let time pass. */
const pauses = [['WAIT'], ['WAITAOF'], ['DEBUG', 'SLEEP']]

/** The error reply of the last line if it should have given the nodes time: a replica refuses WAIT at once, and all later lines come too early. */
function refusedPause(lab: Lab): string | undefined {
  const {play, roster} = lab.state()
  const last = play?.outcomes.at(-1)
  if (last === undefined || errorOf(last) === undefined) return undefined
  const words = commandOf(last.action)
  const isPause = pauses.some(pause => pause.every((word, i) => words[i] === word))
  return isPause ? firstLine(outcomeText(last, roster, 'en')) : undefined
}

/** Returns the first line in `work` that waits for so long that nobody could go on, as a BLPOP of a list that nothing fills; it is canceled then. */
async function waitingLine(
  {lab, timeouts}: Player,
  work: () => Promise<unknown>,
): Promise<string | undefined> {
  let waiting: string | undefined
  const late = setInterval(() => {
    waiting ??= lab.state().entries.findLast(({running}) => running)?.typed
    lab.cancel()
  }, timeouts.line)
  await work().finally(() => clearInterval(late))
  return waiting
}

async function missing(
  lab: Lab,
  question: (state: LabState) => true | string,
  within: number,
): Promise<string | undefined> {
  try {
    // A fault of the lesson ends the waiting: the expected state may never come.
    await waitForState(lab, state => (state.play?.fault ? true : question(state)), within)
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
