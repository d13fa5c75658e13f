// The lesson pane: the text, which scrolls, and below it what is asked and how far it is met, which stays in sight.

import {type Lesson, lessonAt, stepAt} from '../model/lesson.ts'
import type {StepWords} from '../model/lesson-words.ts'
import {fillPlaceholders} from '../model/placeholders.ts'
import type {LabState, Play} from '../model/state.ts'
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

const hintLevels = 3

export function lessonView(
  state: LabState,
  lessons: readonly Lesson[],
  wording: Wording,
  width: number,
): LessonView {
  const {play} = state
  if (!play) return {title: word(wording, 'ui.freePlay'), text: [], asked: []}
  const lesson = lessonAt(lessons, play.lesson)
  const words = lesson.words[wording.language].steps[lesson.steps.indexOf(stepAt(lesson, play.step))]
  if (!words) return {title: play.step, text: [], asked: []}
  const filled = (text: string) => fillPlaceholders(text, state.base, state.snapshot)
  return {
    title: filled(words.title),
    text: textLines(words, filled, width),
    asked: askedLines(state, play, words, filled, wording, width),
  }
}

type Filled = (text: string) => string

function textLines(words: StepWords, filled: Filled, width: number): readonly Line[] {
  const blocks = words.text.map(({kind, text}) => {
    if (kind === 'code') return [line(`    ${filled(text)}`, 'code')]
    const item = kind === 'item' ? [span('- ')] : []
    return wrap([...item, ...inline(filled(text))], width, item.length > 0 ? 2 : 0)
  })
  return blocks.flatMap((block, i) => (i === 0 ? block : [emptyLine, ...block]))
}

function askedLines(
  state: LabState,
  play: Play,
  words: StepWords,
  filled: Filled,
  wording: Wording,
  width: number,
): readonly Line[] {
  if (state.standing === 'raising') return [line(word(wording, 'ui.raising'), 'dim')]
  if (play.phase === 'preparing') return preparing(play, wording, width)
  if (play.phase === 'passed') return passedLines(words, filled, wording, width)
  return [
    ...conditionLines(play, words, filled, wording, width),
    ...slipLines(play, words, filled, width),
    ...hintLines(play, words, filled, wording, width),
  ]
}

function preparing(play: Play, wording: Wording, width: number): readonly Line[] {
  const {waitsFor} = play
  if (!waitsFor || waitsFor.is === 'met') return [line(word(wording, 'ui.preparing'), 'dim')]
  const because = wordOf(wording, waitsFor.because)
  return [
    ...wrap([span(word(wording, 'ui.waitsFor', {because}), 'warn')], width),
    line(word(wording, 'ui.resetOffer'), 'dim'),
  ]
}

function passedLines(words: StepWords, filled: Filled, wording: Wording, width: number): readonly Line[] {
  const {theme} = wording
  return [
    ...Object.values(words.goal).flatMap(sentence =>
      tick(sign('met', theme), 'good', filled(sentence), width),
    ),
    ...wrap([span(`${word(wording, 'ui.passed')}: `, 'good'), ...inline(filled(words.passed))], width),
    line(word(wording, 'ui.enterGoesOn'), 'accent'),
  ]
}

function conditionLines(
  play: Play,
  words: StepWords,
  filled: Filled,
  wording: Wording,
  width: number,
): readonly Line[] {
  const {theme} = wording
  return [
    line(`${word(wording, 'ui.yourTurn')}:`, 'accent'),
    ...play.conditions.flatMap(({id, verdict}) => {
      const sentence = filled(words.goal[id] ?? id)
      if (verdict.is === 'met') return tick(sign('met', theme), 'good', sentence, width)
      const lostNow = verdict.is === 'lost'
      const because = wrap(
        [span(`   ${wordOf(wording, verdict.because)}`, lostNow ? 'bad' : 'dim')],
        width,
        3,
      )
      const offer = lostNow ? [line(`   ${word(wording, 'ui.resetOffer')}`, 'warn')] : []
      return [
        ...tick(sign(lostNow ? 'lost' : 'open', theme), lostNow ? 'bad' : 'plain', sentence, width),
        ...because,
        ...offer,
      ]
    }),
  ]
}

function tick(
  mark: string,
  tone: 'good' | 'bad' | 'plain',
  sentence: string,
  width: number,
): readonly Line[] {
  return wrap([span(` ${mark} `, tone), ...inline(sentence)], width, 3)
}

function slipLines(play: Play, words: StepWords, filled: Filled, width: number): readonly Line[] {
  if (play.slip === undefined) return []
  return wrap([span(' ! ', 'warn'), ...inline(filled(words.slips[play.slip] ?? play.slip), 'warn')], width, 3)
}

function hintLines(
  play: Play,
  words: StepWords,
  filled: Filled,
  wording: Wording,
  width: number,
): readonly Line[] {
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
