// The list of all lessons and steps, to go to any of them: which are passed, which is the current one, which is selected.

import {type Lesson, neededFor} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Size} from './draw/pane-sizes.ts'
import {emptyLine, type Line, line, padTo, span, widthOf} from './draw/styled-text.ts'
import {stepSign} from './lesson.ts'
import type {ViewInput} from './view-input.ts'

/** A step of a lesson: a row of the list that can be selected. */
export type LessonStop = Readonly<{lesson: string; step: string}>

export function lessonStops(lessons: readonly Lesson[]): readonly LessonStop[] {
  return lessons.flatMap(({id, steps}) => steps.map(step => ({lesson: id, step: step.id})))
}

/** The place of the current step among all stops; the selection begins there. */
export function currentStop(lessons: readonly Lesson[], {play}: LabState): number {
  const at = lessonStops(lessons).findIndex(({lesson, step}) => lesson === play?.lesson && step === play.step)
  return Math.max(0, at)
}

/** `at`: the row of the selected stop, whose bar is as wide as the list. The lessons stand apart if all of them fit. */
export function lessonListView(
  input: ViewInput,
  chosen: number,
  {columns: width, rows}: Size,
): Readonly<{lines: readonly Line[]; at: number}> {
  const {lessons, style} = input
  const [selected] = lessonStops(lessons).slice(chosen)
  const listed = lessons.map(lesson => stepRows(lesson, input))
  // The ids stand below each other.
  const idsAt = Math.max(...listed.flat().map(({text}) => widthOf(text))) + 2
  const blocks = lessons.map((lesson, i): readonly Row[] => {
    const words: Line = [span(lesson.id, 'accent'), span(`  ${lesson.words[style.language].title}`, 'bright')]
    const steps = (listed[i] ?? []).map(({text, step}): Row => {
      const isSelected = selected?.lesson === lesson.id && selected.step === step
      const whole = padTo(text, idsAt)
      return isSelected
        ? {words: line(padTo(whole + step, width), 'selected'), isSelected}
        : {words: [span(whole), span(step, 'dim')]}
    })
    return [{words}, ...steps]
  })
  const airy = blocks.flat().length + blocks.length - 1 <= rows
  const all = blocks.flatMap((block, i) => (airy && i > 0 ? [{words: emptyLine}, ...block] : block))
  return {lines: all.map(({words}) => words), at: Math.max(0, all.findIndex(isChosen))}
}

type Row = Readonly<{words: Line; isSelected?: boolean}>

function isChosen({isSelected}: Row): boolean {
  return isSelected === true
}

type StepRow = Readonly<{text: string; step: string}>

function stepRows(lesson: Lesson, {state, style}: ViewInput): readonly StepRow[] {
  return lesson.steps.map((step, i) => {
    const mark = stepSign({lesson: lesson.id, step: step.id}, state, style)
    const number = String(i + 1).padStart(2)
    const title = fillPlaceholders(lesson.words[style.language].steps[i]?.title ?? '', figuresOf(state))
    const needed = neededFor(step, state.server, state.serverVersion)
    const text = needed === undefined ? title : style.text('list.needs', {title, needed})
    return {text: ` ${mark} ${number}  ${text}`, step: step.id}
  })
}
