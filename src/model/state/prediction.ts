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
  // The reply belongs to the wrong option, so it stands with it: after the right one it would read as its reason.
  const refuted = {...yours, text: joinSentences([predicted.text, predicted.reply])}
  if (play.predicted === undefined)
    return [
      {label: 'question.notAnswered', tone: 'warn', text},
      {label: 'question.answer', tone: 'accent', text: joinSentences([answer.text, answer.reply])},
    ]
  if (!play.seen && !passed) return [yours]
  if (!play.seen)
    return [
      isRight ? yours : refuted,
      {
        label: isRight ? 'question.untestedRight' : 'question.untested',
        tone: 'warn',
        text: isRight ? answer.reply : answer.text,
      },
    ]
  if (isRight) return [{label: 'question.asPredicted', tone: 'good', text: answer.reply}]
  return [refuted, {label: 'question.outcome', tone: 'warn', text: answer.text}]
}
