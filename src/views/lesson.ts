// The lesson pane: the text and below it the task, in one piece. If not all of it fits, the pane opens at what is new.

import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState, Play} from '../model/state/lab-state.ts'
import {isPredictionOpen} from '../model/state/question.ts'
import {layoutOf, type Shown, type Size} from './draw/pane-sizes.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {quizLines} from './questions.ts'
import {askedLines, type Page, taskWithin} from './task.ts'
import type {ViewInput} from './view-input.ts'

export type LessonView = Readonly<{
  title: string
  text: readonly Line[]
  /** Task, goals, mistake and hints; for a passed step, what was achieved. */
  task: readonly Line[]
  /** The first line in sight if not all fits, counted from the text's first one. */
  opensAt: number
  /** The first lines of the task that stay in sight below the text while it is read; 0 if they scroll with it. */
  keeps: number
}>

/** Whether the pane has something to show: a step, or questions, which `/review` asks in free play too. */
export function hasLesson({play, quiz}: Pick<LabState, 'play' | 'quiz'>): boolean {
  return play !== undefined || quiz !== undefined
}

export function lessonView(input: ViewInput, size: Size): LessonView {
  const {state, lessons, style} = input
  const {play, quiz} = state
  const filled = (text: string) => fillPlaceholders(text, figuresOf(state))
  if (quiz) {
    const asked = quizLines(quiz, {...input, filled, width: size.columns}, size.rows)
    return {title: style.text(`question.${quiz.why}`), text: [], task: asked, opensAt: 0, keeps: 0}
  }
  if (!play) return {title: style.text('ui.freePlay'), text: [], task: [], opensAt: 0, keeps: 0}
  const lesson = lessonAt(lessons, play.lesson)
  const words = lesson.words[style.language].steps[lesson.steps.indexOf(stepAt(lesson, play.step))]
  if (!words) return {title: play.step, text: [], task: [], opensAt: 0, keeps: 0}
  const page: Page = {...input, play, words, filled, width: size.columns}
  const asked = blockLines(words.text, page)
  // The part that explains would give the answer away.
  const hides = play.phase === 'preparing' || isPredictionOpen(lessons, play)
  const more = hides ? [] : blockLines(words.more, page)
  const text = more.length > 0 ? [...asked, emptyLine, ...more] : asked
  const [beside, twoPages] = [size.rows - text.length - 1, 2 * size.rows - text.length - 2]
  // While it is read, no more than a page key away; later the task stands alone.
  const alone = hasNews(play) ? size.rows : Math.min(size.rows, twoPages)
  const task = taskWithin(page, {beside, alone})
  const explains = play.phase === 'open' && !hasBegun(play) && !isHelped(play) && more.length > 0
  const opensAt = explains ? asked.length + 1 : opening(play, text, task, size)
  const place = hasNews(play) ? {opensAt, keeps: 0} : whileRead(page, text, task, size)
  return {title: filled(words.title), text, task, ...(play.phase === 'preparing' ? atTheTop : place)}
}

type Place = Pick<LessonView, 'opensAt' | 'keeps'>

const atTheTop: Place = {opensAt: 0, keeps: 0}

/**
 * The step opens at its beginning, with what it asks kept in sight below, if one page key then shows the rest. If not, as with a question that has
 * many options, it opens with what it asks, and the beginning of the text is scrolled away.
 */
function whileRead(page: Page, text: readonly Line[], task: readonly Line[], {rows}: Size): Place {
  const asked = askedLines(page).length
  const room = rows - 1 - asked
  // A page key goes on with the last line in sight.
  if (text.length + 1 + task.length - rows < room) return {opensAt: 0, keeps: asked}
  const begins = text.length > 0 ? text.length + 1 : 0
  return {opensAt: Math.min(begins, Math.max(0, begins + asked - rows)), keeps: 0}
}

/** Opens at the task; at its end, where mistakes and hints are, if it does not fit. */
function opening(play: Play, text: readonly Line[], task: readonly Line[], {rows}: Size): number {
  const endsWithNews = play.phase === 'open' && isHelped(play)
  return endsWithNews && task.length > rows ? Number.POSITIVE_INFINITY : text.length + 1
}

/** A mistake is explained, or a hint was asked for: they stand at the end. */
function isHelped({mistake, hints}: Play): boolean {
  return mistake !== undefined || hints > 0
}

/** True once the step has more to show than its text and its task. */
function hasNews(play: Play): boolean {
  const {predicted, phase} = play
  if (phase === 'preparing') return false
  return phase !== 'open' || hasBegun(play) || isHelped(play) || predicted !== undefined
}

/** True once the learner ran a command, or met a goal in another way. */
function hasBegun({outcomes, conditions, start}: Play): boolean {
  const since = start?.at ?? 0
  return outcomes.length > 0 || conditions.some(({metAt = since}) => metAt > since)
}

/** Differs whenever the pane has something new to show: it then opens there, however it was scrolled before. */
export function lessonPage({play, quiz}: LabState): string {
  if (!play) return quiz ? String(quiz.chosen.length) : ''
  const {lesson, step, phase, predicted, seen, mistake, hints, conditions} = play
  const met = conditions.filter(({verdict}) => verdict.is === 'met').length
  const news = [hasBegun(play), predicted, seen, mistake, hints, met, quiz?.chosen.length]
  return JSON.stringify([lesson, step, phase, ...news])
}

/** How much room the lesson takes on a small screen: more for reading, before the step's first command, and for a passed step that needs it. */
export function lessonShown(input: ViewInput, size: Size, otherView: boolean): Shown['lesson'] {
  const {play, quiz} = input.state
  if (quiz) return 'reading'
  if (!play) return 'none'
  if (play.phase === 'preparing' || (play.phase === 'open' && !hasBegun(play))) return 'reading'
  const layout = layoutOf(size, {lesson: 'doing', otherView, nodes: input.state.roster.length})
  if (play.phase !== 'passed' || layout.tier !== 'rows' || !layout.lesson) return 'doing'
  return lessonView(input, layout.lesson).task.length > layout.lesson.rows ? 'reading' : 'doing'
}

function blockLines(blocks: StepWords['text'], {filled, width}: Page): readonly Line[] {
  return blocks.flatMap(({kind, text}, i) => {
    const gap = i === 0 ? [] : [emptyLine]
    if (kind === 'code') return [...gap, ...wrap(line(`    ${filled(text)}`, 'code'), width, 6)]
    const item = kind === 'item' ? [span('- ')] : []
    return [...gap, ...wrap([...item, ...inline(filled(text))], width, item.length > 0 ? 2 : 0)]
  })
}

/** `●●◉○○`: the steps of a lesson, passed, current and to come. */
export function stepDots(lesson: Lesson, state: LabState, style: Style): string {
  return lesson.steps.map(({id}) => stepSign({lesson: lesson.id, step: id}, state, style)).join('')
}

export function stepSign(
  {lesson, step}: Readonly<{lesson: string; step: string}>,
  {play, passed}: LabState,
  style: Style,
): string {
  if (play?.lesson === lesson && play.step === step) return style.sign('stepNow')
  return style.sign(passed[lesson]?.[step] ? 'stepDone' : 'stepOpen')
}
