// Which panes are shown and where, by the size of the screen.

import {Box, Text} from 'ink'
import type {ReactNode} from 'react'
import {type Layout, type Size, zoomed} from '../../views/draw/pane-sizes.ts'
import type {UiState} from '../state/ui-state.ts'
import {useLabContext} from './lab-context.ts'
import {Body, Framed, Help, Lessons, Ruled, Transcript, TranscriptRule} from './panes.tsx'

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
  ui,
  layout,
  columns,
}: Readonly<{ui: UiState; layout: Exclude<Layout, {tier: 'none'}>; columns: number}>): ReactNode {
  if (layout.tier === 'wide') {
    return (
      <>
        <Box>
          {layout.lesson && <Framed pane="lesson" ui={ui} size={layout.lesson} />}
          <Framed pane="nodes" ui={ui} size={layout.nodes} />
        </Box>
        <Transcript ui={ui} size={layout.transcript} />
      </>
    )
  }
  if (layout.tier === 'rows') {
    return (
      <>
        {layout.titled ? (
          <Ruled pane="nodes" ui={ui} size={layout.nodes} columns={columns} />
        ) : (
          <Body pane="nodes" ui={ui} size={layout.nodes} />
        )}
        {layout.lesson && <Ruled pane="lesson" ui={ui} size={layout.lesson} columns={columns} />}
        <TranscriptRule ui={ui} columns={columns} />
        <Transcript ui={ui} size={layout.transcript} />
      </>
    )
  }
  if (ui.pane === 'transcript')
    return <Whole ui={ui} size={{columns, rows: layout.pane.rows + layout.transcript.rows + 5}} />
  return (
    <>
      <Ruled pane={ui.pane} ui={ui} size={layout.pane} columns={columns} />
      <TranscriptRule ui={ui} columns={columns} />
      <Transcript ui={ui} size={layout.transcript} />
    </>
  )
}

/** One pane, the help or the list of lessons over the whole screen. */
export function Whole({ui, size}: Readonly<{ui: UiState; size: Size}>): ReactNode {
  const inner = zoomed(size)
  if (ui.chosen !== undefined) return <Lessons chosen={ui.chosen} size={inner} columns={size.columns} />
  if (ui.help) return <Help ui={ui} size={inner} columns={size.columns} />
  if (ui.pane !== 'transcript') return <Ruled pane={ui.pane} ui={ui} size={inner} columns={size.columns} />
  return (
    <>
      <TranscriptRule ui={ui} columns={size.columns} />
      <Transcript ui={ui} size={inner} />
    </>
  )
}
