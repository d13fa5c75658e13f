// The whole screen: header, panes, and the rows below them, which differ between the lab and a replay.

import {Box, useWindowSize} from 'ink'
import {type ReactNode, useEffect, useMemo} from 'react'
import {type Layout, layoutOf, type Size} from '../../views/draw/pane-sizes.ts'
import {lessonShown} from '../../views/lesson.ts'
import type {Sight} from '../../views/sight.ts'
import {hasMenu, paneOf, type UiState} from '../state/ui-state.ts'
import {TooSmall} from './frame.tsx'
import {useLabContext, useView} from './lab-context.ts'
import {Panes, Whole} from './layout.tsx'
import {Header} from './panes.tsx'
import {sizesIn, type UiStateOptions, useUiState} from './use-ui-state.ts'

export type ScreenProps = Pick<UiStateOptions, 'first' | 'taken'> &
  Readonly<{bottom: (ui: UiState, size: Size) => ReactNode}>

export function Screen({bottom, ...options}: ScreenProps): ReactNode {
  const size = useWindowSize()
  const [besideNodes, besideOther, nodes] = useView(
    input =>
      [lessonShown(input, size, false), lessonShown(input, size, true), input.state.roster.length] as const,
    [size.columns, size.rows],
  )
  const withLesson = besideNodes !== 'none'
  const layoutFor = (ui: UiState) => {
    const otherView = ui.view !== 'nodes'
    const lesson = otherView ? besideOther : besideNodes
    return layoutOf(size, {
      lesson: withLesson && hasMenu(ui) ? 'doing' : lesson,
      otherView,
      nodes,
      nodesChosen: paneOf(ui, withLesson) === 'nodes',
    })
  }
  const current = useUiState({...options, layoutFor, size})
  const pane = paneOf(current, withLesson)
  const ui = useMemo(() => ({...current, pane}), [current, pane])
  const layout = layoutFor(ui)
  const {onSight, style} = useLabContext()
  useEffect(() => onSight?.({...sightOf(ui, layout, size), language: style.language}))
  if (layout.tier === 'none') return <TooSmall size={size} style={style} />
  return (
    // Never larger than the terminal: with one row more it would be cleared at every frame. The width is the terminal's own, because Ink draws
    // once for a new size before React has it, and a row that wraps moves all rows below it. Only rows are clipped: each line is cut to the width of
    // its box, and to clip columns too, Ink would take every line of every frame apart twice more, a third of all its work.
    <Box flexDirection="column" width="100%" height={size.rows} overflowY="hidden">
      <Header columns={size.columns} />
      {ui.page || ui.zoomed || ui.chosen !== undefined ? (
        <Whole ui={ui} size={size} />
      ) : (
        <Panes ui={ui} layout={layout} columns={size.columns} />
      )}
      {bottom(ui, size)}
    </Box>
  )
}

function sightOf(ui: UiState, layout: Layout, size: Size): Sight {
  const sizeOf = sizesIn(layout, ui, size)
  const {cleared, view, pane} = ui
  const isCovered = ui.page !== undefined || ui.chosen !== undefined || (ui.zoomed && pane !== 'transcript')
  const shown = {size: sizeOf('transcript'), scrolled: ui.scroll.transcript, cleared}
  return {
    columns: size.columns,
    lesson: sizeOf('lesson'),
    nodes: sizeOf('nodes'),
    view,
    ...(!isCovered && layout.tier !== 'none' && {transcript: shown}),
  }
}
