// The lines of boxes and tables, as paths.

import {type Attributes, element} from './element.ts'
import {cellHeight, cellWidth} from './grid.ts'
import {inkOf} from './ink.ts'
import type {Run} from './runs.ts'
import {linePath} from './shapes.ts'
import type {Theme} from './theme.ts'

/** Lines of the same color are one path: the pieces of a path may overlap where they meet, so that no seam shows. */
export function drawLines(runs: readonly Run[], theme: Theme): string {
  const lines = runs
    .filter(({kind}) => kind === 'line')
    .map(run => ({path: pathOf(run), look: lookOf(run, theme)}))
  const alike = Map.groupBy(lines, ({look}) => JSON.stringify(look))
  return [...alike.values()]
    .map(group => element('path', {...group[0]?.look, d: group.map(({path}) => path).join('')}))
    .join('')
}

function lookOf({cells: [cell]}: Run, theme: Theme): Attributes {
  const {ink, opacity} = inkOf(cell, theme)
  return {fill: 'none', stroke: ink, 'stroke-width': cell.bold ? 2 : 1, 'stroke-linecap': 'square', opacity}
}

/** Joins pieces that continue each other: `M0 9.5H9M9 9.5H18` is `M0 9.5H18`. */
function pathOf({row, column, cells}: Run): string {
  const pieces = cells.map(({text}, index) => linePath(text, (column + index) * cellWidth, row * cellHeight))
  return pieces.join('').replaceAll(/H([\d.]+)M\1 [\d.]+(?=H)/g, '')
}
