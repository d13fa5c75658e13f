// The task of a step: goals and how far they are met, mistake, hints; for a passed step, what was achieved.

import {lessonAt, stepAt, stepsThatCount} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import type {Verdict} from '../model/lesson/verdict.ts'
import type {Play} from '../model/state/lab-state.ts'
import {passedText} from '../model/state/passed-text.ts'
import {waysOut} from '../model/state/ways-out.ts'
import {isJumpOpen} from '../model/state/workshop.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {clockLines, reviewLines} from './incident.ts'
import {predictionLines, pressWords, type QuestionInput} from './questions.ts'

/** The first hint says where to look, the second which command, the third its syntax. */
export const hintLevels = 3

/**
 * How much of the task is left out when there is too little room beside the text. `airy`: nothing, with a blank line before what is new; `spaced`: as little
 * as `brief`, with blank lines.
 */
const details = ['airy', 'all', 'spaced', 'brief', 'briefest', 'folded'] as const
type Detail = (typeof details)[number]

function isWhole(detail: Detail): boolean {
  return detail === 'airy' || detail === 'all'
}

function hasGaps(detail: Detail): boolean {
  return detail === 'airy' || detail === 'spaced'
}

function isAtLeastBrief(detail: Detail): boolean {
  return details.indexOf(detail) <= details.indexOf('brief')
}

/** Nobody reads more changes than these. */
const mostChanges = 6

/** What the parts of the lesson pane are made from. */
export type Page = QuestionInput & Readonly<{play: Play; words: StepWords}>

/** The rows for the task `beside` the text, and those it has `alone`. */
type Room = Readonly<{beside: number; alone: number}>

/** The task in as much detail as its room allows. What does not fit even alone is scrolled, so nothing essential is left out. */
export function taskWithin(page: Page, {beside, alone}: Room): readonly Line[] {
  const linesOf = (detail: Detail) => taskLines(page, detail)
  const firstWithin = (rows: number, among: readonly Detail[]) => {
    for (const detail of among) {
      const lines = linesOf(detail)
      if (lines.length <= rows) return lines
    }
    return undefined
  }
  const readable = details.filter(isAtLeastBrief)
  const compact = details.filter(detail => !hasGaps(detail))
  return (
    firstWithin(beside, readable) ??
    firstWithin(alone, compact) ??
    linesOf(page.play.phase === 'passed' ? 'folded' : 'brief')
  )
}

/** What the task begins with while the step is only read, and what must be in sight: the question, or else the sentence that says what to do. */
export function askedLines(page: Page): readonly Line[] {
  const prediction = predictionLines(page.play, page)
  if (prediction.length > 0) return [...faultLines(page), ...prediction]
  return [...faultLines(page), ...(isIncident(page) ? clockLines(page) : []), ...sentenceLines(page)]
}

function taskLines(page: Page, detail: Detail): readonly Line[] {
  return [...faultLines(page), ...stepLines(page, detail)]
}

/** One of the lesson's own functions failed: its author has to know. */
function faultLines({play, style, width}: Page): readonly Line[] {
  return play.fault ? wrap([span(style.translate(play.fault), 'bad')], width) : []
}

function stepLines(page: Page, detail: Detail): readonly Line[] {
  const {state, play, style} = page
  if (state.status === 'starting') return [line(style.text('ui.startingNodes'), 'dim')]
  if (play.phase === 'preparing') return preparingLines(page)
  if (play.phase === 'passed') return isIncident(page) ? overLines(page) : passedLines(page, detail)
  if (play.phase === 'free') return wrap([span(style.text('ui.freed'), 'accent')], page.width)
  const prediction = predictionLines(play, page)
  const unanswered = prediction.length > 0 && play.predicted === undefined
  // The conditions would give the answer away.
  if (unanswered)
    return [...prediction, emptyLine, ...sentenceLines(page), ...lostLines(page), ...newsLines(page, detail)]
  // What the learner predicted can be left out here, because the passed step shows it again; what happened cannot.
  const shown = play.seen || isAtLeastBrief(detail) ? prediction : []
  return [
    ...shown,
    ...(shown.length > 0 && isWhole(detail) ? [emptyLine] : []),
    ...(isIncident(page) ? clockLines(page) : []),
    ...sentenceLines(page),
    ...goalLines(page, detail),
    ...stuckLines(page),
    ...newsLines(page, detail),
  ]
}

/** What the learner's last commands brought: the mistake in them, and the hint that was asked for. */
function newsLines(page: Page, detail: Detail): readonly Line[] {
  const blocks = [mistakeLines(page), hintLines(page)].filter(lines => lines.length > 0)
  return blocks.flatMap(lines => (hasGaps(detail) ? [emptyLine, ...lines] : lines))
}

/** Waiting is normal; a way out is offered only after this time, ms. */
const longWait = 3000

function preparingLines(page: Page): readonly Line[] {
  const {state, play, style, width} = page
  const {waitsFor, preparedAt} = play
  // What an incident waits for is its cause.
  if (!waitsFor || waitsFor.is === 'met' || isIncident(page)) return [line(style.text('ui.preparing'), 'dim')]
  const because = style.translate(waitsFor.because)
  const waited = (state.snapshot?.at ?? 0) - (preparedAt ?? 0)
  return [
    ...wrap([span(style.text('ui.waitsFor', {because}), 'warn')], width),
    ...waysOut(waitsFor.because, state.snapshot).map(way => line(style.text('ui.waitsForLine', {line: way}))),
    ...(waited > longWait ? [line(style.text('ui.resetOffer'))] : []),
  ]
}

function passedLines(page: Page, detail: Detail): readonly Line[] {
  const {play, words, style, filled, width} = page
  const ticks = Object.values(words.goals).flatMap(sentence =>
    tick(style.sign('met'), 'good', filled(sentence), width),
  )
  const blocks = [
    predictionLines(play, page, detail === 'folded'),
    // Where they stood while the step was open.
    isWhole(detail) ? ticks : [],
    passedSentence(page),
    isAtLeastBrief(detail) ? changeLines(page) : [],
    hintedSince(page) ? hintLines(page) : [],
    detail === 'folded' && isNextInFooter(page) ? [] : wrap([span(nextWords(page), 'accent')], width),
  ].filter(lines => lines.length > 0)
  return isWhole(detail) || hasGaps(detail)
    ? blocks.flatMap((lines, i) => (i === 0 ? lines : [emptyLine, ...lines]))
    : blocks.flat()
}

/** Within a lesson, unless Enter there is the answer to a jump. */
function isNextInFooter({state, play, lessons}: Page): boolean {
  const endsLesson = lessonAt(lessons, play.lesson).steps.at(-1)?.id === play.step
  return !endsLesson && !isJumpOpen(state.workshop)
}

function isIncident({play, lessons}: Page): boolean {
  return stepAt(lessonAt(lessons, play.lesson), play.step).incident
}

/** The review of an incident is read as a whole, however many pages it has. */
function overLines(page: Page): readonly Line[] {
  const hint = hintedSince(page) ? [emptyLine, ...hintLines(page)] : []
  const next = wrap([span(nextWords(page), 'accent')], page.width)
  return [...passedSentence(page), emptyLine, ...reviewLines(page), ...hint, emptyLine, ...next]
}

/** The label stands out, so that it is seen where what happened begins. */
function passedSentence(page: Page): readonly Line[] {
  const {style, filled, width} = page
  const [before = '', after = ''] = style.text('ui.passed', {passed: '\n'}).split('\n')
  return wrap([span(before, 'good'), ...inline(filled(passedWords(page))), span(after)], width)
}

function passedWords({play, words, lessons}: Page): string {
  const {facts} = stepAt(lessonAt(lessons, play.lesson), play.step)
  return passedText(
    words,
    facts.map(({id}) => id),
    play,
  )
}

/** True if a hint was asked for after the step was passed: it is then shown however little room there is. */
function hintedSince({state, play}: Page): boolean {
  return play.hints > (state.passed[play.lesson]?.[play.step]?.hints ?? 0)
}

/** The first few changes that the step made. */
function changeLines({play, style, width}: Page): readonly Line[] {
  const sentences = play.changes.slice(0, mostChanges).map(one => style.translate(one))
  if (sentences.length === 0) return []
  const label = span(style.text('ui.happened'), 'dim')
  return wrap([label, span(sentences.join(' · '))], width, 2)
}

/** What opens the next step or lesson, or the closing page. */
function nextWords({state, play: {lesson: id, step}, lessons, style}: Page): string {
  const press = pressWords(state, style)
  const lesson = lessonAt(lessons, id)
  if (lesson.steps.at(-1)?.id !== step) return style.text('ui.goesOn', {press})
  const next = lessons[lessons.indexOf(lesson) + 1]
  if (next) return style.text('ui.lessonDone', {lesson: id, next: next.id, press})
  const left = lessons.flatMap(one =>
    stepsThatCount(one, state.passed[one.id]).filter(({id: at}) => !state.passed[one.id]?.[at]),
  ).length
  return left > 0 ? style.text('ui.lastDone', {n: left, press}) : style.text('ui.allDone', {press})
}

function sentenceLines({words, style, filled, width}: Page): readonly Line[] {
  const [before = '', after = ''] = style.text('ui.yourTurn', {task: '\n'}).split('\n')
  return wrap([span(before, 'accent'), ...inline(filled(words.task), 'bright'), span(after)], width)
}

function goalLines(page: Page, detail: Detail): readonly Line[] {
  const {play, words, style, filled, width} = page
  const firstOpen = play.conditions.find(({verdict}) => verdict.is !== 'met')
  const met = play.conditions.filter(({verdict}) => verdict.is === 'met').length
  const folds = detail === 'folded' && met > 1
  const fold = style.text('ui.metOf', {met, all: play.conditions.length})
  const listed = folds ? play.conditions.filter(({verdict}) => verdict.is !== 'met') : play.conditions
  const conditions = listed.flatMap(condition => {
    const {id, verdict} = condition
    const {mark, tone} = markOf(verdict, style)
    // The reason would name what an incident is about.
    const isTold = !isIncident(page) && (isWhole(detail) || condition === firstOpen)
    const explained = isTold || verdict.is === 'lost'
    return [
      ...tick(mark, tone, filled(words.goals[id] ?? id), width),
      ...(explained ? becauseLines(verdict, page) : []),
    ]
  })
  return folds ? [...tick(style.sign('met'), 'good', fold, width), ...conditions] : conditions
}

function markOf(verdict: Verdict, style: Style) {
  if (verdict.is === 'met') return {mark: style.sign('met'), tone: 'good'} as const
  if (verdict.is === 'lost') return {mark: style.sign('lost'), tone: 'bad'} as const
  return {mark: style.sign('open'), tone: 'plain'} as const
}

function tick(
  mark: string,
  tone: 'good' | 'bad' | 'plain',
  sentence: string,
  width: number,
): readonly Line[] {
  return wrap([span(` ${mark} `, tone), ...inline(sentence)], width, 3)
}

/** Why the goal is not met; if it can no longer be met, also the way out. */
function becauseLines(verdict: Verdict, {style, width}: Page): readonly Line[] {
  if (verdict.is === 'met') return []
  const because = wrap(
    [span(`   ${style.translate(verdict.because)}`, verdict.is === 'lost' ? 'bad' : 'plain')],
    width,
    3,
  )
  return verdict.is === 'lost' ? [...because, line(`   ${style.text('ui.resetOffer')}`, 'warn')] : because
}

/** A dead end is told even while the conditions are hidden. */
function lostLines(page: Page): readonly Line[] {
  return page.play.conditions.flatMap(({verdict}) =>
    verdict.is === 'lost' ? becauseLines(verdict, page) : [],
  )
}

/** A way out, unless a condition that cannot be met any more offers it. */
function stuckLines({play, style, width}: Page): readonly Line[] {
  const isLost = play.conditions.some(({verdict}) => verdict.is === 'lost')
  return play.stuck && !isLost ? wrap([span(style.text('ui.stuck'), 'warn')], width) : []
}

function mistakeLines({play, words, filled, width}: Page): readonly Line[] {
  if (play.mistake === undefined) return []
  return wrap(
    [span(' ! ', 'warn'), ...inline(filled(words.mistakes[play.mistake] ?? play.mistake), 'warn')],
    width,
    3,
  )
}

/** The last hint that was asked for: each one says more than those before it, which would only take the lesson's room. */
function hintLines({play, words, style, filled, width}: Page): readonly Line[] {
  const n = Math.min(play.hints, words.hints.length)
  const hint = words.hints[n - 1]
  if (hint === undefined) return []
  const label = span(` ${style.sign('hint')} ${style.text('ui.hint', {n})}`, 'accent')
  const noMore = play.hints > hintLevels ? [line(`   ${style.text('ui.noMoreHints')}`)] : []
  return [...wrap([label, ...inline(filled(hint))], width, 3), ...noMore]
}
