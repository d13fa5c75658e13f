// The minutes of a lesson in the plan of a workshop (docs/workshop.md): an estimate from its words and steps, not a measurement of a class.

import type {Lesson} from '../src/model/lesson/lesson.ts'
import type {QuestionWords, StepWords} from '../src/model/lesson/lesson-words.ts'

/** A technical text that is tried out at the same time. */
const wordsPerMinute = 150
/** For typing, a mistake now and then, and what the nodes take. */
const perStep = 1.5
/** Most of an incident is looking. */
const perIncident = 4

/** Rounded to five minutes. */
export function plannedMinutes(lesson: Lesson): number {
  const {recall, steps} = lesson.words.en
  const read = [...Object.values(recall).map(questionText), ...steps.map(stepText)].join(' ')
  const minutes =
    read.split(/\s+/).length / wordsPerMinute +
    lesson.steps.reduce((sum, step) => sum + (step.incident ? perIncident : perStep), 0)
  return Math.round(minutes / 5) * 5
}

/** What everybody reads: no hints, no solutions, no sentences about mistakes. */
function stepText({title, text, prediction, more, task, goals, passed, review}: StepWords): string {
  const paragraphs = [...text, ...more].map(paragraph => paragraph.text)
  const asked = prediction ? [questionText(prediction)] : []
  return [title, ...paragraphs, ...asked, task, ...Object.values(goals), passed, ...review].join(' ')
}

/** With the reply to one of the options. */
function questionText({text, options}: QuestionWords): string {
  return [text, ...options.map(option => option.text), options[0]?.reply ?? ''].join(' ')
}
