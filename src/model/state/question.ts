// Questions to the learner, predictions and recall questions: which one is open, the right answer, and which to ask again.

import type {Stage} from '../cluster/snapshot.ts'
import {type Lesson, lessonAt, type Step, stepAt} from '../lesson/lesson.ts'
import type {QuestionWords} from '../lesson/lesson-words.ts'
import type {Language} from '../text/messages.ts'
import type {
  Answers,
  GivenAnswer,
  LabEvent,
  LabState,
  PassedStep,
  PassedSteps,
  Play,
  Question,
} from './lab-state.ts'

/** Marks the key of a recall question: a prediction's key is its step's id alone. */
export const recallPrefix = 'recall/'

/** The question that a number at the prompt answers: the quiz's next one, or the prediction of the open step. */
export function openQuestion(lessons: readonly Lesson[], state: LabState): Question | undefined {
  const {quiz, play} = state
  if (quiz) return quiz.questions[quiz.chosen.length]
  return play && isPredictionOpen(lessons, play) ? {lesson: play.lesson, question: play.step} : undefined
}

/** Whether the step's question can still be answered: not once its event was seen, or the step was passed or left. */
export function isPredictionOpen(lessons: readonly Lesson[], play: Play): boolean {
  if (play.phase !== 'open' || play.predicted !== undefined || play.seen) return false
  return stepAt(lessonAt(lessons, play.lesson), play.step).prediction !== undefined
}

/** @throws LabError if the lesson does not exist; Error if it has no words for the question, which `proofread` reports before. */
export function questionWords(
  lessons: readonly Lesson[],
  {lesson: id, question}: Question,
  language: Language,
): QuestionWords {
  const {recall, steps} = lessonAt(lessons, id).words[language]
  const words = question.startsWith(recallPrefix)
    ? recall[question.slice(recallPrefix.length)]
    : steps.find(step => step.id === question)?.prediction
  if (!words) throw new Error(`${id}/${language}.md has no words for the question ${question}`)
  return words
}

/** Where a question comes from, for a learner who is asked out of place: its lesson and step, and the situation. */
export type QuestionPlace = Readonly<{lesson: string; stage: Stage; title: string; situation: string}>

/** The title is the step's; for a recall question, which has no step, the lesson's. */
export function placeOfQuestion(
  lessons: readonly Lesson[],
  {lesson: id, question}: Question,
  language: Language,
): QuestionPlace {
  const {words, stage} = lessonAt(lessons, id)
  const step = words[language].steps.find(one => one.id === question)
  const {context} = questionWords(lessons, {lesson: id, question}, language)
  const firstText = step?.text.find(({kind}) => kind === 'text')?.text
  return {
    lesson: id,
    stage,
    title: step?.title ?? words[language].title,
    situation: context ?? firstText ?? '',
  }
}

/** The ids of the open question's options, in order; empty if none is open. */
export function openOptions(lessons: readonly Lesson[], state: LabState): readonly string[] {
  const question = openQuestion(lessons, state)
  return question ? questionWords(lessons, question, 'en').options.map(option => option.id) : []
}

/** The id of the right option; undefined if the lesson does not ask the question, or no longer. */
export function rightAnswer(lessons: readonly Lesson[], {lesson, question}: Question): string | undefined {
  const asking = lessons.find(({id}) => id === lesson)
  if (!asking) return undefined
  if (question.startsWith(recallPrefix))
    return asking.recall.find(({id}) => id === question.slice(recallPrefix.length))?.answer
  return asking.steps.find(({id}) => id === question)?.prediction?.answer
}

/** Whether one of the lessons asks the question, which another version of it may have asked. A page's lessons have no questions. */
export function isAsked(lessons: readonly Partial<Lesson>[], {lesson, question}: Question): boolean {
  const {recall = [], steps = []} = lessons.find(({id}) => id === lesson) ?? {}
  return (
    recall.some(({id}) => question === `${recallPrefix}${id}`) ||
    steps.some(({id, prediction}) => question === id && prediction !== undefined)
  )
}

/** The lesson's recall questions without an answer. */
export function recallOf(lesson: Lesson, answers: Answers): readonly Question[] {
  return lesson.recall
    .map(({id}) => ({lesson: lesson.id, question: `${recallPrefix}${id}`}))
    .filter(({question}) => answers[lesson.id]?.[question] === undefined)
}

/** What `/review` asks: the questions whose last answer was not the right one, and the predictions of passed steps that were never answered. */
export function questionsToReview(
  lessons: readonly Lesson[],
  {passed, answers}: Readonly<{passed: PassedSteps; answers: Answers}>,
): readonly Question[] {
  return lessons.flatMap(lesson => {
    const recall = lesson.recall
      .map(({id, answer}) => ({question: `${recallPrefix}${id}`, answer}))
      .filter(({question, answer}) => (answers[lesson.id]?.[question]?.chosen ?? answer) !== answer)
    const predictions = lesson.steps
      .filter(step => isPredictionToReview(step, answers[lesson.id]?.[step.id], passed[lesson.id]?.[step.id]))
      .map(({id}) => ({question: id}))
    return [...recall, ...predictions].map(({question}) => ({lesson: lesson.id, question}))
  })
}

function isPredictionToReview(
  {prediction}: Step,
  answer: GivenAnswer | undefined,
  passed: PassedStep | undefined,
): boolean {
  if (!prediction) return false
  return answer ? answer.chosen !== prediction.answer : passed !== undefined
}

/** Records the answer to the open question. A prediction's answer is saved once its event was seen or the step is passed (src/model/update/judge.ts). */
export function answered(
  lessons: readonly Lesson[],
  state: LabState,
  {option, at}: Extract<LabEvent, {on: 'answered'}>,
): LabState {
  const question = openQuestion(lessons, state)
  if (!question) return state
  const {quiz, play, answers} = state
  if (!quiz) return play ? {...state, play: {...play, predicted: option}} : state
  return {
    ...state,
    quiz: {...quiz, chosen: [...quiz.chosen, option]},
    answers: withAnswer(answers, question, {chosen: option, at}),
  }
}

export function withAnswer(answers: Answers, {lesson, question}: Question, answer: GivenAnswer): Answers {
  return {...answers, [lesson]: {...answers[lesson], [question]: answer}}
}
