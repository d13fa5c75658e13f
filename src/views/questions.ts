// Questions in the lesson pane: a recall or review, question by question, and a step's prediction, before and after it came true.

import type {Lesson} from '../model/lesson/lesson.ts'
import type {QuestionWords} from '../model/lesson/lesson-words.ts'
import type {LabState, Play, Question, Quiz} from '../model/state/lab-state.ts'
import {openQuestion, questionWords} from '../model/state/question.ts'
import type {MessageKey} from '../model/text/messages.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

/** What a question's words need to become lines. */
export type Asking = Readonly<{
  lessons: readonly Lesson[]
  style: Style
  /** Fills the placeholders of a lesson's text. */
  filled: (text: string) => string
  width: number
}>

/** The reply to the answer before, then the question that is open, or that there is none left; in `rows` rows, if they can be as few. */
export function quizLines(
  quiz: Quiz,
  answers: LabState['answers'],
  asking: Asking,
  rows: number,
): readonly Line[] {
  const {lessons, style, width} = asking
  const n = quiz.chosen.length
  const before = quiz.questions[n - 1]
  const reply = before ? replyLines(before, quiz.chosen[n - 1], answers, asking) : []
  const question = quiz.questions[n]
  if (!question) return [...reply, emptyLine, ...wrap([span(style.text('question.over'), 'accent')], width)]
  const count = style.text('question.count', {n: n + 1, all: quiz.questions.length})
  const words = questionWords(lessons, question, style.language)
  const asked = questionLines(words, count, asking)
  const how = wrap([span(style.text('question.choose'), 'dim')], width)
  const whole = [...reply, ...(before ? [emptyLine] : []), ...asked, ...how]
  // How to answer stands among the keys too.
  return whole.length <= rows ? whole : [...reply, ...asked]
}

function questionLines(words: QuestionWords, label: string, {filled, width}: Asking): readonly Line[] {
  return [
    ...wrap([span(label, 'accent'), ...inline(filled(words.text), 'bright')], width),
    ...words.options.flatMap(({text}, i) =>
      wrap([span(` ${i + 1} `, 'accent'), ...inline(filled(text))], width, 3),
    ),
  ]
}

function replyLines(
  question: Question,
  said: string | undefined,
  answers: LabState['answers'],
  asking: Asking,
): readonly Line[] {
  const {lessons, style, filled, width} = asking
  const {options} = questionWords(lessons, question, style.language)
  const right = answers[question.lesson]?.[question.question]?.right
  const isRight = said === right
  const chosen = options.find(({id}) => id === said)
  const rightOption = options.find(({id}) => id === right)
  const [mark, tone, label] = isRight
    ? ([style.sign('met'), 'good', 'question.right'] as const)
    : ([style.sign('lost'), 'warn', 'question.wrong'] as const)
  const answer =
    isRight || !rightOption ? [] : inline(style.text('question.rightIs', {option: filled(rightOption.text)}))
  return [
    ...wrap([span(` ${mark} ${style.text(label)}`, tone), ...inline(filled(chosen?.reply ?? ''))], width, 3),
    ...(answer.length > 0 ? wrap([span('   '), ...answer], width, 3) : []),
  ]
}

/** The open prediction; what was expected; and once it has come, both, with the reply to who expected it. Empty in a step without one. */
export function predictionLines(state: LabState & {play: Play}, asking: Asking): readonly Line[] {
  const {play} = state
  const {lessons, style, filled, width} = asking
  const open = !state.quiz && openQuestion(lessons, state)
  if (open) {
    const words = questionWords(lessons, open, style.language)
    return [
      ...questionLines(words, style.text('question.predict'), asking),
      ...wrap([span(style.text('question.chooseFirst'), 'dim')], width),
    ]
  }
  if (play.predicted === undefined) return []
  const {options} = questionWords(lessons, {lesson: play.lesson, question: play.step}, style.language)
  const said = options.find(({id}) => id === play.predicted)
  const came = options.find(({id}) => id === play.outcome)
  const part = (label: MessageKey, text: string, tone: 'accent' | 'good' | 'warn') =>
    wrap([span(style.text(label), tone), ...inline(filled(text))], width, 2)
  if (!came) return part('question.said', said?.text ?? '', 'accent')
  if (came === said) return part('question.asSaid', said.reply, 'good')
  return [
    ...part('question.said', said?.text ?? '', 'accent'),
    ...part('question.came', came.text, 'warn'),
    ...wrap(inline(filled(said?.reply ?? '')), width),
  ]
}
