// Splits a row of cells into runs that can be drawn as one: with the same attributes, and drawn the same way.

import type {Cell} from '../../tools/terminal/cell.ts'
import {isBlock, isLine} from './shapes.ts'

type Kind = 'narrow' | 'wide' | 'line' | 'block'

/** A run begins at `column` of `row`. The cells that wide characters cover are left out. */
export type Run = Readonly<{kind: Kind; row: number; column: number; cells: readonly [Cell, ...Cell[]]}>

export function runsOf(rowOfCells: readonly Cell[], row: number): Run[] {
  const runs: {kind: Kind; row: number; column: number; cells: [Cell, ...Cell[]]}[] = []
  for (const [column, cell] of rowOfCells.entries()) {
    if (cell.width === 0) continue
    const kind = kindOf(cell)
    const last = runs.at(-1)
    if (
      last?.kind === kind &&
      looksAlike(last.cells[0], cell) &&
      !standsAlone(cell) &&
      !standsAlone(last.cells[0])
    ) {
      last.cells.push(cell)
    } else runs.push({kind, row, column, cells: [cell]})
  }
  return runs
}

export function columnsOf(run: Run): number {
  return run.cells.length * (run.kind === 'wide' ? 2 : 1)
}

function kindOf(cell: Cell): Kind {
  if (cell.width === 2) return 'wide'
  if (isLine(cell.text)) return 'line'
  return isBlock(cell.text) ? 'block' : 'narrow'
}

// SVG places wide characters by a list of positions, one for each UTF-16 unit; an emoji has several.
function standsAlone(cell: Cell): boolean {
  return cell.width === 2 && cell.text.length > 1
}

function looksAlike({text: _, width: __, ...one}: Cell, other: Cell): boolean {
  return Object.entries(one).every(([name, value]) => other[name as keyof typeof one] === value)
}
