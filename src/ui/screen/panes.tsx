// The parts of the screen, each reading the lab through one view.

import {Box, Text, useCursor} from 'ink'
import {type ReactNode, useMemo} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import {cutTo} from '../../views/draw/styled-text.ts'
import {paint} from '../../views/draw/theme.ts'
import {headerView} from '../../views/header.ts'
import {createTranscriptView} from '../../views/transcript.ts'
import {leftOf} from '../state/cleared.ts'
import type {Pane, UiState} from '../state/ui-state.ts'
import {type Painted, paintHelp, paintLesson, paintLessons, paintNodes} from '../views/paint.ts'
import {menuView, promptRequest, promptView, statusView} from '../views/prompt.ts'
import {Frame, Lines, ruleWords} from './frame.tsx'
import {useLabContext, useView} from './lab-context.ts'

export function Header({columns}: Readonly<{columns: number}>): ReactNode {
  const {lab, style} = useLabContext()
  const text = useView(state => style.paint(headerView(state, lab.lessons, style, columns)), [style, columns])
  return <Text wrap="truncate">{text}</Text>
}

type PaneProps = Readonly<{pane: Exclude<Pane, 'transcript'>; face: UiState; size: Size}>

function usePainted({pane, face, size}: PaneProps): Painted {
  const {lab, style} = useLabContext()
  const {scroll, scrollKey, zoomed, view} = face
  return useView(
    state =>
      pane === 'lesson'
        ? paintLesson(state, lab.lessons, style, size, scroll.lesson, scrollKey)
        : paintNodes(state, lab.lessons, style, size, {scroll, scrollKey, zoomed, view}),
    [pane, style, size.columns, size.rows, scroll, scrollKey, zoomed, view],
  )
}

export function Framed(props: PaneProps): ReactNode {
  const {style} = useLabContext()
  const {title, note, lines} = usePainted(props)
  const chosen = props.face.pane === props.pane
  return (
    <Frame title={title} note={note} chosen={chosen} size={props.size} theme={style.theme} lines={lines} />
  )
}

export function Ruled(props: PaneProps & Readonly<{columns: number}>): ReactNode {
  const {style} = useLabContext()
  const {title, note, lines} = usePainted(props)
  return (
    <>
      <Text wrap="truncate">
        {ruleWords(title, note, props.face.pane === props.pane, props.columns, style.theme)}
      </Text>
      <Inset>
        <Lines lines={lines} size={props.size} />
      </Inset>
    </>
  )
}

export function Body(props: PaneProps): ReactNode {
  const {lines} = usePainted(props)
  return (
    <Inset>
      <Lines lines={lines} size={props.size} />
    </Inset>
  )
}

function Inset({children}: Readonly<{children: ReactNode}>): ReactNode {
  return <Box paddingLeft={1}>{children}</Box>
}

export function Rule({
  pane,
  face,
  columns,
}: Readonly<{pane: Pane; face: UiState; columns: number}>): ReactNode {
  const {style} = useLabContext()
  const title = pane === 'transcript' ? style.text('ui.transcript') : ''
  return <Text wrap="truncate">{ruleWords(title, '', face.pane === pane, columns, style.theme)}</Text>
}

export function Help({
  face,
  size,
  columns,
}: Readonly<{face: UiState; size: Size; columns: number}>): ReactNode {
  const {style, lookBack} = useLabContext()
  const {title, note, lines} = paintHelp(style, size, face.scroll.help, !lookBack)
  return (
    <>
      <Text wrap="truncate">{ruleWords(title, note, true, columns, style.theme)}</Text>
      <Inset>
        <Lines lines={lines} size={size} />
      </Inset>
    </>
  )
}

type LessonsProps = Readonly<{chosen: number; size: Size; columns: number}>

export function Lessons({chosen, size, columns}: LessonsProps): ReactNode {
  const {lab, style} = useLabContext()
  const {title, note, lines} = useView(state => paintLessons(state, lab.lessons, style, size, chosen))
  return (
    <>
      <Text wrap="truncate">{ruleWords(title, note, true, columns, style.theme)}</Text>
      <Inset>
        <Lines lines={lines} size={size} />
      </Inset>
    </>
  )
}

/** The newest lines, with the menu of lab commands over the last ones while one is being named. */
export function Transcript({face, size}: Readonly<{face: UiState; size: Size}>): ReactNode {
  const {lab, style} = useLabContext()
  const view = useMemo(() => createTranscriptView(lab.lessons), [lab])
  const lines = useView(state => {
    const menu = menuView(state, face, style, size.rows).map(words => cutTo(words, size.columns))
    const left = {...state, entries: leftOf(state.entries, face.cleared)}
    const shown = view(left, style, size.columns, size.rows, face.scroll.transcript, lab.now()).lines
    const filled = [...Array.from({length: size.rows - shown.length}, () => []), ...shown]
    return [...filled.slice(0, size.rows - menu.length), ...menu].map(words => style.paint(words))
  })
  return (
    <Inset>
      <Lines lines={lines} size={size} />
    </Inset>
  )
}

export function Prompt({face, size}: Readonly<{face: UiState; size: Size}>): ReactNode {
  const {style} = useLabContext()
  const {setCursorPosition} = useCursor()
  const {text, cursor} = useView(state => {
    const view = promptView(state, face, style, size.columns - 1)
    return {text: style.paint(view.words), cursor: view.cursor}
  })
  setCursorPosition({x: cursor + 1, y: size.rows - 2})
  return (
    <Inset>
      <Text wrap="truncate">{text}</Text>
    </Inset>
  )
}

export function Status({face, columns}: Readonly<{face: UiState; columns: number}>): ReactNode {
  const {lab, style} = useLabContext()
  const text = useView(state =>
    paint(
      cutTo(
        statusView(state, face, style, lab.now(), promptRequest(lab.lessons, state), columns - 2),
        columns - 2,
      ),
      style.theme,
    ),
  )
  return (
    <Inset>
      <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
    </Inset>
  )
}
