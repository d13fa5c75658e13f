// Each pane as painted lines for a given size, with how far it can be scrolled. Between the pure views and Ink.

import {portOf} from '../../model/cluster/node.ts'
import type {Lesson} from '../../model/lesson/lesson.ts'
import {lessonAt, stepAt} from '../../model/lesson/lesson.ts'
import type {LabState} from '../../model/state/lab-state.ts'
import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {cutTo, emptyLine, type Line, line, span, widthOf} from '../../views/draw/styled-text.ts'
import {paint} from '../../views/draw/theme.ts'
import {failureView} from '../../views/failure-view.ts'
import {helpView} from '../../views/help.ts'
import {lessonView} from '../../views/lesson.ts'
import {lessonsView} from '../../views/lesson-list.ts'
import {wholeGridView} from '../../views/node-grid.ts'
import type {NodesInput} from '../../views/node-tree.ts'
import {nodesView} from '../../views/nodes.ts'
import {slotsView} from '../../views/slots.ts'
import {hintLevels} from '../../views/task.ts'
import {timelineView} from '../../views/timeline.ts'
import {trafficLine, trafficView} from '../../views/traffic.ts'
import type {UiState} from '../state/ui-state.ts'

export type Painted = Readonly<{
  title: string
  /** Said in the frame: hints left, lines below. */
  note: string
  lines: readonly string[]
  /** Lines beyond what is in sight. */
  most: number
  /** Rows that scroll. */
  page: number
}>

export function paintLesson(
  state: LabState,
  lessons: readonly Lesson[],
  style: Style,
  size: Size,
  scroll: number,
  scrollKey: UiState['scrollKey'] = 'PgDn',
): Painted {
  const {title, text, asked: all} = lessonView(state, lessons, style, size)
  // A line of the text and the word that there is more stay in any case.
  const asked = elided(all, Math.max(1, size.rows - Math.min(text.length, 2)), style, size.columns)
  const gap = text.length > 0 && asked.length > 0 ? 1 : 0
  const room = Math.max(0, size.rows - asked.length - gap)
  const most = Math.max(0, text.length - room)
  const from = Math.min(scroll, most)
  const below = most - from
  const hints =
    state.play?.phase === 'open' && !state.quiz
      ? style.text('ui.hintCount', {n: Math.min(state.play.hints, hintLevels), all: hintLevels})
      : ''
  // Where lines are hidden, it is said in the place where they are.
  const divider =
    below > 0 ? [line(style.text('ui.moreBelow', {n: below, key: scrollKey}), 'accent')] : [emptyLine]
  const lines = [...text.slice(from, from + room), ...divider.slice(0, gap), ...asked]
  return {
    title: `${style.text('ui.lesson')} · ${title}`,
    note: hints,
    lines: painted(lines, style),
    most,
    page: room,
  }
}

/** What is asked begins with the task and ends with the news, a slip or a hint: where it is too long, its middle is left out. */
function elided(asked: readonly Line[], room: number, style: Style, columns: number): readonly Line[] {
  const [first = [], ...rest] = asked
  if (asked.length <= room || room === 1) return asked.slice(-room)
  const left = span(style.text('ui.elided'), 'accent')
  return [[...cutTo(first, columns - widthOf(left.text)), left], ...rest.slice(1 - room)]
}

export function paintNodes(
  state: LabState,
  lessons: readonly Lesson[],
  style: Style,
  size: Size,
  {
    scroll: {nodes: scroll},
    scrollKey,
    zoomed,
    view,
  }: Pick<UiState, 'scroll' | 'scrollKey' | 'zoomed' | 'view'>,
): Painted {
  const title = style.text(`view.${view}`, {port: portOf(state.node, state.roster)})
  const {snapshot, lineStart, play} = state
  if (!snapshot)
    return {
      title,
      note: '',
      lines: painted([line(style.text('ui.raising'), 'dim')], style),
      most: 0,
      page: size.rows,
    }
  const highlight = play ? stepAt(lessonAt(lessons, play.lesson), play.step).highlight : []
  const input = {now: snapshot, lineStart, highlight, replids: state.replids ?? [], lags: state.lags ?? {}}
  const views = {
    nodes: () =>
      zoomed ? wholeGridView(input, style, size.columns) : nodesAndTraffic(state, input, style, size),
    opinions: () => failureView(snapshot, style, size.columns),
    slots: () => slotsView(state, style, size.columns),
    timeline: () => timelineView(state, style, size.columns),
    traffic: () => trafficView(state, style, size.columns),
  } as const
  const lines = views[view]()
  const most = Math.max(0, lines.length - size.rows)
  // The newest of a timeline is at its end, and is what one wants to see.
  const from = view === 'timeline' ? most - Math.min(scroll, most) : Math.min(scroll, most)
  const note = most > from ? style.text('ui.moreBelow', {n: most - from, key: scrollKey}) : ''
  return {title, note, lines: painted(lines.slice(from, from + size.rows), style), most, page: size.rows}
}

/** The nodes and, where a row a node leaves one, the client at work below them. */
function nodesAndTraffic(
  state: LabState,
  input: NodesInput,
  style: Style,
  {columns, rows}: Size,
): readonly Line[] {
  const client = rows > input.now.nodes.length ? trafficLine(state, style, columns) : undefined
  if (!client) return nodesView(input, style, columns, rows)
  const nodes = nodesView(input, style, columns, rows - 1)
  return [...nodes, ...Array.from({length: rows - 1 - nodes.length}, () => emptyLine), client]
}

export function paintHelp(style: Style, size: Size, scroll: number, replaying = false): Painted {
  const lines = helpView(style, size.columns, replaying)
  const most = Math.max(0, lines.length - size.rows)
  const from = Math.min(scroll, most)
  const note = most > from ? style.text('ui.moreBelow', {n: most - from, key: 'PgDn'}) : ''
  return {
    title: style.text('help.title'),
    note,
    lines: painted(lines.slice(from, from + size.rows), style),
    most,
    page: size.rows,
  }
}

/** The list of lessons, scrolled so that the chosen step is in sight. */
export function paintLessons(
  state: LabState,
  lessons: readonly Lesson[],
  style: Style,
  size: Size,
  chosen: number,
): Painted {
  const {lines, at} = lessonsView(state, lessons, style, chosen)
  const most = Math.max(0, lines.length - size.rows)
  const from = Math.min(most, Math.max(0, at - Math.floor(size.rows / 2)))
  const title = style.text('ui.lessons')
  return {
    title,
    note: '',
    lines: painted(lines.slice(from, from + size.rows), style),
    most,
    page: size.rows,
  }
}

function painted(lines: readonly Line[], {theme}: Style): readonly string[] {
  return lines.map(words => paint(words, theme))
}
