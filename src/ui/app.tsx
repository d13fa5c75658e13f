// The screen: which panes stand where at this size, the typed line, and the way of a key.

import {Box, Text, useCursor, useWindowSize} from 'ink'
import {type ReactNode, useMemo} from 'react'
import type {Lab} from '../lab/lab.ts'
import {SurroundingsProvider, useSurroundings, useView} from './context.ts'
import type {Face, Pane} from './face.ts'
import {headerView} from './header-view.ts'
import {type Layout, layoutOf, type Size, zoomed} from './layout.ts'
import {cutTo} from './line.ts'
import {Frame, Lines, ruleWords} from './pane.tsx'
import {type Painted, paintHelp, paintLesson, paintNodes} from './panes.ts'
import {isRunning, menuView, promptView, statusView} from './prompt-view.ts'
import {paint} from './theme.ts'
import {createTranscriptView} from './transcript-view.ts'
import {useFace} from './use-face.ts'
import {type Wording, word} from './wording.ts'

export type AppProps = Readonly<{lab: Lab; wording: Wording}>

export function App({lab, wording}: AppProps): ReactNode {
  const surroundings = useMemo(() => ({lab, wording}), [lab, wording])
  return (
    <SurroundingsProvider value={surroundings}>
      <Screen />
    </SurroundingsProvider>
  )
}

function Screen(): ReactNode {
  const size = useWindowSize()
  const layout = layoutOf(size)
  const face = useFace(layout, size)
  if (layout.tier === 'none') return <TooSmall size={size} />
  return (
    // Never taller or wider than the screen: one row more, and the terminal would be cleared at every frame.
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header columns={size.columns} />
      {face.help || face.zoomed ? (
        <Whole face={face} size={size} />
      ) : (
        <Panes face={face} layout={layout} columns={size.columns} />
      )}
      <Prompt face={face} size={size} />
      <Status face={face} columns={size.columns} />
    </Box>
  )
}

function TooSmall({size}: Readonly<{size: Size}>): ReactNode {
  const {wording} = useSurroundings()
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <Text wrap="wrap">{word(wording, 'ui.tooSmall', size)}</Text>
    </Box>
  )
}

function Header({columns}: Readonly<{columns: number}>): ReactNode {
  const {lab, wording} = useSurroundings()
  const text = useView(state => paint(headerView(state, lab.lessons, wording, columns), wording.theme))
  return <Text wrap="truncate">{text}</Text>
}

/** Everything between header and prompt, by tier. */
function Panes({
  face,
  layout,
  columns,
}: Readonly<{face: Face; layout: Exclude<Layout, {tier: 'none'}>; columns: number}>): ReactNode {
  if (layout.tier === 'wide') {
    return (
      <>
        <Box>
          <Framed pane="lesson" face={face} size={layout.lesson} />
          <Framed pane="nodes" face={face} size={layout.nodes} />
        </Box>
        <Transcript face={face} size={layout.transcript} />
      </>
    )
  }
  if (layout.tier === 'rows') {
    return (
      <>
        <Body pane="nodes" face={face} size={layout.nodes} />
        <Ruled pane="lesson" face={face} size={layout.lesson} columns={columns} />
        <Rule pane="transcript" face={face} columns={columns} />
        <Transcript face={face} size={layout.transcript} />
      </>
    )
  }
  if (face.pane === 'transcript')
    return <Whole face={face} size={{columns, rows: layout.pane.rows + layout.transcript.rows + 5}} />
  return (
    <>
      <Ruled pane={face.pane} face={face} size={layout.pane} columns={columns} />
      <Rule pane="transcript" face={face} columns={columns} />
      <Transcript face={face} size={layout.transcript} />
    </>
  )
}

/** One pane, or the help, over the whole screen. */
function Whole({face, size}: Readonly<{face: Face; size: Size}>): ReactNode {
  const inner = zoomed(size)
  if (face.help) return <Help face={face} size={inner} columns={size.columns} />
  if (face.pane !== 'transcript')
    return <Ruled pane={face.pane} face={face} size={inner} columns={size.columns} />
  return (
    <>
      <Rule pane="transcript" face={face} columns={size.columns} />
      <Transcript face={face} size={inner} />
    </>
  )
}

type PaneProps = Readonly<{pane: Exclude<Pane, 'transcript'>; face: Face; size: Size}>

function usePainted({pane, face, size}: PaneProps): Painted {
  const {lab, wording} = useSurroundings()
  const scroll = face.scroll[pane]
  return useView(state =>
    pane === 'lesson'
      ? paintLesson(state, lab.lessons, wording, size, scroll)
      : paintNodes(state, lab.lessons, wording, size, scroll, face.zoomed),
  )
}

function Framed(props: PaneProps): ReactNode {
  const {wording} = useSurroundings()
  const {title, note, lines} = usePainted(props)
  const chosen = props.face.pane === props.pane
  return (
    <Frame title={title} note={note} chosen={chosen} size={props.size} theme={wording.theme} lines={lines} />
  )
}

function Ruled(props: PaneProps & Readonly<{columns: number}>): ReactNode {
  const {wording} = useSurroundings()
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

function Body(props: PaneProps): ReactNode {
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

function Rule({pane, face, columns}: Readonly<{pane: Pane; face: Face; columns: number}>): ReactNode {
  const {wording} = useSurroundings()
  const title = pane === 'transcript' ? word(wording, 'ui.transcript') : ''
  return <Text wrap="truncate">{ruleWords(title, '', face.pane === pane, columns, wording.theme)}</Text>
}

function Help({face, size, columns}: Readonly<{face: Face; size: Size; columns: number}>): ReactNode {
  const {wording} = useSurroundings()
  const {title, note, lines} = paintHelp(wording, size, face.scroll.help)
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
function Transcript({face, size}: Readonly<{face: Face; size: Size}>): ReactNode {
  const {lab, wording} = useSurroundings()
  const view = useMemo(() => createTranscriptView(lab.lessons), [lab])
  const lines = useView(state => {
    const menu = menuView(state, face, wording).slice(0, size.rows)
    const shown = view(state, wording, size.columns, size.rows, face.scroll.transcript, Date.now()).lines
    const filled = [...Array.from({length: size.rows - shown.length}, () => []), ...shown]
    return [...filled.slice(0, size.rows - menu.length), ...menu].map(words => paint(words, wording.theme))
  })
  return (
    <Inset>
      <Lines lines={lines} size={size} />
    </Inset>
  )
}

function Prompt({face, size}: Readonly<{face: Face; size: Size}>): ReactNode {
  const {wording} = useSurroundings()
  const {setCursorPosition} = useCursor()
  const {text, cursor} = useView(state => {
    const view = promptView(state, face, size.columns - 1)
    return {text: paint(view.words, wording.theme), cursor: view.cursor}
  })
  setCursorPosition({x: cursor + 1, y: size.rows - 2})
  return (
    <Inset>
      <Text wrap="truncate">{text}</Text>
    </Inset>
  )
}

function Status({face, columns}: Readonly<{face: Face; columns: number}>): ReactNode {
  const {wording} = useSurroundings()
  const text = useView(state =>
    paint(cutTo(statusView(state, face, wording, Date.now(), isRunning(state)), columns - 2), wording.theme),
  )
  return (
    <Inset>
      <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
    </Inset>
  )
}
