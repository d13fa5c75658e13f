// Where the panes stand, by the size of the screen. Pure; all numbers are cells.

export type Size = Readonly<{columns: number; rows: number}>

/** `wide`: lesson and nodes side by side. `rows`: nodes as one row each. `tabs`: one pane at a time. `none`: too small for anything. */
export type Layout =
  | Readonly<{tier: 'wide'; lesson?: Size; nodes: Size; transcript: Size}>
  /** `titled`: above the nodes pane a row says what it shows, and what of it is out of sight. */
  | Readonly<{tier: 'rows'; titled: boolean; lesson?: Size; nodes: Size; transcript: Size}>
  | Readonly<{tier: 'tabs'; pane: Size; transcript: Size}>
  | Readonly<{tier: 'none'}>

const nodeCount = 6
/** A head above the rows, and a sentence below; in free play there is room for more. */
const [otherRows, freeRows] = [3, 7]
/** Header, prompt and keys. */
const fixedRows = 3
/** A title above the pane, a rule above the transcript. */
const rules = 2

/** Sizes are those of a pane's text, without its frame. In free play the lesson's room goes to the others. `otherView`: the nodes pane shows more than a row a node. */
export function layoutOf({columns, rows}: Size, withLesson: boolean, otherView = false): Layout {
  if (columns < 50 || rows < 12) return {tier: 'none'}
  if (columns >= 110 && rows >= 30) return wide({columns, rows}, withLesson)
  if (columns >= 80 && rows >= 24) return inRows({columns, rows}, withLesson, otherView)
  return inTabs({columns, rows})
}

/** One pane over the whole screen, under a title. */
export function zoomed({columns, rows}: Size): Size {
  return {columns: columns - 2, rows: rows - fixedRows - 1}
}

function inTabs({columns, rows}: Size): Layout {
  const free = rows - fixedRows - rules
  const transcript = Math.max(3, Math.floor(free * 0.4))
  const width = columns - 2
  return {
    tier: 'tabs',
    pane: {columns: width, rows: free - transcript},
    transcript: {columns: width, rows: transcript},
  }
}

function wide({columns, rows}: Size, withLesson: boolean): Layout {
  const free = rows - fixedRows
  const transcript = Math.max(8, Math.floor(free * 0.32))
  const frame = 2
  const lessonColumns = withLesson ? Math.min(84, Math.floor(columns * 0.45)) : 0
  const paneRows = free - transcript - frame
  return {
    tier: 'wide',
    ...(withLesson ? {lesson: {columns: lessonColumns - frame - 2, rows: paneRows}} : {}),
    nodes: {columns: columns - lessonColumns - frame - 2, rows: paneRows},
    transcript: {columns: columns - 2, rows: transcript},
  }
}

function inRows({columns, rows}: Size, withLesson: boolean, titled: boolean): Layout {
  const nodeRows = nodeCount + (titled ? (withLesson ? otherRows : freeRows) : 0)
  const free = rows - fixedRows - nodeRows - (titled ? 1 : 0) - (withLesson ? rules : 1)
  const lesson = withLesson ? Math.ceil(free * 0.65) : 0
  return {
    tier: 'rows',
    titled,
    ...(withLesson ? {lesson: {columns: columns - 2, rows: lesson}} : {}),
    nodes: {columns: columns - 2, rows: nodeRows},
    transcript: {columns: columns - 2, rows: free - lesson},
  }
}
