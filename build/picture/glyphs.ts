// The characters: letters as text, blocks as rectangles. Box lines are drawn in lines.ts, all of a screen at once.

import type {Cell} from '../../tools/terminal/cell.ts'
import {type Attributes, element, escaped} from './element.ts'
import {baseline, cellHeight, cellWidth} from './grid.ts'
import {type Ink, inkOf} from './ink.ts'
import type {Run} from './runs.ts'
import {blockOf} from './shapes.ts'
import type {Theme} from './theme.ts'

export function drawGlyphs(runs: readonly Run[], theme: Theme): string {
  const drawers = {narrow: drawNarrow, wide: drawWide, block: drawBlocks, line: () => ''}
  return runs.map(run => drawers[run.kind](run, inkOf(run.cells[0], theme))).join('')
}

/** Text with a fixed length, so that it fits its cells in any font. */
function drawNarrow(run: Run, ink: Ink): string {
  const [start, end] = shownPart(run.cells)
  if (start === end) return ''
  const text = run.cells.slice(start, end).map(cell => cell.text)
  // Browsers treat consecutive spaces differently, but all keep non-breaking ones.
  const shown = text.join('').replaceAll(' ', '\u00a0')
  return element(
    'text',
    {
      x: (run.column + start) * cellWidth,
      y: run.row * cellHeight + baseline,
      textLength: (end - start) * cellWidth,
      lengthAdjust: 'spacingAndGlyphs',
      ...fontOf(run, ink),
    },
    escaped(shown),
  )
}

/** Removes the blanks at both ends, unless a line runs through them. */
function shownPart(cells: Run['cells']): [start: number, end: number] {
  if (cells[0].underline || cells[0].strikethrough) return [0, cells.length]
  const isInked = (cell: Cell) => cell.text !== ' '
  return [Math.max(0, cells.findIndex(isInked)), cells.findLastIndex(isInked) + 1]
}

/** Centers each character in its two cells: its width differs between fonts. */
function drawWide(run: Run, ink: Ink): string {
  const middles = run.cells.map((_, index) => (run.column + 2 * index + 1) * cellWidth)
  const place = {x: middles.join(' '), y: run.row * cellHeight + baseline, 'text-anchor': 'middle'}
  return element('text', {...place, ...fontOf(run, ink)}, escaped(run.cells.map(cell => cell.text).join('')))
}

function fontOf({cells: [cell]}: Run, {ink, opacity}: Ink): Attributes {
  const decoration = [cell.underline && 'underline', cell.strikethrough && 'line-through']
    .filter(Boolean)
    .join(' ')
  return {
    fill: ink,
    opacity,
    'font-weight': cell.bold && 'bold',
    'font-style': cell.italic && 'italic',
    'text-decoration': decoration !== '' && decoration,
  }
}

function drawBlocks(run: Run, {ink, opacity}: Ink): string {
  const draw = (cell: Cell, index: number) => {
    const {x, y, width, height, density} = blockOf(cell.text)
    const place = {x: (run.column + index) * cellWidth + x, y: run.row * cellHeight + y, width, height}
    return element('rect', {
      ...place,
      fill: ink,
      'fill-opacity': density < 1 && density,
      opacity,
      'shape-rendering': 'crispEdges',
    })
  }
  return run.cells.map(draw).join('')
}
