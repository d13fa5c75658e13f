// The list of all lessons and steps, to go to any of them: which are passed, which is the current one, which is selected.

import type {Lesson} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type Line, line, padTo, span} from './draw/styled-text.ts'
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

/** `at`: the row of the selected stop, whose bar is `width` cells wide. */
export function lessonListView(
  {state, lessons, style}: ViewInput,
  chosen: number,
  width: number,
): Readonly<{lines: readonly Line[]; at: number}> {
  let stop = -1
  let at = 0
  const lines = lessons.flatMap((lesson): readonly Line[] => {
    const words = lesson.words[style.language]
    const head: Line = [span(lesson.id, 'accent'), span(`  ${words.title}`, 'bright')]
    const steps = words.steps.map(({id, title}, i) => {
      stop += 1
      if (stop === chosen) at = stop + lessons.indexOf(lesson) + 1
      const mark = stepSign({lesson: lesson.id, step: id}, state, style)
      const text = ` ${mark} ${String(i + 1).padStart(2)}  ${fillPlaceholders(title, figuresOf(state))}`
      return stop === chosen
        ? line(padTo(`${text}  ${id}`, width), 'selected')
        : [span(text), span(`  ${id}`, 'dim')]
    })
    return [head, ...steps]
  })
  return {lines, at}
}
