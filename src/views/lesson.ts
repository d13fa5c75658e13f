// The lesson pane: the text, which scrolls, and below it the task, which stays in sight.

import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {isPredictionOpen} from '../model/state/question.ts'
import type {Size} from './draw/pane-sizes.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {quizLines} from './questions.ts'
import {type Page, taskWithin} from './task.ts'
import type {ViewInput} from './view-input.ts'

export type LessonView = Readonly<{
  title: string
  text: readonly Line[]
  /** Task, goals, mistake and hints; for a passed step, what was achieved. */
  task: readonly Line[]
}>

/** Lines of the text that stay in sight above the task. */
const leastText = 3

export function lessonView(input: ViewInput, size: Size): LessonView {
  const {state, lessons, style} = input
  const {play, quiz} = state
  if (!play) return {title: style.text('ui.freePlay'), text: [], task: []}
  const lesson = lessonAt(lessons, play.lesson)
  const words = lesson.words[style.language].steps[lesson.steps.indexOf(stepAt(lesson, play.step))]
  const filled = (text: string) => fillPlaceholders(text, figuresOf(state))
  if (quiz) {
    const asked = quizLines(quiz, {...input, filled, width: size.columns}, size.rows)
    return {title: style.text(`question.${quiz.why}`), text: [], task: asked}
  }
  if (!words) return {title: play.step, text: [], task: []}
  const page: Page = {...input, play, words, filled, width: size.columns}
  const text = textLines(page)
  // In a passed step, what was achieved matters more than the text.
  const kept = play.phase === 'passed' ? 0 : leastText
  const room = size.rows - 1 - Math.min(kept, text.length)
  return {title: filled(words.title), text, task: taskWithin(page, room)}
}

/** The step's text; with the part that explains once no question is open. */
function textLines({play, lessons, words, filled, width}: Page): readonly Line[] {
  const shown = isPredictionOpen(lessons, play) ? words.text : [...words.text, ...words.more]
  const blocks = shown.map(({kind, text}) => {
    if (kind === 'code') return [line(`    ${filled(text)}`, 'code')]
    const item = kind === 'item' ? [span('- ')] : []
    return wrap([...item, ...inline(filled(text))], width, item.length > 0 ? 2 : 0)
  })
  return blocks.flatMap((block, i) => (i === 0 ? block : [emptyLine, ...block]))
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
