// Questions put to the learner: which one is open now, and what is to be asked again. Predictions and recall questions alike; pure.

import {type Lesson, lessonAt, stepAt} from '../lesson/lesson.ts'
import type {QuestionWords} from '../lesson/lesson-words.ts'
import type {Language} from '../text/messages.ts'
import type {Answers, GivenAnswer, LabEvent, LabState, Question} from './lab-state.ts'

/** Before a recall question's id: a prediction goes by its step's id alone. */
export const recallPrefix = 'recall/'

/** The question that a lone number at the prompt answers: the quiz's, or the prediction of the open step. */
export function openQuestion(lessons: readonly Lesson[], state: LabState): Question | undefined {
  const {quiz, play} = state
  if (quiz) return quiz.questions[quiz.chosen.length]
  if (play?.phase !== 'open' || play.predicted !== undefined || play.outcome !== undefined) return undefined
  const {prediction} = stepAt(lessonAt(lessons, play.lesson), play.step)
  return prediction && {lesson: play.lesson, question: play.step}
}

/** @throws LabError if the lesson is not there; an Error if it has no words for the question, which `proofread` finds first. */
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

/** The options of the open question, in their order; empty where none is open. */
export function openOptions(lessons: readonly Lesson[], state: LabState): readonly string[] {
  const question = openQuestion(lessons, state)
  return question ? questionWords(lessons, question, 'en').options.map(option => option.id) : []
}

/** The right answer to a recall question; undefined for a prediction, where only what comes tells. */
export function rightAnswer(lessons: readonly Lesson[], {lesson, question}: Question): string | undefined {
  if (!question.startsWith(recallPrefix)) return undefined
  return lessonAt(lessons, lesson).recall.find(({id}) => id === question.slice(recallPrefix.length))?.answer
}

/** The recall questions of a lesson that were never answered. */
export function recallOf(lesson: Lesson, answers: Answers): readonly Question[] {
  return lesson.recall
    .map(({id}) => ({lesson: lesson.id, question: `${recallPrefix}${id}`}))
    .filter(({question}) => answers[lesson.id]?.[question] === undefined)
}

/** What was answered wrongly last, of the lessons that are there. */
export function wrongAnswers(lessons: readonly Lesson[], answers: Answers): readonly Question[] {
  return lessons.flatMap(lesson =>
    Object.entries(answers[lesson.id] ?? {})
      .filter(([question, {chosen: said, right}]) => said !== right && isAsked(lesson, question, right))
      .map(([question]) => ({lesson: lesson.id, question})),
  )
}

/** A newer version of the lesson may have dropped the question, or the option that came: nobody could answer it rightly then. */
function isAsked({recall, steps, words}: Lesson, question: string, right: string): boolean {
  if (question.startsWith(recallPrefix)) return recall.some(({id}) => question === `${recallPrefix}${id}`)
  const prediction = words.en.steps.find(({id}) => id === question)?.prediction
  const isStill = prediction?.options.some(({id}) => id === right) === true
  return isStill && steps.some(step => step.id === question && step.prediction !== undefined)
}

/** The open question is answered: kept beside the right option where that is known already, else as soon as it comes (judge.ts). */
export function answered(
  lessons: readonly Lesson[],
  state: LabState,
  {option, at}: Extract<LabEvent, {on: 'answered'}>,
): LabState {
  const question = openQuestion(lessons, state)
  if (!question) return state
  const {quiz, play, answers} = state
  if (!quiz) return play ? {...state, play: {...play, predicted: option}} : state
  const right = rightAnswer(lessons, question) ?? answers[question.lesson]?.[question.question]?.right ?? ''
  return {
    ...state,
    quiz: {...quiz, chosen: [...quiz.chosen, option]},
    answers: withAnswer(answers, question, {chosen: option, right, at}),
  }
}

export function withAnswer(answers: Answers, {lesson, question}: Question, answer: GivenAnswer): Answers {
  return {...answers, [lesson]: {...answers[lesson], [question]: answer}}
}
