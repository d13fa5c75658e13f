// What a step asks and how far it is met: task, conditions, slip, hints; or, when it is passed, what was achieved.

import {type Lesson, lessonAt} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import type {Verdict} from '../model/lesson/verdict.ts'
import type {LabState, Play} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, span} from './draw/styled-text.ts'
import {sign, type Theme} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'
import {predictionLines} from './questions.ts'

/** Where to look, which command, its shape. */
export const hintLevels = 3

/** What of the asked part is left out when there is too little room for it and some lines of the text. */
const details = ['all', 'brief', 'briefest', 'folded'] as const
type Detail = (typeof details)[number]

/** More changes than these are not read. */
const mostHappened = 6

/** What every part of the lesson pane needs. */
export type Page = Readonly<{
  state: LabState
  play: Play
  lessons: readonly Lesson[]
  words: StepWords
  style: Style
  /** Fills the placeholders of a lesson's text. */
  filled: (text: string) => string
  width: number
}>

/** In as much detail as `room` rows allow, and in the least if not even that fits. */
export function askedWithin(page: Page, room: number): readonly Line[] {
  for (const detail of details) {
    const lines = askedLines(page, detail)
    if (lines.length <= room) return lines
  }
  return askedLines(page, 'folded')
}

function askedLines(page: Page, detail: Detail): readonly Line[] {
  const {state, play, style} = page
  if (state.status === 'starting') return [line(style.text('ui.raising'), 'dim')]
  if (play.phase === 'preparing') return preparingLines(page)
  if (play.phase === 'passed') return passedLines(page, detail)
  if (play.phase === 'free') return wrap([span(style.text('ui.freed'), 'accent')], page.width)
  const prediction = predictionLines({...state, play}, page)
  const unanswered = prediction.length > 0 && play.predicted === undefined
  // First what is expected, then what is done: in little room the question stands alone until it is answered.
  if (unanswered && detail !== 'all') return [...prediction, ...slipLines(page), ...hintLines(page, detail)]
  // What was said is shown again beside what came of it, when the step is passed.
  const shown = detail === 'all' || detail === 'brief' ? prediction : []
  return [
    ...shown,
    ...(shown.length > 0 && detail === 'all' ? [emptyLine] : []),
    ...taskLines(page),
    ...conditionLines(page, detail),
    ...slipLines(page),
    ...hintLines(page, detail),
  ]
}

/** Waiting is normal; only when it takes long the way out is named. */
const longWait = 10_000

function preparingLines({state, play, style, width}: Page): readonly Line[] {
  const {waitsFor, preparedAt} = play
  if (!waitsFor || waitsFor.is === 'met') return [line(style.text('ui.preparing'), 'dim')]
  const because = style.translate(waitsFor.because)
  const waited = (state.snapshot?.at ?? 0) - (preparedAt ?? 0)
  return [
    ...wrap([span(style.text('ui.waitsFor', {because}), 'warn')], width),
    ...(waited > longWait ? [line(style.text('ui.resetOffer'), 'dim')] : []),
  ]
}

function passedLines(page: Page, detail: Detail): readonly Line[] {
  const {state, play, lessons, words, style, filled, width} = page
  const ticks = Object.values(words.goals).flatMap(sentence =>
    tick(style.sign('met'), 'good', filled(sentence), width),
  )
  return [
    ...(detail === 'all' ? ticks : []),
    ...predictionLines({...state, play}, page),
    ...wrap(inline(style.text('ui.passed', {passed: filled(words.passed)})), width),
    ...(detail === 'all' || detail === 'brief' ? happenedLines(page) : []),
    ...(detail === 'all' || hintedSince(page) ? hintLines(page, detail) : []),
    ...wrap([span(goOnWords(play, lessons, style), 'accent')], width),
  ]
}

/** A hint can be read when the step is passed too: then it was asked for, and is shown however little room there is. */
function hintedSince({state, play}: Page): boolean {
  return play.hints > (state.passed[play.lesson]?.[play.step]?.hints ?? 0)
}

/** What the step has changed, as long as it is not a crowd. */
function happenedLines({play, style, width}: Page): readonly Line[] {
  const sentences = play.changes.slice(0, mostHappened).map(one => style.translate(one))
  if (sentences.length === 0) return []
  const label = span(style.text('ui.happened'), 'dim')
  return wrap([label, span(sentences.join(' · '), 'dim')], width, 2)
}

/** What Enter does now: the next step, the next lesson, or nothing more. */
function goOnWords({lesson: id, step}: Play, lessons: readonly Lesson[], style: Style): string {
  const lesson = lessonAt(lessons, id)
  if (lesson.steps.at(-1)?.id !== step) return style.text('ui.enterGoesOn')
  const next = lessons[lessons.indexOf(lesson) + 1]
  return next ? style.text('ui.lessonDone', {lesson: id, next: next.id}) : style.text('ui.allDone')
}

function taskLines({words, style, filled, width}: Page): readonly Line[] {
  const [before = '', after = ''] = style.text('ui.yourTurn', {task: '\n'}).split('\n')
  return wrap([span(before, 'accent'), ...inline(filled(words.task), 'bright'), span(after)], width)
}

function conditionLines(page: Page, detail: Detail): readonly Line[] {
  const {play, words, style, filled, width} = page
  const firstOpen = play.conditions.find(({verdict}) => verdict.is !== 'met')
  const met = play.conditions.filter(({verdict}) => verdict.is === 'met').length
  const folds = detail === 'folded' && met > 1
  const fold = style.text('ui.metOf', {met, all: play.conditions.length})
  const listed = folds ? play.conditions.filter(({verdict}) => verdict.is !== 'met') : play.conditions
  const conditions = listed.flatMap(condition => {
    const {id, verdict} = condition
    const {mark, tone} = markOf(verdict, style.theme)
    const explained = detail === 'all' || condition === firstOpen || verdict.is === 'lost'
    return [
      ...tick(mark, tone, filled(words.goals[id] ?? id), width),
      ...(explained ? becauseLines(verdict, page) : []),
    ]
  })
  return folds ? [...tick(style.sign('met'), 'good', fold, width), ...conditions] : conditions
}

function markOf(verdict: Verdict, theme: Theme) {
  if (verdict.is === 'met') return {mark: sign('met', theme), tone: 'good'} as const
  if (verdict.is === 'lost') return {mark: sign('lost', theme), tone: 'bad'} as const
  return {mark: sign('open', theme), tone: 'plain'} as const
}

function tick(
  mark: string,
  tone: 'good' | 'bad' | 'plain',
  sentence: string,
  width: number,
): readonly Line[] {
  return wrap([span(` ${mark} `, tone), ...inline(sentence)], width, 3)
}

/** What is seen instead; if the goal is out of reach, also the way out. */
function becauseLines(verdict: Verdict, {style, width}: Page): readonly Line[] {
  if (verdict.is === 'met') return []
  const because = wrap(
    [span(`   ${style.translate(verdict.because)}`, verdict.is === 'lost' ? 'bad' : 'dim')],
    width,
    3,
  )
  return verdict.is === 'lost' ? [...because, line(`   ${style.text('ui.resetOffer')}`, 'warn')] : because
}

function slipLines({play, words, filled, width}: Page): readonly Line[] {
  if (play.mistake === undefined) return []
  return wrap(
    [span(' ! ', 'warn'), ...inline(filled(words.mistakes[play.mistake] ?? play.mistake), 'warn')],
    width,
    3,
  )
}

/** All the hints asked for; in little room only the last. */
function hintLines({play, words, style, filled, width}: Page, detail: Detail): readonly Line[] {
  const asked = words.hints.slice(0, play.hints)
  const hints = asked.map((hint, i) => {
    const label = style.text('ui.hint', {n: i + 1})
    return wrap([span(` ${style.sign('hint')} ${label}`, 'accent'), ...inline(filled(hint))], width, 3)
  })
  const shown = detail === 'all' ? hints : hints.slice(detail === 'brief' ? -2 : -1)
  const noMore = play.hints > hintLevels ? [line(`   ${style.text('ui.noMoreHints')}`, 'dim')] : []
  return [...shown.flat(), ...noMore]
}
