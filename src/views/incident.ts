// An incident: its clock beside the task, and the review once it is over.

import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {StepWords} from '../model/lesson/lesson-words.ts'
import {
  clockOf,
  clockText,
  clockWords,
  costWords,
  hintCost,
  momentsOf,
  type ReviewMoment,
  timeWords,
} from '../model/state/incident.ts'
import type {LabState, Play} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, inline, type Line, line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import type {ViewInput} from './view-input.ts'

type Input = Readonly<{
  state: LabState
  play: Play
  words: StepWords
  style: Style
  filled: (text: string) => string
  width: number
}>

/** While an incident is open, the panes tell what the nodes say, not what is wrong: the learner looks for that, and hints cost time. */
export function hidesCauses({state: {play}, lessons}: Pick<ViewInput, 'state' | 'lessons'>): boolean {
  if (!play || play.phase === 'passed' || play.phase === 'free') return false
  return stepAt(lessonAt(lessons, play.lesson), play.step).incident
}

/** The clock of an incident that is not over; what a hint costs, too. */
export function clockLines({state, play, style, width}: Input): readonly Line[] {
  const clock = span(style.translate(clockWords(clockOf(play, state.snapshot?.at ?? 0))), 'accent')
  const cost = style.text('incident.hintCost', {penalty: clockText(hintCost)})
  const both = [clock, span(`  ${cost}`, 'dim')]
  return lineWidth(both) <= width ? [both] : [[clock], ...wrap(line(cost, 'dim'), width)]
}

/** Time, what users had of it, what was lost; what the learner did; where an expert would have looked. */
export function reviewLines(input: Input): readonly Line[] {
  const {state, play, words, style, filled, width} = input
  const sentences = [timeWords(clockOf(play, 0)), ...(play.incident ? costWords(play.incident) : [])]
  const moments = momentsOf(state)
  return [
    ...sentences.flatMap(one => wrap([span(style.translate(one), 'bright')], width)),
    emptyLine,
    line(style.text('incident.did'), 'accent'),
    ...(moments.length === 0 ? [line(` ${style.text('incident.nothingDone')}`)] : []),
    ...moments.flatMap(one => momentLines(one, input)),
    emptyLine,
    line(style.text('incident.expert'), 'accent'),
    ...words.review.flatMap((item, i) => wrap([span(` ${i + 1}. `), ...inline(filled(item))], width, 4)),
  ]
}

function momentLines(moment: ReviewMoment, {words, style, filled, width}: Input): readonly Line[] {
  const at = span(`${clockText(moment.seconds).padStart(6)}  `, 'dim')
  if ('typed' in moment) return wrap([at, span(moment.typed)], width, 8)
  const goal = filled(words.goals[moment.goal] ?? moment.goal)
  return wrap([at, ...inline(style.text('incident.met', {goal}), 'good')], width, 8)
}
