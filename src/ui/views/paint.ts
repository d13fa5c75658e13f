// Each pane as painted lines for a given size, with how far it can be scrolled. Between the pure views and Ink.

import {portOf} from '../../model/cluster/node.ts'
import type {NodesView} from '../../model/lesson/nodes-view.ts'
import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {emptyLine, type Line, line} from '../../views/draw/styled-text.ts'
import {failureView} from '../../views/failure-view.ts'
import {helpView} from '../../views/help.ts'
import {lessonView} from '../../views/lesson.ts'
import {lessonListView} from '../../views/lesson-list.ts'
import {wholeGridView} from '../../views/node-grid.ts'
import type {NodesInput} from '../../views/node-tree.ts'
import {nodesInput, nodesView} from '../../views/nodes.ts'
import {slotsView} from '../../views/slots.ts'
import {stepView} from '../../views/step-view.ts'
import {summaryView} from '../../views/summary.ts'
import {hintLevels} from '../../views/task.ts'
import {timelineFrom, timelineView} from '../../views/timeline.ts'
import {trafficLine, trafficView} from '../../views/traffic.ts'
import type {ViewInput} from '../../views/view-input.ts'
import type {Page, UiState} from '../state/ui-state.ts'

export type Painted = Readonly<{
  title: string
  /** Stand beside the title, such as hidden lines. The last is the most important. */
  notes: readonly string[]
  /** Stands below the pane if it has a frame, else before the notes. */
  foot?: string
  lines: readonly string[]
  /** The limit of scrolling: lines that are not in sight. */
  most: number
  /** Rows that scroll. */
  page: number
  /** The first line in sight of a pane that is not scrolled; 0 if absent. */
  opens?: number
}>

/** Names the key in the note about hidden lines; absent in a pane that no key scrolls. */
type ScrollKey = UiState['scrollKey'] | undefined

/** Longer lines of prose are hard to read, cells. */
const widestProse = 100

/** `scroll`: lines below the place at which the pane opens. */
export function paintLesson(input: ViewInput, size: Size, scroll: number, scrollKey?: ScrollKey): Painted {
  const {style} = input
  const columns = Math.min(size.columns, widestProse)
  const {title, text, task, opensAt} = lessonView(input, {...size, columns})
  const gap = text.length > 0 && task.length > 0 ? [emptyLine] : []
  const lines = [...text, ...gap, ...task]
  const most = Math.max(0, lines.length - size.rows)
  const opens = Math.min(most, opensAt)
  const from = Math.max(0, Math.min(most, opens + scroll))
  const hidden = hiddenNotes({above: from, below: most - from}, scrollKey, style)
  return {
    title: `${style.text('ui.lesson')} · ${title}`,
    notes: hidden,
    foot: hintsUsed(input),
    lines: painted(lines.slice(from, from + size.rows), style),
    most,
    page: size.rows,
    opens,
  }
}

/** How many hints of the open step were used, else nothing. */
export function hintsUsed({state: {play, quiz}, style}: ViewInput): string {
  if (play?.phase !== 'open' || quiz) return ''
  return style.text('ui.hintCount', {n: Math.min(play.hints, hintLevels), all: hintLevels})
}

/** How many lines are hidden, and the key that shows them. */
function hiddenNotes(
  {above, below}: Readonly<{above: number; below: number}>,
  scrollKey: ScrollKey,
  style: Style,
): readonly string[] {
  if (above === 0 && below === 0) return []
  if (!scrollKey) return [style.text('ui.moreHidden', {n: above + below})]
  const up = scrollKey === 'PgDn' ? 'PgUp' : 'Shift-↑'
  if (below === 0) return [style.text('ui.moreAbove', {n: above, key: up})]
  if (above === 0) return [style.text('ui.moreBelow', {n: below, key: scrollKey})]
  return [style.text('ui.moreAround', {above, below, up, down: scrollKey})]
}

/** The lines hidden above the newest ones are counted once the pane is chosen: before, no key shows them. */
export function transcriptNotes(
  hidden: Readonly<{above: number; below: number}>,
  scrollKey: UiState['scrollKey'] | false,
  style: Style,
): readonly string[] {
  if (scrollKey) return hiddenNotes(hidden, scrollKey, style)
  return hidden.below > 0 ? [style.text('ui.moreBelow', {n: hidden.below, key: 'Shift-Tab'})] : []
}

export function paintNodes(
  input: ViewInput,
  size: Size,
  {
    scroll,
    scrollKey,
    zoomed,
    view,
  }: Pick<UiState, 'scroll' | 'zoomed' | 'view'> & Readonly<{scrollKey: ScrollKey}>,
): Painted {
  const {state, style} = input
  const {snapshot} = state
  const whole = zoomed && view === 'nodes'
  const title = whole
    ? style.text('view.wholeNodes')
    : style.text(`view.${view}`, {port: portOf(state.node, state.roster)})
  if (!snapshot)
    return inSight(input, size, {title, lines: [line(style.text('ui.startingNodes'), 'dim')], from: 0})
  const nodes = nodesInput(input, snapshot)
  const views = {
    nodes: () => (zoomed ? wholeGridView(nodes, size.columns) : nodesAndTraffic(input, nodes, size)),
    opinions: () => failureView({snapshot, logs: state.logs}, style, size.columns),
    slots: () => slotsView(state, style, size.columns),
    timeline: () => timelineView(state, style, size.columns),
    traffic: () => trafficView(state, style, size.columns),
  } as const
  const lines = views[view]()
  const most = Math.max(0, lines.length - size.rows)
  const scrolled = Math.min(scroll.nodes, most)
  // A timeline is scrolled from its end, where the newest event is.
  const from = view === 'timeline' ? most - scrolled : scrolled
  const seen = inSight(input, size, {title, lines, from, scrollKey, scrolls: true})
  const notes = [...ofStep(input, view), ...seen.notes]
  if (view !== 'timeline') return {...seen, notes}
  return {...seen, notes, lines: painted(timelineFrom(state, style, {...size, from}), style)}
}

/** Says that the step opened this view. The nodes are there anyway. */
function ofStep({state, lessons, style}: ViewInput, view: NodesView): readonly string[] {
  const isOpened = view !== 'nodes' && view === stepView(state, lessons).view
  return isOpened ? [style.text('view.ofStep')] : []
}

/** The nodes and, if a row a node leaves room for it, the traffic in a line below them. */
function nodesAndTraffic({state, style}: ViewInput, nodes: NodesInput, size: Size): readonly Line[] {
  const {columns, rows} = size
  const traffic = rows > nodes.now.nodes.length ? trafficLine(state, style, columns) : undefined
  if (!traffic) return nodesView(nodes, size)
  const lines = nodesView(nodes, {columns, rows: rows - 1})
  return [...lines, ...Array.from({length: rows - 1 - lines.length}, () => emptyLine), traffic]
}

/** `replaying`: in the help a replay's keys come first. */
export function paintPage(
  input: ViewInput,
  size: Size,
  {page, scroll, replaying = false}: Readonly<{page: Page; scroll: number; replaying?: boolean}>,
): Painted {
  const {style} = input
  const prose = Math.min(size.columns, widestProse)
  const lines = page === 'help' ? helpView(style, size.columns, replaying) : summaryView(input, prose)
  const from = Math.min(scroll, Math.max(0, lines.length - size.rows))
  const title = style.text(page === 'help' ? 'help.title' : 'summary.title')
  return inSight(input, size, {title, lines, from, scrollKey: 'PgDn', scrolls: true})
}

/** The list of lessons, scrolled so that the selected step is in sight. */
export function paintLessonList(input: ViewInput, size: Size, chosen: number): Painted {
  const {lines, at} = lessonListView(input, chosen, size)
  const most = Math.max(0, lines.length - size.rows)
  const from = Math.min(most, Math.max(0, at - Math.floor(size.rows / 2)))
  return inSight(input, size, {
    title: input.style.text('ui.lessons'),
    lines,
    from,
    scrollKey: 'PgDn',
    scrolls: true,
  })
}

type Content = Readonly<{
  title: string
  lines: readonly Line[]
  /** The first line in sight. */
  from: number
  scrollKey?: ScrollKey
  /** Notes how many lines are hidden. */
  scrolls?: boolean
}>

function inSight(
  {style}: Pick<ViewInput, 'style'>,
  size: Size,
  {title, lines, from, scrollKey, scrolls = false}: Content,
): Painted {
  const most = Math.max(0, lines.length - size.rows)
  const notes = scrolls ? hiddenNotes({above: from, below: most - from}, scrollKey, style) : []
  return {title, notes, lines: painted(lines.slice(from, from + size.rows), style), most, page: size.rows}
}

function painted(lines: readonly Line[], style: Style): readonly string[] {
  return lines.map(words => style.paint(words))
}
