// The parts of the screen, each drawn from one view of the lab.

import {Box, Text, useCursor} from 'ink'
import {type ReactNode, useMemo} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import {cutTo} from '../../views/draw/styled-text.ts'
import {headerView} from '../../views/header.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {leftOf} from '../state/cleared.ts'
import type {Pane, UiState} from '../state/ui-state.ts'
import {type Painted, paintHelp, paintLesson, paintLessonList, paintNodes} from '../views/paint.ts'
import {menuView, promptView, statusView} from '../views/prompt.ts'
import {Frame, Lines, ruleWords} from './frame.tsx'
import {useLabContext, useView} from './lab-context.ts'

export function Header({columns}: Readonly<{columns: number}>): ReactNode {
  const {style} = useLabContext()
  const text = useView(input => style.paint(headerView(input, columns)), [style, columns])
  return <Text wrap="truncate">{text}</Text>
}

type PaneProps = Readonly<{pane: Exclude<Pane, 'transcript'>; ui: UiState; size: Size}>

function usePainted({pane, ui, size}: PaneProps): Painted {
  const {style} = useLabContext()
  const {scroll, scrollKey, zoomed, view} = ui
  return useView(
    input =>
      pane === 'lesson'
        ? paintLesson(input, size, scroll.lesson, scrollKey)
        : paintNodes(input, size, {scroll, scrollKey, zoomed, view}),
    [pane, style, size.columns, size.rows, scroll, scrollKey, zoomed, view],
  )
}

/** A pane in a frame. */
export function Framed(props: PaneProps): ReactNode {
  const {style} = useLabContext()
  const painted = usePainted(props)
  return <Frame {...painted} chosen={props.ui.pane === props.pane} size={props.size} style={style} />
}

/** A pane below a rule that has its title. */
export function Ruled(props: PaneProps & Readonly<{columns: number}>): ReactNode {
  const {columns, size, ui, pane} = props
  return <BelowRule painted={usePainted(props)} chosen={ui.pane === pane} size={size} columns={columns} />
}

/** A pane without a title. */
export function Body(props: PaneProps): ReactNode {
  const {lines} = usePainted(props)
  return <InsetLines lines={lines} size={props.size} />
}

type BelowRuleProps = Readonly<{painted: Painted; chosen: boolean; size: Size; columns: number}>

function BelowRule({painted: {title, note, lines}, chosen, size, columns}: BelowRuleProps): ReactNode {
  const {style} = useLabContext()
  return (
    <>
      <Text wrap="truncate">{ruleWords({title, note, chosen, columns}, style)}</Text>
      <InsetLines lines={lines} size={size} />
    </>
  )
}

function InsetLines(props: Readonly<{lines: readonly string[]; size: Size}>): ReactNode {
  return (
    <Inset>
      <Lines {...props} />
    </Inset>
  )
}

function Inset({children}: Readonly<{children: ReactNode}>): ReactNode {
  return <Box paddingLeft={1}>{children}</Box>
}

/** The rule above the transcript. */
export function TranscriptRule({ui, columns}: Readonly<{ui: UiState; columns: number}>): ReactNode {
  const {style} = useLabContext()
  const rule = {title: style.text('ui.transcript'), note: '', chosen: ui.pane === 'transcript', columns}
  return <Text wrap="truncate">{ruleWords(rule, style)}</Text>
}

type WholeProps = Readonly<{size: Size; columns: number}>

export function Help({ui, ...whole}: WholeProps & Readonly<{ui: UiState}>): ReactNode {
  const {style, startReplay} = useLabContext()
  return <BelowRule painted={paintHelp(style, whole.size, ui.scroll.help, !startReplay)} chosen {...whole} />
}

export function Lessons({chosen, ...whole}: WholeProps & Readonly<{chosen: number}>): ReactNode {
  const painted = useView(input => paintLessonList(input, whole.size, chosen))
  return <BelowRule painted={painted} chosen {...whole} />
}

/** The newest lines; while a command is being completed, the menu over the last ones. */
export function Transcript({ui, size}: Readonly<{ui: UiState; size: Size}>): ReactNode {
  const {lab, style} = useLabContext()
  const view = useMemo(createTranscriptView, [])
  const lines = useView(input => {
    const menu = menuView(input, ui, size.rows).map(words => cutTo(words, size.columns))
    const entries = leftOf(input.state.entries, ui.cleared)
    const place = {scrolled: ui.scroll.transcript, now: lab.now()}
    const shown = view({...input, state: {...input.state, entries}}, size, place).lines
    const filled = [...Array.from({length: size.rows - shown.length}, () => []), ...shown]
    return [...filled.slice(0, size.rows - menu.length), ...menu].map(words => style.paint(words))
  })
  return <InsetLines lines={lines} size={size} />
}

export function Prompt({ui, size}: Readonly<{ui: UiState; size: Size}>): ReactNode {
  const {style} = useLabContext()
  const {setCursorPosition} = useCursor()
  const {text, cursor} = useView(input => {
    const view = promptView(input, ui, size.columns - 1)
    return {text: style.paint(view.words), cursor: view.cursor}
  })
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
  const text = useView(input => style.paint(cutTo(statusView(input, ui, {now: lab.now(), width}), width)))
  return (
    <Inset>
      <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
    </Inset>
  )
}
