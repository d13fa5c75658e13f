// One picture of the learner's lab, for an instructor who asked and a learner who agreed: the panel and the newest lines, without passwords.

import type {Lesson} from '../model/lesson/lesson.ts'
import {redact} from '../model/recording/redact.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Language} from '../model/text/messages.ts'
import {sanitize} from '../model/text/sanitize.ts'
import type {ScreenSnapshot} from '../model/workshop/join.ts'
import {Style} from '../views/draw/style.ts'
import type {Line} from '../views/draw/styled-text.ts'
import {headerView} from '../views/header.ts'
import {nodesInput, nodesView} from '../views/nodes.ts'
import {createTranscriptView} from '../views/transcript.ts'

const columns = 100
const rows = {nodes: 20, transcript: 50}

export function pictureOf(state: LabState, lessons: readonly Lesson[], language: Language): ScreenSnapshot {
  const style = new Style({language, theme: {color: false, unicode: true}})
  const input = {state: redact(state), lessons, style}
  const {snapshot} = state
  const nodes = snapshot ? nodesView(nodesInput(input, snapshot), {columns, rows: rows.nodes}) : []
  const transcript = createTranscriptView()(
    input,
    {columns, rows: rows.transcript},
    {scrolled: 0, now: Date.now()},
  )
  return {columns, lines: [headerView(input, columns), [], ...nodes, [], ...transcript.lines].map(textOf)}
}

function textOf(line: Line): string {
  return sanitize(line.map(({text}) => text).join('')).trimEnd()
}
