// The source of the figures in a lesson's text.

import {baseOf} from '../cluster/node.ts'
import {rosterOf} from '../cluster/snapshot.ts'
import {type Lesson, lessonAt} from '../lesson/lesson.ts'
import type {Figures} from '../lesson/placeholders.ts'
import type {LabState, Question} from './lab-state.ts'
import {figuresOfTraffic} from './traffic.ts'

/** Takes the snapshot of now, or of when the step was passed; values missing there come from the step's start. */
export function figuresOf({roster, snapshot, play, timeline, traffic: client}: LabState): Figures {
  const {start, end: now = client && figuresOfTraffic(client, play?.start?.at)} = play?.traffic ?? {}
  const traffic = start && now && {start, now}
  return {roster, snapshots: [play?.end ?? snapshot, play?.start], play, timeline, traffic}
}

/** For a question about another lesson: its ports, and no figures, because the nodes that the text speaks of do not run now. */
export function figuresOfQuestion(lessons: readonly Lesson[], state: LabState, {lesson}: Question): Figures {
  if (state.play?.lesson === lesson) return figuresOf(state)
  const {stage, spares} = lessonAt(lessons, lesson)
  return {roster: rosterOf(stage, baseOf(state.roster), spares)}
}
