// Questions as lines: a recall or review question by question, a step's prediction, and what came of it. Pure.

import type {Lesson} from '../model/lesson/lesson.ts'
import type {QuestionWords} from '../model/lesson/lesson-words.ts'
import type {LabState, Play, Quiz} from '../model/state/lab-state.ts'
import {openQuestion, questionWords} from '../model/state/question.ts'
import {type Language, type MessageKey, message, translate, type Values} from '../model/text/messages.ts'

type Narration = Readonly<{lessons: readonly Lesson[]; language: Language; fill: (text: string) => string}>

/** The reply to each new answer and the question after it; the first question when the quiz begins. */
export function narrateQuiz(
  before: Quiz | undefined,
  now: LabState,
  narration: Narration,
): readonly string[] {
  const {quiz} = now
  if (!quiz || quiz === before) return []
  const fresh = before?.questions === quiz.questions ? before.chosen.length : 0
  const replies = quiz.chosen.slice(fresh).map((_, i) => replyTo(quiz, fresh + i, now, narration))
  const word = wordIn(narration.language)
  const n = quiz.chosen.length
  const question = quiz.questions[n]
  if (!question) return [...replies, word('question.overPlain')]
  const words = questionWords(narration.lessons, question, narration.language)
  const count = word('question.count', {n: n + 1, all: quiz.questions.length})
  return [...replies, ...asked(words, count, word('question.choose'), narration)]
}

function asked(words: QuestionWords, label: string, how: string, {fill}: Narration): readonly string[] {
  return [`${label}${fill(words.text)}`, ...words.options.map(({text}, i) => ` ${i + 1} ${fill(text)}`), how]
}

function replyTo(quiz: Quiz, at: number, {answers}: LabState, {lessons, language, fill}: Narration): string {
  const question = quiz.questions[at]
  if (!question) return ''
  const {options} = questionWords(lessons, question, language)
  const answer = answers[question.lesson]?.[question.question]
  const chosen = options.find(({id}) => id === quiz.chosen[at])
  const right = options.find(({id}) => id === answer?.right)
  const word = wordIn(language)
  const reply = fill(chosen?.reply ?? '')
  if (chosen === right) return `${word('question.right')}${reply}`
  return `${word('question.wrong')}${reply} ${word('question.rightIs', {option: fill(right?.text ?? '-')})}`
}

/** The step's question, if one is open. */
export function narratePrediction(state: LabState, narration: Narration): readonly string[] {
  const open = state.quiz ? undefined : openQuestion(narration.lessons, state)
  if (!open) return []
  const word = wordIn(narration.language)
  const words = questionWords(narration.lessons, open, narration.language)
  return asked(words, word('question.predict'), word('question.chooseFirst'), narration)
}

/** What came of the prediction, in the moment it comes; nothing for who made none. */
export function narrateOutcome(before: Play | undefined, now: Play, narration: Narration): readonly string[] {
  const {predicted: saidId, outcome: cameId} = now
  if (saidId === undefined || cameId === undefined || before?.outcome !== undefined) return []
  const {lessons, language, fill} = narration
  const {options} = questionWords(lessons, {lesson: now.lesson, question: now.step}, language)
  const [chosen, came] = [saidId, cameId].map(id => options.find(option => option.id === id))
  const word = wordIn(language)
  const reply = fill(chosen?.reply ?? '')
  if (chosen === came) return [`${word('question.asSaid')}${reply}`]
  return [
    `${word('question.said')}${fill(chosen?.text ?? '')}`,
    `${word('question.came')}${fill(came?.text ?? '')}`,
    reply,
  ]
}

function wordIn(language: Language): (key: MessageKey, values?: Values) => string {
  return (key, values) => translate(language, message(key, values))
}
