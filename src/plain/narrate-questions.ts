// Questions as lines of text: recall and review questions, a step's prediction, and what happened instead. Pure.

import type {QuestionWords} from '../model/lesson/lesson-words.ts'
import type {LabState, Play, Quiz} from '../model/state/lab-state.ts'
import {openQuestion, questionWords} from '../model/state/question.ts'
import type {Narration} from './narration.ts'

/** The reply to each new answer, then the next question; only the first question when the quiz begins. */
export function narrateQuiz(
  before: Quiz | undefined,
  now: LabState,
  narration: Narration,
): readonly string[] {
  const {quiz} = now
  const {lessons, language, translateKey} = narration
  if (!quiz || quiz === before) return []
  const fresh = before?.questions === quiz.questions ? before.chosen.length : 0
  const replies = quiz.chosen.slice(fresh).map((_, i) => replyTo(quiz, fresh + i, now, narration))
  const n = quiz.chosen.length
  const question = quiz.questions[n]
  if (!question) return [...replies, translateKey('question.overPlain')]
  const words = questionWords(lessons, question, language)
  const count = translateKey('question.count', {n: n + 1, all: quiz.questions.length})
  return [...replies, ...questionLines(words, count, translateKey('question.choose'), narration)]
}

function questionLines(
  words: QuestionWords,
  label: string,
  how: string,
  {fill}: Narration,
): readonly string[] {
  return [`${label}${fill(words.text)}`, ...words.options.map(({text}, i) => ` ${i + 1} ${fill(text)}`), how]
}

function replyTo(quiz: Quiz, at: number, {answers}: LabState, narration: Narration): string {
  const {lessons, language, translateKey, fill} = narration
  const question = quiz.questions[at]
  if (!question) return ''
  const {options} = questionWords(lessons, question, language)
  const answer = answers[question.lesson]?.[question.question]
  const chosen = options.find(({id}) => id === quiz.chosen[at])
  const right = options.find(({id}) => id === answer?.right)
  const reply = fill(chosen?.reply ?? '')
  if (chosen === right) return `${translateKey('question.right')}${reply}`
  return `${translateKey('question.wrong')}${reply} ${translateKey('question.rightIs', {option: fill(right?.text ?? '-')})}`
}

/** The step's prediction question, if it is open. */
export function narratePrediction(state: LabState, narration: Narration): readonly string[] {
  const {lessons, language, translateKey} = narration
  const open = state.quiz ? undefined : openQuestion(lessons, state)
  if (!open) return []
  const words = questionWords(lessons, open, language)
  return questionLines(
    words,
    translateKey('question.predict'),
    translateKey('question.chooseFirst'),
    narration,
  )
}

/** The outcome, compared with the prediction, at the moment it is known; nothing if there was no prediction. */
export function narrateOutcome(before: Play | undefined, now: Play, narration: Narration): readonly string[] {
  const {predicted: predictedId, outcome: outcomeId} = now
  if (predictedId === undefined || outcomeId === undefined || before?.outcome !== undefined) return []
  const {lessons, language, translateKey, fill} = narration
  const {options} = questionWords(lessons, {lesson: now.lesson, question: now.step}, language)
  const [predicted, outcome] = [predictedId, outcomeId].map(id => options.find(option => option.id === id))
  const reply = fill(predicted?.reply ?? '')
  if (predicted === outcome) return [`${translateKey('question.asPredicted')}${reply}`]
  return [
    `${translateKey('question.predicted')}${fill(predicted?.text ?? '')}`,
    `${translateKey('question.outcome')}${fill(outcome?.text ?? '')}`,
    reply,
  ]
}
