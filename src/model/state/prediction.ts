// What became of a step's prediction, as parts to show: as predicted, otherwise, not tested, or not answered.

import type {Lesson} from '../lesson/lesson.ts'
import {joinSentences} from '../text/join-sentences.ts'
import type {Language, MessageKey} from '../text/messages.ts'
import type {Play} from './lab-state.ts'
import {questionWords, rightAnswer} from './question.ts'

/** A sentence, after a label if it has one; `text` is the lesson's, with its placeholders. */
export type PredictionPart = Readonly<{label?: MessageKey; tone: 'accent' | 'good' | 'warn'; text: string}>

/** Empty in a step without a question, and in an open step whose question was not answered. */
export function predictionParts(
  lessons: readonly Lesson[],
  play: Play,
  language: Language,
): readonly PredictionPart[] {
  const question = {lesson: play.lesson, question: play.step}
  const right = rightAnswer(lessons, question)
  const passed = play.phase === 'passed'
  if (right === undefined || (play.predicted === undefined && !passed)) return []
  const {text, options} = questionWords(lessons, question, language)
  const optionOf = (id: string | undefined) =>
    options.find(option => option.id === id) ?? {text: '', reply: ''}
  const [predicted, answer] = [optionOf(play.predicted), optionOf(right)]
  const isRight = play.predicted === right
  const yours = {label: 'question.predicted', tone: 'accent', text: predicted.text} as const
  if (play.predicted === undefined)
    return [
      {label: 'question.notAnswered', tone: 'warn', text},
      {label: 'question.answer', tone: 'accent', text: joinSentences([answer.text, answer.reply])},
    ]
  if (!play.seen && !passed) return [yours]
  if (!play.seen)
    return [
      yours,
      {
        label: isRight ? 'question.untestedRight' : 'question.untested',
        tone: 'warn',
        text: isRight ? answer.reply : answer.text,
      },
      ...(isRight ? [] : [{tone: 'accent', text: predicted.reply} as const]),
    ]
  if (isRight) return [{label: 'question.asPredicted', tone: 'good', text: answer.reply}]
  return [
    yours,
    {label: 'question.outcome', tone: 'warn', text: answer.text},
    {tone: 'accent', text: predicted.reply},
  ]
}
