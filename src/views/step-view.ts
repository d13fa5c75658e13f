// What the learner's step is about, and what no step so far was about.

import {type Lesson, lessonAt, type Step, stepAt} from '../model/lesson/lesson.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {isAbout} from './node-tree.ts'

/** `place` differs from step to step, so that a step that begins can be told from one that goes on. `asks`: questions stand in its place. */
export type StepView = Readonly<{place: string; view: NodesView; asks: boolean}>

export function stepView(
  {play, quiz}: Pick<LabState, 'play' | 'quiz'>,
  lessons: readonly Lesson[],
): StepView {
  const asks = quiz !== undefined
  if (!play) return {place: '', view: 'nodes', asks}
  const {view} = stepAt(lessonAt(lessons, play.lesson), play.step)
  return {place: `${play.lesson}/${play.step}`, view, asks}
}

/** What a step explains before the screen shows it. */
export type Subject = 'slots' | 'offsets' | 'epochs'

const explains: Readonly<Record<Subject, (step: Step) => boolean>> = {
  slots: ({view}) => view === 'slots',
  offsets: ({highlight}) => isAbout('master_repl_offset', highlight),
  epochs: ({view}) => view === 'opinions',
}

/** The subjects of later steps: what nobody has explained yet is left out. Empty in free play. */
export function unknownAt({play}: Pick<LabState, 'play'>, lessons: readonly Lesson[]): readonly Subject[] {
  if (!play) return []
  const all = lessons.flatMap(lesson => lesson.steps.map(step => ({step, lesson: lesson.id})))
  const here = all.findIndex(one => one.lesson === play.lesson && one.step.id === play.step)
  return (Object.keys(explains) as Subject[]).filter(
    subject => all.findIndex(({step}) => explains[subject](step)) > here,
  )
}
