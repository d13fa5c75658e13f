// A picture of a lab's screen: what is in sight now, without passwords. Of a learner's, for an instructor who asked and a learner who agreed; or of the instructor's own.

import type {Lesson} from '../model/lesson/lesson.ts'
import {redact} from '../model/recording/redact.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {isFinished} from '../model/state/lines-over.ts'
import type {Language} from '../model/text/messages.ts'
import {equalJson} from '../model/text/objects.ts'
import {demoSize} from '../model/workshop/limits.ts'
import {type ScreenSnapshot, screenOf} from '../model/workshop/screen.ts'
import {Style} from '../views/draw/style.ts'
import {emptyLine, type Line, line} from '../views/draw/styled-text.ts'
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
  const input = {state: redact(state), lessons, style: styleFor(state, sight.language ?? language)}
  const transcript = sight.transcript ? transcriptLines(input, sight.transcript, createTranscriptView()) : []
  return screenOf(sight.columns, [...aboveTranscript(input, state, sight), ...belowGap(transcript)])
}

/** Rows of a demonstration: of the task, of the nodes or another view of them, and of the transcript at least. */
const demoRows = {lesson: 8, nodes: 9, other: 12, transcript: 5}

/**
 * The same for a projector, one picture after another: always as large, whatever the terminal's size is. What covers the lab there, such as the help,
 * is not shown. Long replies are drawn once, not for each picture.
 */
export function createDemonstration(lessons: readonly Lesson[], language: Language) {
  const view = createTranscriptView()
  let style: Style | undefined
  return (state: LabState, {language: shown = language, ...sight}: Sight): ScreenSnapshot => {
    const wanted = styleFor(state, shown)
    style = style && equalJson(style, wanted) ? style : wanted
    const input = {state: redact(state), lessons, style}
    const {columns, rows} = demoSize
    const lesson = {columns, rows: demoRows.lesson}
    const nodes = {columns, rows: sight.view === 'nodes' ? demoRows.nodes : demoRows.other}
    const above = aboveTranscript(input, state, {columns, lesson, nodes, view: sight.view})
    const size = {columns, rows: Math.max(demoRows.transcript, rows - above.length - 1)}
    const below = transcriptLines(input, {scrolled: 0, ...sight.transcript, size}, view)
    return screenOf(columns, [...above, ...belowGap(below)])
  }
}

function styleFor({server}: LabState, language: Language): Style {
  return new Style({language, theme: {color: false, unicode: true}, server})
}

function aboveTranscript(input: ViewInput, state: LabState, sight: Sight): readonly Line[] {
  const {columns, nodes, view} = sight
  const header = headerView({...input, state: withRoom(input.state, state)}, columns)
  const pane = nodesPane(input, nodes, {view, zoomed: false, scroll: 0})
  return [header, ...belowGap(lessonLines(input, sight)), ...belowGap(pane.lines)]
}

function belowGap(part: readonly Line[]): readonly Line[] {
  return part.length > 0 ? [emptyLine, ...part] : []
}

/** What is redacted has no room, and the header names it. */
function withRoom(redacted: LabState, {workshop}: LabState): LabState {
  return workshop ? {...redacted, workshop} : redacted
}

function lessonLines(input: ViewInput, {lesson}: Sight): readonly Line[] {
  const {title, task} = lessonView(input, lesson)
  return task.length > 0 ? [line(title, 'bright'), ...task] : []
}

function transcriptLines(
  {state, ...input}: ViewInput,
  {size, scrolled, cleared}: NonNullable<Sight['transcript']>,
  view: ReturnType<typeof createTranscriptView>,
): readonly Line[] {
  const entries = cleared ? state.entries.filter(({id}) => !isFinished(cleared, id)) : state.entries
  return view({...input, state: {...state, entries}}, size, {scrolled, now: Date.now()}).lines
}
