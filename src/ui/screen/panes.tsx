// The parts of the screen, each reading the lab through one view.

import {Box, Text, useCursor} from 'ink'
import {type ReactNode, useMemo} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import {translateKey} from '../../views/draw/presentation.ts'
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
  const {lab, wording} = useLabContext()
  const text = useView(
    state => paint(headerView(state, lab.lessons, wording, columns), wording.theme),
    [wording, columns],
  )
  return <Text wrap="truncate">{text}</Text>
}

type PaneProps = Readonly<{pane: Exclude<Pane, 'transcript'>; face: UiState; size: Size}>

function usePainted({pane, face, size}: PaneProps): Painted {
  const {lab, wording} = useLabContext()
  const {scroll, scrollKey, zoomed, view} = face
  return useView(
    state =>
      pane === 'lesson'
        ? paintLesson(state, lab.lessons, wording, size, scroll.lesson, scrollKey)
        : paintNodes(state, lab.lessons, wording, size, {scroll, scrollKey, zoomed, view}),
    [pane, wording, size.columns, size.rows, scroll, scrollKey, zoomed, view],
  )
}

export function Framed(props: PaneProps): ReactNode {
  const {wording} = useLabContext()
  const {title, note, lines} = usePainted(props)
  const chosen = props.face.pane === props.pane
  return (
    <Frame title={title} note={note} chosen={chosen} size={props.size} theme={wording.theme} lines={lines} />
  )
}

export function Ruled(props: PaneProps & Readonly<{columns: number}>): ReactNode {
  const {wording} = useLabContext()
  const {title, note, lines} = usePainted(props)
  return (
    <>
      <Text wrap="truncate">
        {ruleWords(title, note, props.face.pane === props.pane, props.columns, wording.theme)}
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
  const {wording} = useLabContext()
  const title = pane === 'transcript' ? translateKey(wording, 'ui.transcript') : ''
  return <Text wrap="truncate">{ruleWords(title, '', face.pane === pane, columns, wording.theme)}</Text>
}

export function Help({
  face,
  size,
  columns,
}: Readonly<{face: UiState; size: Size; columns: number}>): ReactNode {
  const {wording, lookBack} = useLabContext()
  const {title, note, lines} = paintHelp(wording, size, face.scroll.help, !lookBack)
  return (
    <>
      <Text wrap="truncate">{ruleWords(title, note, true, columns, wording.theme)}</Text>
      <Inset>
        <Lines lines={lines} size={size} />
      </Inset>
    </>
  )
}

type LessonsProps = Readonly<{chosen: number; size: Size; columns: number}>

export function Lessons({chosen, size, columns}: LessonsProps): ReactNode {
  const {lab, wording} = useLabContext()
  const {title, note, lines} = useView(state => paintLessons(state, lab.lessons, wording, size, chosen))
  return (
    <>
      <Text wrap="truncate">{ruleWords(title, note, true, columns, wording.theme)}</Text>
      <Inset>
        <Lines lines={lines} size={size} />
      </Inset>
    </>
  )
}

/** The newest lines, with the menu of lab commands over the last ones while one is being named. */
export function Transcript({face, size}: Readonly<{face: UiState; size: Size}>): ReactNode {
  const {lab, wording} = useLabContext()
  const view = useMemo(() => createTranscriptView(lab.lessons), [lab])
  const lines = useView(state => {
    const menu = menuView(state, face, wording, size.rows).map(words => cutTo(words, size.columns))
    const left = {...state, entries: leftOf(state.entries, face.cleared)}
    const shown = view(left, wording, size.columns, size.rows, face.scroll.transcript, lab.now()).lines
    const filled = [...Array.from({length: size.rows - shown.length}, () => []), ...shown]
    return [...filled.slice(0, size.rows - menu.length), ...menu].map(words => paint(words, wording.theme))
  })
  return (
    <Inset>
      <Lines lines={lines} size={size} />
    </Inset>
  )
}

export function Prompt({face, size}: Readonly<{face: UiState; size: Size}>): ReactNode {
  const {wording} = useLabContext()
  const {setCursorPosition} = useCursor()
  const {text, cursor} = useView(state => {
    const view = promptView(state, face, wording, size.columns - 1)
    return {text: paint(view.words, wording.theme), cursor: view.cursor}
  })
  setCursorPosition({x: cursor + 1, y: size.rows - 2})
  return (
    <Inset>
      <Text wrap="truncate">{text}</Text>
    </Inset>
  )
}

export function Status({face, columns}: Readonly<{face: UiState; columns: number}>): ReactNode {
  const {lab, wording} = useLabContext()
  const text = useView(state =>
    paint(
      cutTo(
        statusView(state, face, wording, lab.now(), promptRequest(lab.lessons, state), columns - 2),
        columns - 2,
      ),
      wording.theme,
    ),
  )
  return (
    <Inset>
      <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
    </Inset>
  )
}
