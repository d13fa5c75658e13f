// Questions in the lesson pane: those of a recall or review, one after the other, and the prediction of a step with its outcome.

import type {QuestionWords} from '../model/lesson/lesson-words.ts'
import {fillPlaceholders} from '../model/lesson/placeholders.ts'
import {figuresOfQuestion} from '../model/state/figures.ts'
import type {LabState, Play, Question, Quiz} from '../model/state/lab-state.ts'
import {predictionParts} from '../model/state/prediction.ts'
import {openQuestion, placeOfQuestion, questionWords, rightAnswer} from '../model/state/question.ts'
import {isJumpOpen} from '../model/state/workshop.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import type {ViewInput} from './view-input.ts'

/** What the lines of a question are made from. */
export type QuestionInput = ViewInput &
  Readonly<{
    /** Fills the placeholders of a lesson's text. */
    filled: (text: string) => string
    width: number
  }>

/** The reply to the previous answer, then the next question or that it was the last; in at most `rows` rows if possible. */
export function quizLines(quiz: Quiz, input: QuestionInput, rows: number): readonly Line[] {
  const {lessons, style, width} = input
  const n = quiz.chosen.length
  const before = quiz.questions[n - 1]
  const reply = before ? replyLines(before, quiz.chosen[n - 1], about(before, input)) : []
  const question = quiz.questions[n]
  if (!question) return [...reply, emptyLine, ...wrap([span(overWords(input), 'accent')], width)]
  const count = style.text('question.count', {n: n + 1, all: quiz.questions.length})
  const words = questionWords(lessons, question, style.language)
  const place = quiz.why === 'review' ? placeLines(question, about(question, input)) : []
  const asked = [...place, ...questionLines(words, count, about(question, input))]
  const how = wrap([span(style.text('question.choose'), 'dim')], width)
  const gap = before ? [emptyLine] : []
  const whole = [...reply, ...gap, ...asked, ...how]
  const airy = [...reply, ...gap, ...asked, emptyLine, ...how]
  if (airy.length <= rows) return airy
  // The status line names the keys too.
  return whole.length <= rows ? whole : [...reply, ...asked]
}

function overWords({state, style}: QuestionInput): string {
  return style.text('question.over', {press: pressWords(state, style)})
}

/** How the learner goes on. While a jump is offered, Enter would go there instead. */
export function pressWords({workshop}: LabState, style: Style): string {
  return style.text(isJumpOpen(workshop) ? 'ui.typeNext' : 'ui.pressEnter')
}

/** The input for one question: its lesson may be another than the one that runs. */
function about(question: Question, input: QuestionInput): QuestionInput {
  const figures = figuresOfQuestion(input.lessons, input.state, question)
  return {...input, filled: text => fillPlaceholders(text, figures)}
}

/** The lesson, the step and the situation that the question is about. */
function placeLines(question: Question, {lessons, style, filled, width}: QuestionInput): readonly Line[] {
  const {situation, ...place} = placeOfQuestion(lessons, question, style.language)
  const title = filled(style.text('question.place', place))
  return [
    ...wrap([span(title, 'dim')], width),
    ...(situation === '' ? [] : wrap(inline(filled(situation)), width)),
  ]
}

function questionLines(words: QuestionWords, label: string, {filled, width}: QuestionInput): readonly Line[] {
  return [
    ...wrap([span(label, 'accent'), ...inline(filled(words.text), 'bright')], width),
    ...words.options.flatMap(({text}, i) =>
      wrap([span(` ${i + 1} `, 'accent'), ...inline(filled(text))], width, 3),
    ),
  ]
}

function replyLines(question: Question, answer: string | undefined, input: QuestionInput): readonly Line[] {
  const {lessons, style, filled, width} = input
  const {options} = questionWords(lessons, question, style.language)
  const right = rightAnswer(lessons, question)
  const isRight = answer === right
  const chosen = options.find(({id}) => id === answer)
  const rightOption = options.find(({id}) => id === right)
  const [mark, tone, label] = isRight
    ? ([style.sign('met'), 'good', 'question.right'] as const)
    : ([style.sign('lost'), 'warn', 'question.wrong'] as const)
  const correction =
    isRight || !rightOption ? [] : inline(style.text('question.rightIs', {option: filled(rightOption.text)}))
  return [
    ...wrap([span(` ${mark} ${style.text(label)}`, tone), ...inline(filled(chosen?.reply ?? ''))], width, 3),
    ...(correction.length > 0 ? wrap([span('   '), ...correction], width, 3) : []),
  ]
}

/**
 * The question for a prediction; then the prediction; once its event was seen or the step is passed, what happened and the reply. Empty in a step without
 * a question, and while the step of a question that came too late is open. `brief`: what happened without the learner's guess.
 */
export function predictionLines(play: Play, input: QuestionInput, brief = false): readonly Line[] {
  const {state, lessons, style, width} = input
  const open = !state.quiz && openQuestion(lessons, state)
  if (open) {
    const words = questionWords(lessons, open, style.language)
    return [
      ...questionLines(words, style.text('question.predict'), input),
      ...wrap([span(style.text('question.chooseFirst', {n: words.options.length}), 'dim')], width),
    ]
  }
  const parts = predictionParts(lessons, play, style.language)
  const shown = brief && parts.length > 1 ? parts.filter(({label}) => label !== 'question.predicted') : parts
  return shown.flatMap(({label, tone, text}) => {
    const labels = label ? [span(style.text(label), tone)] : []
    return wrap([...labels, ...inline(input.filled(text))], width, label ? 2 : 0)
  })
}
