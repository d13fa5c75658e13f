// Breaking spans into lines of a given width: at spaces, and between Chinese characters, which have none.

import {graphemes, type Line, type Span, type Tone, widthOf} from './line.ts'

type Cell = Readonly<{text: string; tone: Tone; width: number}>

/** These may not begin a line (Chinese typesetting: no stop or closing bracket at the head of a line). */
const neverFirst = /^[，。、；：！？）」』》】”’…,.;:!?)\]}]/
/** These may not end one. */
const neverLast = /[（「『《【“‘([{]$/

/** Lines of at most `width` cells; continued ones are indented by `indent` cells. */
export function wrap(spans: Line, width: number, indent = 0): readonly Line[] {
  const cells = spans.flatMap(toCells)
  const lines: Line[] = []
  let start = 0
  while (start < cells.length) {
    const room = width - (lines.length > 0 ? indent : 0)
    const end = lineEnd(cells, start, Math.max(2, room))
    const head: readonly Cell[] =
      lines.length > 0 && indent > 0 ? [{text: ' '.repeat(indent), tone: 'plain', width: indent}] : []
    lines.push(toSpans([...head, ...withoutTrailingSpace(cells.slice(start, end))]))
    start = end
    while (cells[start]?.text === ' ') start += 1
  }
  return lines.length > 0 ? lines : [[]]
}

/** The index after the last cell that belongs on the line that begins at `start`. */
function lineEnd(cells: readonly Cell[], start: number, room: number): number {
  let used = 0
  let breakable = -1
  for (let i = start; i < cells.length; i++) {
    const cell = cells[i]
    if (!cell) break
    if (i > start && mayBreakBefore(cells, i)) breakable = i
    used += cell.width
    if (used > room && cell.text !== ' ') return breakable > start ? breakable : Math.max(i, start + 1)
  }
  return cells.length
}

function mayBreakBefore(cells: readonly Cell[], i: number): boolean {
  const before = cells[i - 1]
  const here = cells[i]
  if (!before || !here) return false
  if (before.text === ' ') return here.text !== ' '
  if (neverFirst.test(here.text) || neverLast.test(before.text)) return false
  return before.width === 2 || here.width === 2
}

function toCells({text, tone}: Span): readonly Cell[] {
  return [...graphemes.segment(text)].map(({segment}) => ({text: segment, tone, width: widthOf(segment)}))
}

function withoutTrailingSpace(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length
  while (cells[end - 1]?.text === ' ') end -= 1
  return cells.slice(0, end)
}

function toSpans(cells: readonly Cell[]): Line {
  const spans: {text: string; tone: Tone}[] = []
  for (const {text, tone} of cells) {
    const last = spans.at(-1)
    if (last && last.tone === tone) last.text += text
    else spans.push({text, tone})
  }
  return spans
}
