// The backgrounds of cells.

import {element} from './element.ts'
import {cellHeight, cellWidth} from './grid.ts'
import {inkOf} from './ink.ts'
import {columnsOf, type Run} from './runs.ts'
import type {Theme} from './theme.ts'

/** Backgrounds other than the theme's; adjacent runs with the same one share a rectangle. */
export function drawBackgrounds(runs: readonly Run[], theme: Theme): string {
  const stripes: {row: number; column: number; columns: number; paper: string}[] = []
  for (const run of runs) {
    const {paper} = inkOf(run.cells[0], theme)
    const last = stripes.at(-1)
    if (last?.row === run.row && last.paper === paper) last.columns += columnsOf(run)
    else stripes.push({row: run.row, column: run.column, columns: columnsOf(run), paper})
  }
  return stripes
    .filter(({paper}) => paper !== theme.background)
    .map(({row, column, columns, paper}) => {
      const place = {
        x: column * cellWidth,
        y: row * cellHeight,
        width: columns * cellWidth,
        height: cellHeight,
      }
      return element('rect', {...place, fill: paper, 'shape-rendering': 'crispEdges'})
    })
    .join('')
}
