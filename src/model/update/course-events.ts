// Handlers for course events: steps, hints, questions and answers.

import {lessonAt, stepAt} from '../lesson/lesson.ts'
import type {LabState, Play, Question} from '../state/lab-state.ts'
import {answered} from '../state/question.ts'
import {without} from '../text/objects.ts'
import type {Handlers} from './handler.ts'
import {beginStep} from './judge.ts'

export const courseEvents = {
  /** Removes the load's figures too: they belong to the step before, unless its client goes on. */
  stepBegan: (state, {lesson, step}, lessons) => ({
    ...(stepAt(lessonAt(lessons, lesson), step).traffic > 0
      ? without(state, 'quiz')
      : without(state, 'quiz', 'traffic')),
    play: {...beginStep(lessons, lesson, step), ...answerBefore(state, {lesson, question: step})},
  }),
  prepared: (state, {at}) => withPlay(state, play => ({...play, preparedAt: at})),
  hinted: state => withPlay(state, play => ({...play, hints: play.hints + 1})),
  solving: state => withPlay(state, play => ({...play, solved: true})),
  freed: state => withPlay(state, play => ({...play, phase: 'free'})),
  quizBegan: (state, {why, questions}) => ({...state, quiz: {why, questions, chosen: []}}),
  quizEnded: state => without(state, 'quiz'),
  answered: (state, event, lessons) => answered(lessons, state, event),
} satisfies Partial<Handlers>

/** The answer that was given before the same step begins again: it is not asked twice. */
function answerBefore(
  {play, answers}: LabState,
  {lesson, question: step}: Question,
): Pick<Play, 'predicted'> {
  if (!play || play.lesson !== lesson || play.step !== step || play.predicted === undefined) return {}
  const isSaved = play.seen || play.phase === 'passed'
  const {chosen} = answers[lesson]?.[step] ?? {}
  // A review may have corrected it since.
  return {predicted: isSaved && chosen !== undefined ? chosen : play.predicted}
}

function withPlay(state: LabState, change: (play: Play) => Play): LabState {
  return state.play ? {...state, play: change(state.play)} : state
}
