// Report of a learner's progress as data: the steps, answers and changes of each lesson, and the totals. Pure; report-markdown.ts formats it.

import {nominalRoster} from '../cluster/node.ts'
import type {Lesson, Step} from '../lesson/lesson.ts'
import type {QuestionWords} from '../lesson/lesson-words.ts'
import {fillPlaceholders} from '../lesson/placeholders.ts'
import type {GivenAnswer, PassedStep} from '../state/lab-state.ts'
import {recallPrefix} from '../state/question.ts'
import {type Language, translate} from '../text/messages.ts'
import type {Progress} from './progress.ts'

/** Texts are those of the lessons, with `code` and **strong** markup. Times are in ms since the epoch, `seconds` in seconds. */
export type Report = Readonly<{
  at: number
  totals: Totals
  lessons: readonly ReportedLesson[]
  /** Progress in lessons that this version does not have. */
  elsewhere: readonly Readonly<{lesson: string; steps: number; answers: number}>[]
}>

export type Totals = Readonly<{
  lessons: Readonly<{finished: number; all: number}>
  steps: Readonly<{passed: number; all: number}>
  answers: Readonly<{right: number; all: number}>
  seconds: number
  hints: number
  solved: number
}>

export type ReportedLesson = Readonly<{
  id: string
  title: string
  recall: readonly ReportedAnswer[]
  steps: readonly ReportedStep[]
}>

export type ReportedStep = Readonly<{
  id: string
  title: string
  /** Absent while the step is open. */
  passed?: ReportedPass
  prediction?: ReportedAnswer
}>

/** `at` is 0 if an old version saved no more than that the step was passed. */
export type ReportedPass = Omit<PassedStep, 'changes'> & Readonly<{changes: readonly string[]}>

export type ReportedAnswer = Readonly<{
  question: string
  chosen: string
  /** Outcome of the prediction; for a recall question, the right answer. */
  outcome: string
  reply: string
  right: boolean
  at: number
}>

/** @param at time of the report, ms since the epoch */
export function reportOf(
  lessons: readonly Lesson[],
  progress: Progress,
  language: Language,
  at: number,
): Report {
  const reported = lessons.map(lesson => reportLesson(lesson, progress, language))
  return {at, totals: totalsOf(reported), lessons: reported, elsewhere: elsewhere(lessons, progress)}
}

function reportLesson(lesson: Lesson, {passed, answers}: Progress, language: Language): ReportedLesson {
  const words = lesson.words[language]
  const answered = answers[lesson.id] ?? {}
  return {
    id: lesson.id,
    title: filled(words.title),
    recall: lesson.recall.flatMap(
      ({id}) => reportAnswer(words.recall[id], answered[`${recallPrefix}${id}`]) ?? [],
    ),
    steps: lesson.steps.map((step, i) => {
      const pass = passed[lesson.id]?.[step.id]
      return {
        ...reportStep(step, words.steps[i]?.title ?? step.id, pass, language),
        ...withPrediction(reportAnswer(words.steps[i]?.prediction, answered[step.id])),
      }
    }),
  }
}

function reportStep(
  {id}: Step,
  title: string,
  pass: PassedStep | undefined,
  language: Language,
): ReportedStep {
  if (!pass) return {id, title: filled(title)}
  const {at, seconds, hints, solved, changes} = pass
  const sentences = changes.map(one => translate(language, one))
  return {id, title: filled(title), passed: {at, seconds, hints, solved, changes: sentences}}
}

function withPrediction(prediction: ReportedAnswer | undefined): Pick<ReportedStep, 'prediction'> {
  return prediction ? {prediction} : {}
}

/** Undefined if nothing was answered, or the lesson no longer asks the question. An option that no longer exists is named by its id. */
function reportAnswer(
  words: QuestionWords | undefined,
  answer: GivenAnswer | undefined,
): ReportedAnswer | undefined {
  if (!words || !answer) return undefined
  const option = (id: string) => words.options.find(one => one.id === id)
  const {chosen, right, at} = answer
  return {
    question: filled(words.text),
    chosen: filled(option(chosen)?.text ?? chosen),
    outcome: filled(option(right)?.text ?? right),
    reply: filled(option(chosen)?.reply ?? ''),
    right: chosen === right,
    at,
  }
}

/** Fills in nominal ports, and an ellipsis for every other figure, because the nodes no longer exist. */
function filled(text: string): string {
  return fillPlaceholders(text, {roster: nominalRoster})
}

function totalsOf(lessons: readonly ReportedLesson[]): Totals {
  const steps = lessons.flatMap(lesson => lesson.steps)
  const passes = steps.flatMap(({passed}) => passed ?? [])
  const answers = lessons.flatMap(answersOf)
  const sum = (figures: readonly number[]) => figures.reduce((all, one) => all + one, 0)
  return {
    lessons: {finished: lessons.filter(isFinished).length, all: lessons.length},
    steps: {passed: passes.length, all: steps.length},
    answers: {right: answers.filter(({right}) => right).length, all: answers.length},
    seconds: Math.round(sum(passes.map(({seconds}) => seconds))),
    hints: sum(passes.map(({hints}) => hints)),
    solved: passes.filter(({solved}) => solved).length,
  }
}

export function isFinished({steps}: ReportedLesson): boolean {
  return steps.every(({passed}) => passed !== undefined)
}

export function answersOf({recall, steps}: ReportedLesson): readonly ReportedAnswer[] {
  return [...recall, ...steps.flatMap(({prediction}) => prediction ?? [])]
}

function elsewhere(lessons: readonly Lesson[], {passed, answers}: Progress): Report['elsewhere'] {
  const ids = new Set([...Object.keys(passed), ...Object.keys(answers)])
  return [...ids]
    .filter(id => lessons.every(lesson => lesson.id !== id))
    .map(lesson => ({
      lesson,
      steps: Object.keys(passed[lesson] ?? {}).length,
      answers: Object.keys(answers[lesson] ?? {}).length,
    }))
}
