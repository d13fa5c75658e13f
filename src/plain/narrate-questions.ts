// Questions as lines of text: recall and review questions, a step's prediction, and what happened instead. Pure.

import type {QuestionWords} from '../model/lesson/lesson-words.ts'
import {figuresOfQuestion} from '../model/state/figures.ts'
import type {LabState, Play, Question, Quiz} from '../model/state/lab-state.ts'
import {predictionParts} from '../model/state/prediction.ts'
import {openQuestion, placeOfQuestion, questionWords, rightAnswer} from '../model/state/question.ts'
import {fillWith, type Narration} from './narration.ts'

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
  const own = narrationFor(question, now, narration)
  return [
    ...replies,
    ...(quiz.why === 'review' ? placeLines(question, own) : []),
    ...questionLines(words, count, translateKey('question.choose'), own),
  ]
}

/** The question's lesson may be another than the one that runs. */
function narrationFor(question: Question, state: LabState, narration: Narration): Narration {
  return {...narration, fill: fillWith(figuresOfQuestion(narration.lessons, state, question))}
}

/** The lesson, the step and the situation that the question is about. */
function placeLines(question: Question, narration: Narration): readonly string[] {
  const {lessons, language, translateKey, fill} = narration
  const {situation, ...place} = placeOfQuestion(lessons, question, language)
  return [fill(translateKey('question.place', place)), ...(situation === '' ? [] : [fill(situation)])]
}

function questionLines(
  words: QuestionWords,
  label: string,
  how: string,
  {fill}: Narration,
): readonly string[] {
  return [`${label}${fill(words.text)}`, ...words.options.map(({text}, i) => ` ${i + 1} ${fill(text)}`), how]
}

function replyTo(quiz: Quiz, at: number, state: LabState, narration: Narration): string {
  const {lessons, language, translateKey} = narration
  const question = quiz.questions[at]
  if (!question) return ''
  const {fill} = narrationFor(question, state, narration)
  const {options} = questionWords(lessons, question, language)
  const chosen = options.find(({id}) => id === quiz.chosen[at])
  const right = options.find(({id}) => id === rightAnswer(lessons, question))
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
  const how = translateKey('question.chooseFirst', {n: words.options.length})
  return questionLines(words, translateKey('question.predict'), how, narration)
}

/** What became of the prediction, at the moment it is known: its event was seen, or the step was passed. */
export function narrateOutcome(before: Play | undefined, now: Play, narration: Narration): readonly string[] {
  const {lessons, language, translateKey, fill} = narration
  const isDecided = (play: Play | undefined) => play?.phase === 'passed' || play?.seen === true
  const wasDecided = before?.phase === 'passed' || (before?.seen === true && now.predicted !== undefined)
  if (!isDecided(now) || wasDecided) return []
  return predictionParts(lessons, now, language).map(
    ({label, text}) => `${label ? translateKey(label) : ''}${fill(text)}`,
  )
}
