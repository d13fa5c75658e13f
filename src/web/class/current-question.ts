// The question that the page shows until the instructor chooses one.

import type {CourseLesson, CourseQuestion} from '../../model/workshop/course.ts'
import {busiest, type StepPart, type Tally} from './state.ts'

type ClassAt = Readonly<{
  steps: ReadonlyMap<string, StepPart>
  questions: ReadonlyMap<string, Tally>
}>

/** That of the step of this lesson where most are, else the newest before it; while nobody is on a step, the last that was answered. */
export function currentQuestion(
  {id: lesson, steps, questions}: CourseLesson,
  now: ClassAt,
): CourseQuestion | undefined {
  const ours = new Map([...now.steps].filter(([name]) => name.startsWith(`${lesson}/`)))
  const most = busiest(ours) ?? busiest(ours, 'away')
  // Those before the first step are at -1.
  const indexOf = (step: string) => steps.findIndex(({id}) => id === step)
  const isOpen = (question: string) =>
    most ? indexOf(question) <= indexOf(most.step) : answersTo(now.questions.get(`${lesson}/${question}`)) > 0
  return questions.findLast(({id}) => isOpen(id)) ?? questions[0]
}

export function answersTo(tally: Tally = {}): number {
  return Object.values(tally).reduce((sum, n) => sum + n, 0)
}
