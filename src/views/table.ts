// Tables: columns that align, and that give way from the last one on if the pane is narrow.

import {cutTo, emptyLine, type Line, lineWidth, span, widthOf} from './draw/styled-text.ts'

export type Column = Readonly<{
  title: Line
  /** A cell a row. */
  cells: readonly Line[]
  /** Cells that are kept, so that nothing moves when a value grows. */
  least: number
  /** Numbers align at their ends. */
  right?: true
  /** Stands before each value if there is no row of titles. */
  label?: string
  /** Left out first. */
  optional?: true
  /** A cell may be longer than the column: the others of its row are empty. */
  isLoose?: true
  /** One blank before it, whatever the gap between the columns is. */
  joined?: true
  /** Takes what is left, up to `most`; its title and cells depend on how much that is. */
  fill?: Readonly<{most: number; of: (width: number) => Pick<Column, 'title' | 'cells'>}>
}>

type Placed = Readonly<{column: Column; width: number; start: number}>

export type TableSize = Readonly<{width: number; headed: boolean}>

/** The row of titles if `headed`, then the rows. */
export function tableOf(columns: readonly Column[], {width, headed}: TableSize): readonly Line[] {
  const measured = columns.map(column => (headed ? column : withLabels(column)))
  const placed = filled(placedIn(measured, width, headed), width)
  const rows = (columns[0]?.cells ?? []).map((_, i) =>
    rowOf(
      placed.map(one => ({...one, cell: one.column.cells[i] ?? emptyLine})),
      width,
    ),
  )
  const head = placed.map(one => ({...one, cell: one.column.title}))
  return headed ? [rowOf(head, width), ...rows] : rows
}

function withLabels(column: Column): Column {
  const {label, cells, least, right} = column
  if (label === undefined) return column
  const width = right ? Math.max(least, ...cells.map(lineWidth)) : 0
  const blanks = (cell: Line) => ' '.repeat(Math.max(0, width - lineWidth(cell)) + 1)
  return {
    ...column,
    cells: cells.map(cell => (cell.length > 0 ? [span(`${label}${blanks(cell)}`, 'dim'), ...cell] : cell)),
    least: least + widthOf(label) + 1,
  }
}

/** Gaps between columns, the widest first, each with the cells that must be left over. */
const gaps: readonly (readonly [gap: number, spare: number])[] = [
  [4, 24],
  [3, 24],
  [2, 0],
  [1, 0],
]

/** With as many columns and as wide a gap as fit: a column that takes what is left goes first, then the optional ones, then the last ones. */
function placedIn(columns: readonly Column[], width: number, headed: boolean): readonly Placed[] {
  const sets = [
    columns,
    columns.filter(({fill}) => !fill),
    columns.filter(({fill, optional}) => !fill && !optional),
  ]
  for (const set of sets)
    for (const [gap, spare] of gaps) {
      const placed = placedWith(set, gap, headed)
      if (endOf(placed) + spare <= width) return placed
    }
  return placedWith(sets.at(-1) ?? [], 1, headed).filter((one, i) => i === 0 || endOf([one]) <= width)
}

function placedWith(columns: readonly Column[], gap: number, headed: boolean): readonly Placed[] {
  let end = 0
  return columns.map((column, i) => {
    const start = i === 0 ? 0 : end + (column.joined ? 1 : gap)
    const width = widthIn(column, headed)
    end = start + width
    return {column, width, start}
  })
}

function endOf(placed: readonly Placed[]): number {
  const last = placed.at(-1)
  return last ? last.start + last.width : 0
}

function widthIn({title, cells, least, isLoose}: Column, headed: boolean): number {
  return Math.max(least, headed ? lineWidth(title) : 0, ...(isLoose ? [] : cells.map(lineWidth)))
}

function filled(placed: readonly Placed[], width: number): readonly Placed[] {
  return placed.map(one => {
    const {fill} = one.column
    if (!fill) return one
    const room = Math.min(fill.most, width - one.start)
    return {...one, width: room, column: {...one.column, ...fill.of(room)}}
  })
}

/** A cell that is longer than its column moves those behind it. */
function rowOf(placed: readonly (Placed & Readonly<{cell: Line}>)[], width: number): Line {
  const words = []
  let used = 0
  for (const {column, start, width: own, cell} of placed) {
    if (cell.length === 0) continue
    const at = column.right ? start + own - lineWidth(cell) : start
    const blanks = Math.max(used === 0 ? 0 : 1, at - used)
    words.push(span(' '.repeat(blanks)), ...cell)
    used += blanks + lineWidth(cell)
  }
  return cutTo(words, width)
}

/** Whether the columns have their least widths, titles and cells in this many columns of the terminal. */
export function fitsIn(columns: readonly Column[], width: number): boolean {
  const needed = columns.map(({title, cells, least, isLoose}) =>
    Math.max(least, lineWidth(title), ...(isLoose ? [] : cells.map(lineWidth))),
  )
  return needed.reduce((sum, one) => sum + one + 1, -1) <= width
}
