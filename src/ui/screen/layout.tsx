// Which parts stand where at this size: for the lab as it is, and for what it was.

import {Box, Text} from 'ink'
import type {ReactNode} from 'react'
import {type Layout, type Size, zoomed} from '../../views/draw/pane-sizes.ts'
import type {UiState} from '../state/ui-state.ts'
import {useLabContext} from './lab-context.ts'
import {Body, Framed, Help, Lessons, Rule, Ruled, Transcript} from './panes.tsx'

export function TooSmall({size}: Readonly<{size: Size}>): ReactNode {
  const {style} = useLabContext()
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <Text wrap="wrap">{style.text('ui.tooSmall', size)}</Text>
    </Box>
  )
}

/** Everything between header and prompt, by tier. */
export function Panes({
  face,
  layout,
  columns,
}: Readonly<{face: UiState; layout: Exclude<Layout, {tier: 'none'}>; columns: number}>): ReactNode {
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
        {layout.titled ? (
          <Ruled pane="nodes" face={face} size={layout.nodes} columns={columns} />
        ) : (
          <Body pane="nodes" face={face} size={layout.nodes} />
        )}
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
export function Whole({face, size}: Readonly<{face: UiState; size: Size}>): ReactNode {
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
