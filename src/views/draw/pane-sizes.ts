// How large each pane is, by the size of the screen. All numbers are cells.

export type Size = Readonly<{columns: number; rows: number}>

/** `wide`: the lesson in full height beside the nodes and the transcript. `rows`: a row a node, panes below each other. `tabs`: one pane at a time. `none`: the screen is too small. */
export type Layout =
  /** `second`: another view of the nodes, above the lesson or in its place. */
  | Readonly<{tier: 'wide'; lesson?: Size; second?: Size; nodes: Size; transcript: Size}>
  /** `titled`: the nodes pane has a title row, with its view and how many lines are hidden. */
  | Readonly<{tier: 'rows'; titled: boolean; lesson?: Size; nodes: Size; transcript: Size}>
  | Readonly<{tier: 'tabs'; pane: Size; transcript: Size}>
  | Readonly<{tier: 'none'}>

/** What the screen has to show. */
export type Shown = Readonly<{
  /** `reading`: a step's text before the first command, which takes the rows that the transcript does not need yet. */
  lesson: 'none' | 'reading' | 'doing'
  /** The nodes pane shows something else than the nodes. */
  otherView?: boolean
  /** The nodes pane is the chosen one: a title says so. */
  nodesChosen?: boolean
  /** How many nodes the stage has, spares too; six by default. */
  nodes?: number
}>

const nodeCount = 6
/** With more the lesson would have too few rows left. */
const mostNodeRows = 9
/** More rows for the other views of the nodes pane, beside a lesson and in free play. */
const [otherRows, freeRows] = [2, 7]
/** Header, prompt and keys. */
const fixedRows = 3
/** The title above the pane and the rule above the transcript. */
const rules = 2

/** The sizes of the panes' text, without frames. Without a lesson its room goes to the others. */
export function layoutOf({columns, rows}: Size, shown: Shown): Layout {
  if (columns < 50 || rows < 12) return {tier: 'none'}
  if (columns >= 110 && rows >= 30) return wide({columns, rows}, shown.lesson !== 'none')
  if (columns >= 80 && rows >= 24) return inRows({columns, rows}, shown)
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

/** From this size on there is room for a second view of the nodes. */
const roomy: Size = {columns: 160, rows: 45}
/** Rows in which every step's text and task can be read at the width it then has. */
const lessonRows = 30
/** Longer lines are hard to read, cells. */
const widestLesson = 80
/** A border, and the space on either side of a pane's text. */
const [border, inset] = [1, 2]

function wide({columns, rows}: Size, withLesson: boolean): Layout {
  // Upper and lower edge.
  const free = rows - fixedRows - 2
  const isRoomy = columns >= roomy.columns && rows >= roomy.rows
  const twoColumns = withLesson || isRoomy
  const left = Math.min(widestLesson, Math.floor(columns * 0.45) - border - inset)
  const right = columns - 2 * border - inset - (twoColumns ? left + inset + border : 0)
  const nodes = Math.max(nodeCount + otherRows, Math.floor((free - 1) * 0.4))
  const lesson = isRoomy ? lessonRows : free
  return {
    tier: 'wide',
    ...(withLesson ? {lesson: {columns: left, rows: lesson}} : {}),
    ...(isRoomy ? {second: {columns: left, rows: withLesson ? free - 1 - lesson : free}} : {}),
    nodes: {columns: right, rows: nodes},
    transcript: {columns: right, rows: free - 1 - nodes},
  }
}

function inRows(
  {columns, rows}: Size,
  {lesson: kind, otherView = false, nodesChosen = false, nodes = nodeCount}: Shown,
): Layout {
  const withLesson = kind !== 'none'
  const moreRows = {none: freeRows, doing: otherRows, reading: 0}[kind]
  const usualRows = nodeCount + (otherView ? moreRows : 0)
  const nodeRows = Math.max(usualRows, Math.min(nodes, mostNodeRows))
  const titled = otherView || nodesChosen
  const free = rows - fixedRows - nodeRows - (titled ? 1 : 0) - (withLesson ? rules : 1)
  const lesson = {
    none: 0,
    doing: Math.ceil(free * 0.65),
    reading: free - Math.max(2, Math.floor(free * 0.16)),
  }[kind]
  return {
    tier: 'rows',
    titled,
    ...(withLesson ? {lesson: {columns: columns - 2, rows: lesson}} : {}),
    nodes: {columns: columns - 2, rows: nodeRows},
    transcript: {columns: columns - 2, rows: free - lesson},
  }
}
