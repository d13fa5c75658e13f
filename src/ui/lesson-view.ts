// The lesson pane: the text, which scrolls, and below it what is asked and how far it is met, which stays in sight.

import {type Lesson, lessonAt, stepAt} from '../model/lesson.ts'
import type {StepWords} from '../model/lesson-words.ts'
import {fillPlaceholders} from '../model/placeholders.ts'
import type {LabState, Play} from '../model/state.ts'
import type {Verdict} from '../model/verdict.ts'
import type {Size} from './layout.ts'
import {emptyLine, type Line, line, span} from './line.ts'
import {sign, type Theme} from './theme.ts'
import {inline, type Wording, word, wordOf} from './wording.ts'
import {wrap} from './wrap.ts'

export type LessonView = Readonly<{
  title: string
  text: readonly Line[]
  /** Conditions, slip, hints; or, when passed, what was achieved. */
  asked: readonly Line[]
}>

/** Where to look, which command, its shape. */
export const hintLevels = 3

/** A pane with fewer rows has none for a heading, and room for what is seen instead of one condition only. */
const roomyRows = 14

/** What every part of the pane needs. */
type Page = Readonly<{
  play: Play
  words: StepWords
  wording: Wording
  /** Fills the placeholders of a lesson's text. */
  filled: (text: string) => string
  width: number
  roomy: boolean
}>

export function lessonView(
  state: LabState,
  lessons: readonly Lesson[],
  wording: Wording,
  size: Size,
): LessonView {
  const {play} = state
  if (!play) return {title: word(wording, 'ui.freePlay'), text: [], asked: []}
  const lesson = lessonAt(lessons, play.lesson)
  const words = lesson.words[wording.language].steps[lesson.steps.indexOf(stepAt(lesson, play.step))]
  if (!words) return {title: play.step, text: [], asked: []}
  const filled = (text: string) => fillPlaceholders(text, state.base, state.snapshot)
  const page: Page = {play, words, wording, filled, width: size.columns, roomy: size.rows >= roomyRows}
  const raising = [line(word(wording, 'ui.raising'), 'dim')]
  return {
    title: filled(words.title),
    text: textLines(page),
    asked: state.standing === 'raising' ? raising : askedLines(page),
  }
}

function textLines({words, filled, width}: Page): readonly Line[] {
  const blocks = words.text.map(({kind, text}) => {
    if (kind === 'code') return [line(`    ${filled(text)}`, 'code')]
    const item = kind === 'item' ? [span('- ')] : []
    return wrap([...item, ...inline(filled(text))], width, item.length > 0 ? 2 : 0)
  })
  return blocks.flatMap((block, i) => (i === 0 ? block : [emptyLine, ...block]))
}

function askedLines(page: Page): readonly Line[] {
  if (page.play.phase === 'preparing') return preparingLines(page)
  if (page.play.phase === 'passed') return passedLines(page)
  return [...conditionLines(page), ...slipLines(page), ...hintLines(page)]
}

function preparingLines({play, wording, width}: Page): readonly Line[] {
  const {waitsFor} = play
  if (!waitsFor || waitsFor.is === 'met') return [line(word(wording, 'ui.preparing'), 'dim')]
  const because = wordOf(wording, waitsFor.because)
  return [
    ...wrap([span(word(wording, 'ui.waitsFor', {because}), 'warn')], width),
    line(word(wording, 'ui.resetOffer'), 'dim'),
  ]
}

function passedLines({words, wording, filled, width, roomy}: Page): readonly Line[] {
  const ticks = Object.values(words.goal).flatMap(sentence =>
    tick(sign('met', wording.theme), 'good', filled(sentence), width),
  )
  return [
    ...(roomy ? ticks : []),
    ...wrap([span(`${word(wording, 'ui.passed')}: `, 'good'), ...inline(filled(words.passed))], width),
    line(word(wording, 'ui.enterGoesOn'), 'accent'),
  ]
}

function conditionLines(page: Page): readonly Line[] {
  const {play, words, wording, filled, width, roomy} = page
  const firstOpen = play.conditions.find(({verdict}) => verdict.is !== 'met')
  return [
    ...(roomy ? [line(`${word(wording, 'ui.yourTurn')}:`, 'accent')] : []),
    ...play.conditions.flatMap(condition => {
      const {id, verdict} = condition
      const {mark, tone} = markOf(verdict, wording.theme)
      const explained = roomy || condition === firstOpen || verdict.is === 'lost'
      return [
        ...tick(mark, tone, filled(words.goal[id] ?? id), width),
        ...(explained ? becauseLines(verdict, page) : []),
      ]
    }),
  ]
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
function becauseLines(verdict: Verdict, {wording, width}: Page): readonly Line[] {
  if (verdict.is === 'met') return []
  const because = wrap(
    [span(`   ${wordOf(wording, verdict.because)}`, verdict.is === 'lost' ? 'bad' : 'dim')],
    width,
    3,
  )
  return verdict.is === 'lost' ? [...because, line(`   ${word(wording, 'ui.resetOffer')}`, 'warn')] : because
}

function slipLines({play, words, filled, width}: Page): readonly Line[] {
  if (play.slip === undefined) return []
  return wrap([span(' ! ', 'warn'), ...inline(filled(words.slips[play.slip] ?? play.slip), 'warn')], width, 3)
}

function hintLines({play, words, wording, filled, width}: Page): readonly Line[] {
  const shown = words.hints.slice(0, play.hints).flatMap((hint, i) => {
    const label = `${word(wording, 'ui.hint', {n: i + 1})}: `
    return wrap(
      [span(` ${sign('hint', wording.theme)} ${label}`, 'accent'), ...inline(filled(hint))],
      width,
      3,
    )
  })
  const noMore = play.hints > hintLevels ? [line(`   ${word(wording, 'ui.noMoreHints')}`, 'dim')] : []
  return [...shown, ...noMore]
}

/** `●●◉○○`: the steps of the lesson, passed, now, to come. */
export function stepDots(lesson: Lesson, {play, passed}: LabState, theme: Theme): string {
  const done = passed[lesson.id] ?? []
  return lesson.steps
    .map(({id}) => {
      if (id === play?.step) return sign('stepNow', theme)
      return sign(done.includes(id) ? 'stepDone' : 'stepOpen', theme)
    })
    .join('')
}
