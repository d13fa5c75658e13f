// Questions to the learner, predictions and recall questions: which one is open, its answer, and which to ask again.

import {type Lesson, lessonAt, stepAt} from '../lesson/lesson.ts'
import type {QuestionWords} from '../lesson/lesson-words.ts'
import type {Language} from '../text/messages.ts'
import type {Answers, GivenAnswer, LabEvent, LabState, Question} from './lab-state.ts'

/** Marks the key of a recall question: a prediction's key is its step's id alone. */
export const recallPrefix = 'recall/'

/** The question that a number at the prompt answers: the quiz's next one, or the prediction of the open step. */
export function openQuestion(lessons: readonly Lesson[], state: LabState): Question | undefined {
  const {quiz, play} = state
  if (quiz) return quiz.questions[quiz.chosen.length]
  if (play?.phase !== 'open' || play.predicted !== undefined || play.outcome !== undefined) return undefined
  const {prediction} = stepAt(lessonAt(lessons, play.lesson), play.step)
  return prediction && {lesson: play.lesson, question: play.step}
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

/** The ids of the open question's options, in order; empty if none is open. */
export function openOptions(lessons: readonly Lesson[], state: LabState): readonly string[] {
  const question = openQuestion(lessons, state)
  return question ? questionWords(lessons, question, 'en').options.map(option => option.id) : []
}

/** The right answer to a recall question; undefined for a prediction, which only the nodes decide. */
export function rightAnswer(lessons: readonly Lesson[], {lesson, question}: Question): string | undefined {
  if (!question.startsWith(recallPrefix)) return undefined
  return lessonAt(lessons, lesson).recall.find(({id}) => id === question.slice(recallPrefix.length))?.answer
}

/** The lesson's recall questions without an answer. */
export function recallOf(lesson: Lesson, answers: Answers): readonly Question[] {
  return lesson.recall
    .map(({id}) => ({lesson: lesson.id, question: `${recallPrefix}${id}`}))
    .filter(({question}) => answers[lesson.id]?.[question] === undefined)
}

/** The questions whose last answer was wrong and that still exist. */
export function wrongAnswers(lessons: readonly Lesson[], answers: Answers): readonly Question[] {
  return lessons.flatMap(lesson =>
    Object.entries(answers[lesson.id] ?? {})
      .filter(([question, {chosen, right}]) => chosen !== right && isAsked(lesson, question, right))
      .map(([question]) => ({lesson: lesson.id, question})),
  )
}

/** Whether the question and its right option still exist: a newer version of the lesson may have removed them. */
function isAsked({recall, steps, words}: Lesson, question: string, right: string): boolean {
  if (question.startsWith(recallPrefix)) return recall.some(({id}) => question === `${recallPrefix}${id}`)
  const prediction = words.en.steps.find(({id}) => id === question)?.prediction
  const optionExists = prediction?.options.some(({id}) => id === right) === true
  return optionExists && steps.some(step => step.id === question && step.prediction !== undefined)
}

/** Records the answer to the open question. A prediction's answer is saved once its outcome is known (src/model/update/judge.ts). */
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
