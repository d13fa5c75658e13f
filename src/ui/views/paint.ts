// Each pane as painted lines for a given size, with how far it can be scrolled. Between the pure views and Ink.

import {portOf} from '../../model/cluster/node.ts'
import {lessonAt, stepAt} from '../../model/lesson/lesson.ts'
import type {NodesView} from '../../model/lesson/nodes-view.ts'
import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {cutTo, emptyLine, type Line, line, span, widthOf} from '../../views/draw/styled-text.ts'
import {failureView} from '../../views/failure-view.ts'
import {helpView} from '../../views/help.ts'
import {lessonView} from '../../views/lesson.ts'
import {lessonListView} from '../../views/lesson-list.ts'
import {wholeGridView} from '../../views/node-grid.ts'
import type {NodesInput} from '../../views/node-tree.ts'
import {nodesView} from '../../views/nodes.ts'
import {slotsView} from '../../views/slots.ts'
import {stepView} from '../../views/step-view.ts'
import {hintLevels} from '../../views/task.ts'
import {timelineView} from '../../views/timeline.ts'
import {trafficLine, trafficView} from '../../views/traffic.ts'
import type {ViewInput} from '../../views/view-input.ts'
import type {UiState} from '../state/ui-state.ts'

export type Painted = Readonly<{
  title: string
  /** Stands in the frame: hints used, lines below. */
  note: string
  lines: readonly string[]
  /** The limit of scrolling: lines that are not in sight. */
  most: number
  /** Rows that scroll. */
  page: number
}>

export function paintLesson(
  input: ViewInput,
  size: Size,
  scroll: number,
  scrollKey: UiState['scrollKey'] = 'PgDn',
): Painted {
  const {style} = input
  const {title, text, task} = lessonView(input, size)
  // At least a line of the text stays in sight, and the note that there is more.
  const asked = elided(task, style, {...size, rows: Math.max(1, size.rows - Math.min(text.length, 2))})
  const gap = text.length > 0 && asked.length > 0 ? 1 : 0
  const room = Math.max(0, size.rows - asked.length - gap)
  const most = Math.max(0, text.length - room)
  const from = Math.min(scroll, most)
  const below = most - from
  // The note about hidden lines takes the place of the gap.
  const divider =
    below > 0 ? line(style.text('ui.moreBelow', {n: below, key: scrollKey}), 'accent') : emptyLine
  const lines = [...text.slice(from, from + room), ...[divider].slice(0, gap), ...asked]
  return {
    title: `${style.text('ui.lesson')} · ${title}`,
    note: hintsUsed(input),
    lines: painted(lines, style),
    most,
    page: room,
  }
}

function hintsUsed({state: {play, quiz}, style}: ViewInput): string {
  if (play?.phase !== 'open' || quiz) return ''
  return style.text('ui.hintCount', {n: Math.min(play.hints, hintLevels), all: hintLevels})
}

/** Leaves out the middle of a long task: it begins with what to do and ends with the news, a mistake or a hint. */
function elided(asked: readonly Line[], style: Style, {columns, rows}: Size): readonly Line[] {
  const [first = [], ...rest] = asked
  if (asked.length <= rows || rows === 1) return asked.slice(-rows)
  const mark = span(style.text('ui.elided'), 'accent')
  return [[...cutTo(first, columns - widthOf(mark.text)), mark], ...rest.slice(1 - rows)]
}

export function paintNodes(
  input: ViewInput,
  size: Size,
  {scroll, scrollKey, zoomed, view}: Pick<UiState, 'scroll' | 'scrollKey' | 'zoomed' | 'view'>,
): Painted {
  const {state, style} = input
  const {snapshot} = state
  const title = style.text(`view.${view}`, {port: portOf(state.node, state.roster)})
  if (!snapshot)
    return inSight(input, size, {title, lines: [line(style.text('ui.startingNodes'), 'dim')], from: 0})
  const nodes = nodesInput(input, snapshot)
  const views = {
    nodes: () => (zoomed ? wholeGridView(nodes, size.columns) : nodesAndTraffic(input, nodes, size)),
    opinions: () => failureView(snapshot, style, size.columns),
    slots: () => slotsView(state, style, size.columns),
    timeline: () => timelineView(state, style, size.columns),
    traffic: () => trafficView(state, style, size.columns),
  } as const
  const lines = views[view]()
  const most = Math.max(0, lines.length - size.rows)
  const scrolled = Math.min(scroll.nodes, most)
  // A timeline is scrolled from its end, where the newest event is.
  const from = view === 'timeline' ? most - scrolled : scrolled
  const painted = inSight(input, size, {title, lines, from, scrollKey})
  return {...painted, note: [ofStep(input, view), painted.note].filter(note => note !== '').join(' · ')}
}

/** Says that the step opened this view. The nodes are there anyway. */
function ofStep({state, lessons, style}: ViewInput, view: NodesView): string {
  const isOpened = view !== 'nodes' && view === stepView(state, lessons).view
  return isOpened ? style.text('view.ofStep') : ''
}

function nodesInput({state, lessons, style}: ViewInput, now: NodesInput['now']): NodesInput {
  const {lineStart, play, replids = [], lags = {}} = state
  const highlight = play ? stepAt(lessonAt(lessons, play.lesson), play.step).highlight : []
  return {style, now, lineStart, highlight, replids, lags}
}

/** The nodes and, if a row a node leaves room for it, the traffic in a line below them. */
function nodesAndTraffic({state, style}: ViewInput, nodes: NodesInput, size: Size): readonly Line[] {
  const {columns, rows} = size
  const traffic = rows > nodes.now.nodes.length ? trafficLine(state, style, columns) : undefined
  if (!traffic) return nodesView(nodes, size)
  const lines = nodesView(nodes, {columns, rows: rows - 1})
  return [...lines, ...Array.from({length: rows - 1 - lines.length}, () => emptyLine), traffic]
}

/** `replaying`: the keys of a replay come first. */
export function paintHelp(style: Style, size: Size, scroll: number, replaying = false): Painted {
  const lines = helpView(style, size.columns, replaying)
  const from = Math.min(scroll, Math.max(0, lines.length - size.rows))
  return inSight({style}, size, {title: style.text('help.title'), lines, from, scrollKey: 'PgDn'})
}

/** The list of lessons, scrolled so that the selected step is in sight. */
export function paintLessonList(input: ViewInput, size: Size, chosen: number): Painted {
  const {lines, at} = lessonListView(input, chosen)
  const most = Math.max(0, lines.length - size.rows)
  const from = Math.min(most, Math.max(0, at - Math.floor(size.rows / 2)))
  return inSight(input, size, {title: input.style.text('ui.lessons'), lines, from})
}

type Content = Readonly<{
  title: string
  lines: readonly Line[]
  /** The first line in sight. */
  from: number
  /** Names the key in the note about lines below; without it there is no note. */
  scrollKey?: UiState['scrollKey']
}>

function inSight(
  {style}: Pick<ViewInput, 'style'>,
  size: Size,
  {title, lines, from, scrollKey}: Content,
): Painted {
  const most = Math.max(0, lines.length - size.rows)
  const below = most - from
  const note = scrollKey && below > 0 ? style.text('ui.moreBelow', {n: below, key: scrollKey}) : ''
  return {title, note, lines: painted(lines.slice(from, from + size.rows), style), most, page: size.rows}
}

function painted(lines: readonly Line[], style: Style): readonly string[] {
  return lines.map(words => style.paint(words))
}
