// Which panes are shown and where, by the size of the screen.

import {Box} from 'ink'
import type {ReactNode} from 'react'
import {type Layout, type Size, zoomed} from '../../views/draw/pane-sizes.ts'
import type {UiState} from '../state/ui-state.ts'
import {Border} from './frame.tsx'
import {useLabContext} from './lab-context.ts'
import {Body, LessonFoot, Lessons, Page, Rule, Ruled, Second, Transcript} from './panes.tsx'

type LayoutIn<Tier> = Extract<Layout, {tier: Tier}>

/** Everything between header and prompt, by tier. */
export function Panes({
  ui,
  layout,
  columns,
}: Readonly<{ui: UiState; layout: Exclude<Layout, {tier: 'none'}>; columns: number}>): ReactNode {
  if (layout.tier === 'wide') return <Wide ui={ui} layout={layout} />
  if (layout.tier === 'rows') {
    return (
      <>
        {layout.titled ? (
          <Ruled pane="nodes" ui={ui} size={layout.nodes} columns={columns} />
        ) : (
          <Body pane="nodes" ui={ui} size={layout.nodes} />
        )}
        {layout.lesson && <Ruled pane="lesson" ui={ui} size={layout.lesson} columns={columns} />}
        <Transcript ui={ui} size={layout.transcript} columns={columns} />
      </>
    )
  }
  if (ui.pane === 'transcript')
    return <Whole ui={ui} size={{columns, rows: layout.pane.rows + layout.transcript.rows + 5}} />
  return (
    <>
      <Ruled pane={ui.pane} ui={ui} size={layout.pane} columns={columns} />
      <Transcript ui={ui} size={layout.transcript} columns={columns} />
    </>
  )
}

/** The lesson in full height on the left, under a second view where there is room; the nodes over the transcript on the right. */
function Wide({ui, layout}: Readonly<{ui: UiState; layout: LayoutIn<'wide'>}>): ReactNode {
  const {style} = useLabContext()
  const {lesson, second, nodes, transcript} = layout
  const left = [second, lesson].flatMap(pane => (pane ? [pane.rows] : []))
  const right = [nodes.rows, transcript.rows]
  const twoColumns = left.length > 0
  return (
    <Box>
      <Border {...(twoColumns ? {right: left} : {right})} style={style} />
      {twoColumns && (
        <>
          <Box flexDirection="column">
            {second && <Second ui={ui} size={second} columns={second.columns + 2} />}
            {lesson && <Ruled pane="lesson" ui={ui} size={lesson} columns={lesson.columns + 2} footed />}
            <LessonFoot columns={(lesson ?? second ?? nodes).columns + 2} />
          </Box>
          <Border left={left} right={right} style={style} />
        </>
      )}
      <Box flexDirection="column">
        <Ruled pane="nodes" ui={ui} size={nodes} columns={nodes.columns + 2} />
        <Transcript ui={ui} size={transcript} columns={transcript.columns + 2} />
        <Rule columns={nodes.columns + 2} />
      </Box>
      <Border left={right} style={style} />
    </Box>
  )
}

/** One pane, the help or the list of lessons over the whole screen. */
export function Whole({ui, size}: Readonly<{ui: UiState; size: Size}>): ReactNode {
  const inner = zoomed(size)
  if (ui.chosen !== undefined) return <Lessons chosen={ui.chosen} size={inner} columns={size.columns} />
  if (ui.page) return <Page page={ui.page} ui={ui} size={inner} columns={size.columns} />
  if (ui.pane !== 'transcript') return <Ruled pane={ui.pane} ui={ui} size={inner} columns={size.columns} />
  return <Transcript ui={ui} size={inner} columns={size.columns} />
}
