// One picture of the learner's screen, for an instructor who asked and a learner who agreed: what is in sight now, without passwords.

import type {Lesson} from '../model/lesson/lesson.ts'
import {redact} from '../model/recording/redact.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {isFinished} from '../model/state/lines-over.ts'
import type {Language} from '../model/text/messages.ts'
import {type ScreenSnapshot, screenOf} from '../model/workshop/screen.ts'
import {Style} from '../views/draw/style.ts'
import {type Line, line} from '../views/draw/styled-text.ts'
import {headerView} from '../views/header.ts'
import {lessonView} from '../views/lesson.ts'
import {nodesPane} from '../views/panes.ts'
import type {Sight} from '../views/sight.ts'
import {createTranscriptView} from '../views/transcript.ts'
import type {ViewInput} from '../views/view-input.ts'

/** The header, the task of the step with the conditions that are not met, the nodes pane, and the rows of the transcript that are in sight. */
export function pictureOf(
  state: LabState,
  lessons: readonly Lesson[],
  language: Language,
  sight: Sight,
): ScreenSnapshot {
  const style = new Style({language, theme: {color: false, unicode: true}})
  const input = {state: redact(state), lessons, style}
  const {columns, nodes, view} = sight
  const pane = nodesPane(input, nodes, {view, zoomed: false, scroll: 0})
  const parts = [lessonLines(input, sight), pane.lines, transcriptLines(input, sight)]
  const header = headerView({...input, state: withRoom(input.state, state)}, columns)
  const lines = [header, ...parts.flatMap(part => (part.length > 0 ? [[], ...part] : []))]
  return screenOf(columns, lines)
}

/** What is redacted has no room, and the header names it. */
function withRoom(redacted: LabState, {workshop}: LabState): LabState {
  return workshop ? {...redacted, workshop} : redacted
}

function lessonLines(input: ViewInput, {lesson}: Sight): readonly Line[] {
  const {title, task} = lessonView(input, lesson)
  return task.length > 0 ? [line(title), ...task] : []
}

function transcriptLines(input: ViewInput, {transcript}: Sight): readonly Line[] {
  if (!transcript) return []
  const {size, scrolled, cleared} = transcript
  const {state} = input
  const entries = cleared ? state.entries.filter(({id}) => !isFinished(cleared, id)) : state.entries
  const view = createTranscriptView()
  return view({...input, state: {...state, entries}}, size, {scrolled, now: Date.now()}).lines
}
