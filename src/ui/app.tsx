// The screen: which parts stand where at this size.

import {Box, Text, useWindowSize} from 'ink'
import {type ReactNode, useMemo, useState} from 'react'
import type {Lab} from '../lab/lab.ts'
import {type Language, otherThan} from '../model/text.ts'
import {SurroundingsProvider, useSurroundings, useView} from './context.ts'
import type {Face} from './face.ts'
import {type Layout, layoutOf, type Size, zoomed} from './layout.ts'
import {Body, Framed, Header, Help, Lessons, Prompt, Rule, Ruled, Status, Transcript} from './parts.tsx'
import {useFace} from './use-face.ts'
import {type Wording, word} from './wording.ts'

export type AppProps = Readonly<{lab: Lab; wording: Wording}>

export function App({lab, wording: first}: AppProps): ReactNode {
  const [wording, setWording] = useState(first)
  const surroundings = useMemo(() => {
    const speak = (language: Language | undefined) =>
      setWording(now => ({...now, language: language ?? otherThan(now.language)}))
    return {lab, wording, speak}
  }, [lab, wording])
  return (
    <SurroundingsProvider value={surroundings}>
      <Screen />
    </SurroundingsProvider>
  )
}

function Screen(): ReactNode {
  const size = useWindowSize()
  const withLesson = useView(state => state.play !== undefined)
  const layoutFor = (face: Face) => layoutOf(size, withLesson, face.view !== 'nodes')
  const face = useFace(layoutFor, size)
  const layout = layoutFor(face)
  if (layout.tier === 'none') return <TooSmall size={size} />
  return (
    // Never taller or wider than the screen: one row more, and the terminal would be cleared at every frame.
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      <Header columns={size.columns} />
      {face.help || face.zoomed || face.chosen !== undefined ? (
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
          {layout.lesson && <Framed pane="lesson" face={face} size={layout.lesson} />}
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
        {layout.lesson && <Ruled pane="lesson" face={face} size={layout.lesson} columns={columns} />}
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
  if (face.chosen !== undefined) return <Lessons chosen={face.chosen} size={inner} columns={size.columns} />
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
