// All lessons and steps in one list, to go to any of them: what is passed, where the learner is, which one is chosen.

import type {Lesson} from '../model/lesson/lesson.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOf} from '../model/state/figures.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, span} from './draw/styled-text.ts'

/** A step by its place; the list's rows that can be chosen, in order. */
export type LessonStop = Readonly<{lesson: string; step: string}>

export function lessonStops(lessons: readonly Lesson[]): readonly LessonStop[] {
  return lessons.flatMap(({id, steps}) => steps.map(step => ({lesson: id, step: step.id})))
}

/** Where the choice begins: at the learner's step. */
export function currentStop(lessons: readonly Lesson[], {play}: LabState): number {
  const at = lessonStops(lessons).findIndex(({lesson, step}) => lesson === play?.lesson && step === play.step)
  return Math.max(0, at)
}

/** The list, and the row in it that is chosen. */
export function lessonsView(
  state: LabState,
  lessons: readonly Lesson[],
  style: Style,
  chosen: number,
): Readonly<{lines: readonly Line[]; at: number}> {
  let stop = -1
  let at = 0
  const lines = lessons.flatMap((lesson): readonly Line[] => {
    const words = lesson.words[style.language]
    const head: Line = [span(lesson.id, 'accent'), span(`  ${words.title}`, 'bright')]
    const steps = words.steps.map(({id, title}, i) => {
      stop += 1
      if (stop === chosen) at = stop + lessons.indexOf(lesson) + 1
      const here = state.play?.lesson === lesson.id && state.play.step === id
      const done = state.passed[lesson.id]?.[id] !== undefined
      const mark = style.sign(here ? 'stepNow' : done ? 'stepDone' : 'stepOpen')
      const text = ` ${mark} ${String(i + 1).padStart(2)}  ${fillPlaceholders(title, figuresOf(state))}`
      return line(text, stop === chosen ? 'selected' : 'plain')
    })
    return [head, ...steps]
  })
  return {lines, at}
}
