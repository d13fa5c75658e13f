// The parts of the screen, each drawn from one view of the lab.

import {Text, useCursor} from 'ink'
import {type ReactNode, useMemo} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import {cutTo} from '../../views/draw/styled-text.ts'
import {headerView} from '../../views/header.ts'
import {hintsUsed, type Page as PageName, transcriptNotes} from '../../views/panes.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {leftOf} from '../state/cleared.ts'
import {lessonScroll, type Pane, type UiState} from '../state/ui-state.ts'
import {type Painted, paintLesson, paintList, paintNodes, paintPage} from '../views/paint.ts'
import {menuView, promptView, statusView} from '../views/prompt.ts'
import {Inset, Lines, ruleWords} from './frame.tsx'
import {useLabContext, useView} from './lab-context.ts'

export function Header({columns}: Readonly<{columns: number}>): ReactNode {
  const {style} = useLabContext()
  const text = useView(input => style.paint(headerView(input, columns)), [columns])
  return <Text wrap="truncate">{text}</Text>
}

type PaneProps = Readonly<{pane: Exclude<Pane, 'transcript'>; ui: UiState; size: Size}>

function usePainted({pane, ui, size}: PaneProps): Painted {
  const {scroll, scrollKey, zoomed, view, lessonPage} = ui
  const chosen = ui.pane === pane
  return useView(
    input => {
      const key = chosen ? scrollKey : undefined
      return pane === 'lesson'
        ? paintLesson(input, size, lessonScroll(ui, input.state), key)
        : paintNodes(input, size, {scroll, scrollKey: key, zoomed, view})
    },
    [pane, size.columns, size.rows, scroll[pane], scrollKey, zoomed, view, lessonPage, chosen],
  )
}

/** A pane below a rule that has its title. `footed`: what belongs below the pane stands there. */
export function Ruled(props: PaneProps & Readonly<{columns: number; footed?: boolean}>): ReactNode {
  const {columns, size, ui, pane, footed} = props
  const {foot, ...painted} = usePainted(props)
  const notes = [...(foot && !footed ? [foot] : []), ...painted.notes]
  return <BelowRule painted={{...painted, notes}} chosen={ui.pane === pane} size={size} columns={columns} />
}

/** The nodes while the nodes pane shows another view, else the timeline. No key scrolls it. */
export function Second({ui, size, columns}: Readonly<{ui: UiState; size: Size; columns: number}>): ReactNode {
  const view = ui.view === 'nodes' ? 'timeline' : 'nodes'
  const painted = useView(
    input => paintNodes(input, size, {...unscrolled, zoomed: false, view}),
    [size.columns, size.rows, view],
  )
  return <BelowRule painted={painted} chosen={false} size={size} columns={columns} />
}

const unscrolled = {scroll: {lesson: 0, nodes: 0, transcript: 0, page: 0}, scrollKey: undefined}

/** A pane without a title. */
export function Body(props: PaneProps): ReactNode {
  const {lines} = usePainted(props)
  return <InsetLines lines={lines} size={props.size} />
}

type BelowRuleProps = Readonly<{
  painted: Pick<Painted, 'title' | 'brief' | 'notes' | 'lines'>
  chosen: boolean
  size: Size
  columns: number
}>

function BelowRule({painted: {lines, ...titled}, chosen, size, columns}: BelowRuleProps): ReactNode {
  const {style} = useLabContext()
  return (
    <>
      <Text wrap="truncate">{ruleWords({...titled, chosen, columns}, style)}</Text>
      <InsetLines lines={lines} size={size} />
    </>
  )
}

/** The rule below the last pane, with a note in it. */
export function Rule({columns, note = ''}: Readonly<{columns: number; note?: string}>): ReactNode {
  const {style} = useLabContext()
  const notes = note === '' ? [] : [note]
  return <Text wrap="truncate">{ruleWords({title: '', notes, chosen: false, columns}, style)}</Text>
}

/** The rule below the lesson: how many hints were used. */
export function LessonFoot({columns}: Readonly<{columns: number}>): ReactNode {
  return <Rule columns={columns} note={useView(hintsUsed, [])} />
}

function InsetLines({lines, size}: Readonly<{lines: readonly string[]; size: Size}>): ReactNode {
  return (
    <Inset>
      <Lines lines={lines} {...size} />
    </Inset>
  )
}

type WholeProps = Readonly<{size: Size; columns: number}>

/** Help or summary, in place of the panes. */
export function Page({ui, page, ...whole}: WholeProps & Readonly<{ui: UiState; page: PageName}>): ReactNode {
  const {startReplay} = useLabContext()
  const scroll = ui.scroll.page
  const painted = useView(
    input => paintPage(input, whole.size, {page, scroll, replaying: !startReplay}),
    [whole.size.columns, whole.size.rows, page, scroll, startReplay],
  )
  return <BelowRule painted={painted} chosen {...whole} />
}

export function Lessons({chosen, ...whole}: WholeProps & Readonly<{chosen: number}>): ReactNode {
  const painted = useView(
    input => paintList(input, whole.size, chosen),
    [whole.size.columns, whole.size.rows, chosen],
  )
  return <BelowRule painted={painted} chosen {...whole} />
}

/** The newest lines; while a command is being completed, the menu over the last ones. */
export function Transcript({ui, size, columns}: WholeProps & Readonly<{ui: UiState}>): ReactNode {
  const {lab, style} = useLabContext()
  const view = useMemo(createTranscriptView, [])
  const chosen = ui.pane === 'transcript'
  const {cleared, scrollKey, scroll} = ui
  // By itself, because a key changes it far more rarely than the typed line.
  const menu = useView(
    input => menuView(input, ui, size.rows).map(words => style.paint(cutTo(words, size.columns))),
    [ui, size.columns, size.rows],
  )
  const painted = useView(
    input => {
      const entries = leftOf(input.state.entries, cleared)
      const place = {scrolled: scroll.transcript, now: lab.now()}
      const {lines: shown, total, below} = view({...input, state: {...input.state, entries}}, size, place)
      const lines = [
        ...Array.from({length: size.rows - shown.length}, () => ''),
        ...shown.map(words => style.paint(words)),
      ]
      const hidden = {above: Math.max(0, total - below - size.rows), below}
      return {
        title: style.text('ui.transcript'),
        notes: transcriptNotes(hidden, chosen && scrollKey, style),
        lines: [...lines.slice(0, size.rows - menu.length), ...menu],
      }
    },
    [menu, cleared, scroll.transcript, chosen, scrollKey, size.columns, size.rows],
  )
  return <BelowRule painted={painted} chosen={chosen} size={size} columns={columns} />
}

export function Prompt({ui, size}: Readonly<{ui: UiState; size: Size}>): ReactNode {
  const {style} = useLabContext()
  const {setCursorPosition} = useCursor()
  const {text, cursor} = useView(
    input => {
      const view = promptView(input, ui, size.columns - 1)
      return {text: style.paint(view.words), cursor: view.cursor}
    },
    [ui, size.columns],
  )
  setCursorPosition({x: cursor + 1, y: size.rows - 2})
  return (
    <Inset>
      <Text wrap="truncate">{text}</Text>
    </Inset>
  )
}

export function Status({ui, columns}: Readonly<{ui: UiState; columns: number}>): ReactNode {
  const {lab, style} = useLabContext()
  const width = columns - 2
  const text = useView(
    input => style.paint(cutTo(statusView(input, ui, {now: lab.now(), width}), width)),
    [ui, width],
  )
  return (
    <Inset>
      <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
    </Inset>
  )
}
