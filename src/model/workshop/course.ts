// What the instructor's page says of the lessons: titles, conditions, known mistakes and questions in each language.

import type {Language} from '../text/fill.ts'

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
