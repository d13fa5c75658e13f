// Each pane as styled lines for a given size, with its title and how far it can be scrolled. A terminal and a web page draw the same.

import {portOf} from '../model/cluster/node.ts'
import type {NodesView} from '../model/lesson/nodes-view.ts'
import type {Size} from './draw/pane-sizes.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, type Line, line} from './draw/styled-text.ts'
import {failureView} from './failure-view.ts'
import {helpView} from './help.ts'
import {hidesCauses} from './incident.ts'
import {lessonView} from './lesson.ts'
import {lessonListView} from './lesson-list.ts'
import {wholeGridView} from './node-grid.ts'
import type {NodesInput} from './node-tree.ts'
import {nodesInput, nodesView} from './nodes.ts'
import {slotsView} from './slots.ts'
import {stepView} from './step-view.ts'
import {summaryView} from './summary.ts'
import {hintLevels} from './task.ts'
import {timelineFrom, timelineView} from './timeline.ts'
import {trafficLine, trafficView} from './traffic.ts'
import type {ViewInput} from './view-input.ts'

/** Help, and what the learner did. */
export type Page = 'help' | 'summary'
/** The key that scrolls down, named in the note about hidden lines. */
export type ScrollKey = 'PgDn' | 'Shift-↓'

/** `Lines`: styled, or painted for the terminal. */
export type Pane<Lines = readonly Line[]> = Readonly<{
  title: string
  /** Stands in the place of a title for which there is no room. */
  brief?: string
  /** Stand beside the title, such as hidden lines. The last is the most important. */
  notes: readonly string[]
  /** Stands below the pane if it has a frame, else before the notes. */
  foot?: string
  lines: Lines
  /** The limit of scrolling: lines that are not in sight. */
  most: number
  /** Rows that scroll. */
  page: number
  /** The first line in sight of a pane that is not scrolled; 0 if absent. */
  opens?: number
}>

/** Longer lines of prose are hard to read, cells. */
const widestProse = 100

/** `scroll`: lines below the place at which the pane opens. */
export function lessonPane(input: ViewInput, size: Size, scroll: number, scrollKey?: ScrollKey): Pane {
  const {style} = input
  const columns = Math.min(size.columns, widestProse)
  const {title, text, task, opensAt, keeps} = lessonView(input, {...size, columns})
  const gap = text.length > 0 && task.length > 0 ? [emptyLine] : []
  const lines = [...text, ...gap, ...task]
  const most = Math.max(0, lines.length - size.rows)
  const opens = Math.min(most, opensAt)
  const from = Math.max(0, Math.min(most, opens + scroll))
  const hidden = hiddenNotes({above: from, below: most - from}, scrollKey, style)
  const room = keeps > 0 ? size.rows - gap.length - keeps : size.rows
  const kept = from + room < text.length ? [...gap, ...task.slice(0, keeps)] : []
  return {
    title: `${style.text('ui.lesson')} · ${title}`,
    brief: title,
    notes: hidden,
    foot: hintsUsed(input),
    lines: [...lines.slice(from, from + size.rows - kept.length), ...kept],
    most,
    page: room,
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
  scrollKey: ScrollKey | undefined,
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
  scrollKey: ScrollKey | false,
  style: Style,
): readonly string[] {
  if (scrollKey) return hiddenNotes(hidden, scrollKey, style)
  return hidden.below > 0 ? [style.text('ui.moreBelow', {n: hidden.below, key: 'Shift-Tab'})] : []
}

/** Where the nodes pane is scrolled to and what it shows. `zoomed`: the nodes with all their fields. */
export type NodesPlace = Readonly<{
  view: NodesView
  zoomed: boolean
  /** Lines from the top; in a timeline, from the end. */
  scroll: number
  scrollKey?: ScrollKey | undefined
}>

export function nodesPane(input: ViewInput, size: Size, {scroll, scrollKey, zoomed, view}: NodesPlace): Pane {
  const {state, style} = input
  const {snapshot} = state
  const whole = zoomed && view === 'nodes'
  const shown = view === 'opinions' && state.stage === 'sentinel' ? 'sentinels' : view
  const title = whole
    ? style.text('view.wholeNodes')
    : style.text(`view.${shown}`, {port: portOf(state.node, state.roster)})
  if (!snapshot)
    return inSight(input, size, {title, lines: [line(style.text('ui.startingNodes'), 'dim')], from: 0})
  const nodes = nodesInput(input, snapshot)
  const views = {
    nodes: () => (zoomed ? wholeGridView(nodes, size.columns) : nodesAndTraffic(input, nodes, size)),
    opinions: () => failureView({...state, snapshot}, style, size.columns, !hidesCauses(input)),
    slots: () => slotsView(state, style, size.columns, !hidesCauses(input)),
    timeline: () => timelineView(state, style, size.columns),
    traffic: () => trafficView(state, style, size.columns),
  } as const
  const lines = views[view]()
  const most = Math.max(0, lines.length - size.rows)
  const scrolled = Math.min(scroll, most)
  // A timeline is scrolled from its end, where the newest event is.
  const from = view === 'timeline' ? most - scrolled : scrolled
  const seen = inSight(input, size, {title, lines, from, scrollKey, scrolls: true})
  const notes = [...ofStep(input, view), ...ofLinks(input), ...seen.notes]
  if (view !== 'timeline') return {...seen, notes}
  return {...seen, notes, lines: timelineFrom(state, style, {...size, from})}
}

/** Says that the step opened this view. The nodes are there anyway. */
function ofStep({state, lessons, style}: ViewInput, view: NodesView): readonly string[] {
  const isOpened = view !== 'nodes' && view === stepView(state, lessons).view
  return isOpened ? [style.text('view.ofStep')] : []
}

/** Says that links are not whole, also where there is no room for which. */
function ofLinks({state, style}: ViewInput): readonly string[] {
  return state.links ? [`${style.sign('cut')} ${style.text('links.note')}`] : []
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
export function pagePane(
  input: ViewInput,
  size: Size,
  {page, scroll, replaying = false}: Readonly<{page: Page; scroll: number; replaying?: boolean}>,
): Pane {
  const {style} = input
  const prose = Math.min(size.columns, widestProse)
  const lines = page === 'help' ? helpView(style, size.columns, replaying) : summaryView(input, prose)
  const from = Math.min(scroll, Math.max(0, lines.length - size.rows))
  const title = style.text(page === 'help' ? 'help.title' : 'summary.title')
  return inSight(input, size, {title, lines, from, scrollKey: 'PgDn', scrolls: true})
}

/** The list of lessons, scrolled so that the selected step is in sight. */
export function listPane(input: ViewInput, size: Size, chosen: number): Pane {
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
  scrollKey?: ScrollKey | undefined
  /** Notes how many lines are hidden. */
  scrolls?: boolean
}>

function inSight(
  {style}: Pick<ViewInput, 'style'>,
  size: Size,
  {title, lines, from, scrollKey, scrolls = false}: Content,
): Pane {
  const most = Math.max(0, lines.length - size.rows)
  const notes = scrolls ? hiddenNotes({above: from, below: most - from}, scrollKey, style) : []
  return {title, notes, lines: lines.slice(from, from + size.rows), most, page: size.rows}
}
