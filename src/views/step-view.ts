// The view of the nodes pane that the learner's step is about.

import {type Lesson, lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {LabState} from '../model/state/lab-state.ts'

/** `place` differs from step to step, so that a step that begins can be told from one that goes on. */
export type StepView = Readonly<{place: string; view: NodesView}>

export function stepView({play}: Pick<LabState, 'play'>, lessons: readonly Lesson[]): StepView {
  if (!play) return {place: '', view: 'nodes'}
  const {view} = stepAt(lessonAt(lessons, play.lesson), play.step)
  return {place: `${play.lesson}/${play.step}`, view}
}
