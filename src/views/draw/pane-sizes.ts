// How large each pane is, by the size of the screen. All numbers are cells.

export type Size = Readonly<{columns: number; rows: number}>

/** `wide`: lesson and nodes side by side. `rows`: a row a node. `tabs`: one pane at a time. `none`: the screen is too small. */
export type Layout =
  | Readonly<{tier: 'wide'; lesson?: Size; nodes: Size; transcript: Size}>
  /** `titled`: the nodes pane has a title row, with its view and how many lines are hidden. */
  | Readonly<{tier: 'rows'; titled: boolean; lesson?: Size; nodes: Size; transcript: Size}>
  | Readonly<{tier: 'tabs'; pane: Size; transcript: Size}>
  | Readonly<{tier: 'none'}>

const nodeCount = 6
/** More rows for the other views of the nodes pane, beside a lesson and in free play. */
const [otherRows, freeRows] = [3, 7]
/** Header, prompt and keys. */
const fixedRows = 3
/** The title above the pane and the rule above the transcript. */
const rules = 2

/** The sizes of the panes' text, without frames. Without a lesson its room goes to the others. `otherView`: the nodes pane shows something else than the nodes. */
export function layoutOf({columns, rows}: Size, withLesson: boolean, otherView = false): Layout {
  if (columns < 50 || rows < 12) return {tier: 'none'}
  if (columns >= 110 && rows >= 30) return wide({columns, rows}, withLesson)
  if (columns >= 80 && rows >= 24) return inRows({columns, rows}, withLesson, otherView)
  return inTabs({columns, rows})
}

/** The size of a pane over the whole screen, below its title. */
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
  const moreRows = withLesson ? otherRows : freeRows
  const nodeRows = nodeCount + (titled ? moreRows : 0)
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
