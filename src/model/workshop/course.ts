// What the instructor's page says of the lessons: titles, conditions, known mistakes and questions in each language.

import type {Language} from '../text/fill.ts'
import type {WorkshopEvent} from './event.ts'

/** `answer`: the right option. */
export type CourseQuestion = Readonly<{
  id: string
  answer: string
  words: Readonly<Record<Language, Readonly<{text: string; options: readonly CourseOption[]}>>>
}>

export type CourseOption = Readonly<{id: string; text: string}>

/** `goals`, `mistakes`: what is said of each, by id. */
type CourseStepWords = Readonly<{
  title: string
  goals: Readonly<Record<string, string>>
  mistakes: Readonly<Record<string, string>>
}>

export type CourseStep = Readonly<{id: string; words: Readonly<Record<Language, CourseStepWords>>}>

/** `questions`: those before the first step, then one of each step that has one. */
export type CourseLesson = Readonly<{
  id: string
  words: Readonly<Record<Language, Readonly<{title: string}>>>
  questions: readonly CourseQuestion[]
  steps: readonly CourseStep[]
}>

export type Course = readonly CourseLesson[]

/** Tells whether an event names nothing but lessons, steps, mistakes and options that the course has. */
export function isIn(course: Course): (event: WorkshopEvent) => boolean {
  const steps = new Map(
    course.flatMap(({id, steps}) =>
      steps.map(step => [`${id} ${step.id}`, new Set(Object.keys(step.words.en.mistakes))] as const),
    ),
  )
  const options = new Set(
    course.flatMap(({id, questions}) =>
      questions.flatMap(question => question.words.en.options.map(one => `${id} ${question.id} ${one.id}`)),
    ),
  )
  return event => {
    if (event.kind === 'answer') return options.has(`${event.lesson} ${event.question} ${event.option}`)
    if (!('step' in event)) return true
    const mistakes = steps.get(`${event.lesson} ${event.step}`)
    return mistakes !== undefined && (event.kind !== 'mistake' || mistakes.has(event.mistake))
  }
}
