// Breaking spans into lines of a given width: at spaces, and between Chinese characters, which have none.

import {graphemes, type Line, lineWidth, type Span, type Tone, widthOf} from './styled-text.ts'

type Cell = Readonly<{text: string; tone: Tone; width: number}>

/** These may not begin a line (Chinese typesetting: no stop or closing bracket at the head of a line). */
const neverFirst = /^[，。、；：！？）」』》】”’…,.;:!?)\]}]/
/** These may not end one. */
const neverLast = /[（「『《【“‘([{]$/

/** Lines of at most `width` cells (two at least: a Chinese character has no halves); continued ones are indented by `indent` cells. */
export function wrap(spans: Line, width: number, indent = 0): readonly Line[] {
  if (fits(spans, width)) return [toSpans(spans)]
  const cells = spans.flatMap(toCells)
  const lines: Line[] = []
  // The indent leaves room for a character, however narrow the pane.
  const inset = Math.max(0, Math.min(indent, width - 2))
  let start = 0
  while (start < cells.length) {
    const room = width - (lines.length > 0 ? inset : 0)
    const end = lineEnd(cells, start, Math.max(2, room))
    const head: readonly Cell[] =
      lines.length > 0 && inset > 0 ? [{text: ' '.repeat(inset), tone: 'plain', width: inset}] : []
    lines.push(toSpans([...head, ...withoutTrailingSpace(cells.slice(start, end))]))
    start = end
    while (cells[start]?.text === ' ') start += 1
  }
  return lines.length > 0 ? lines : [[]]
}

/** Most lines do, and taking one apart costs a hundred times as much as measuring it. */
function fits(spans: Line, width: number): boolean {
  return !spans.at(-1)?.text.endsWith(' ') && lineWidth(spans) <= width
}

/** The index after the last cell that belongs on the line that begins at `start`. */
function lineEnd(cells: readonly Cell[], start: number, room: number): number {
  let used = 0
  let inked = false
  let breakable = -1
  for (let i = start; i < cells.length; i++) {
    const cell = cells[i]
    if (!cell) break
    // A line of nothing but the spaces before a word would be a blank one.
    if (inked && mayBreakBefore(cells, i)) breakable = i
    inked ||= cell.text !== ' '
    used += cell.width
    if (used > room && cell.text !== ' ') return breakable > start ? breakable : breakWord(cells, start, i)
  }
  return cells.length
}

/** A word longer than any line is broken where it must be, or a little before, so that no stop is left to lead the next line. */
function breakWord(cells: readonly Cell[], start: number, full: number): number {
  for (let i = full; i > start; i--) if (mayPart(cells[i - 1], cells[i])) return i
  return Math.max(full, start + 1)
}

function mayBreakBefore(cells: readonly Cell[], i: number): boolean {
  const before = cells[i - 1]
  const here = cells[i]
  if (!before || !here) return false
  if (before.text === ' ') return here.text !== ' '
  return mayPart(before, here) && (before.width === 2 || here.width === 2)
}

function mayPart(before: Cell | undefined, here: Cell | undefined): boolean {
  return !neverLast.test(before?.text ?? '') && !neverFirst.test(here?.text ?? '')
}

const ascii = /^[\x20-\x7e]*$/

function toCells({text, tone}: Span): readonly Cell[] {
  if (ascii.test(text)) return Array.from(text, char => ({text: char, tone, width: 1}))
  return [...graphemes.segment(text)].map(({segment}) => ({text: segment, tone, width: widthOf(segment)}))
}

function withoutTrailingSpace(cells: readonly Cell[]): readonly Cell[] {
  let end = cells.length
  while (cells[end - 1]?.text === ' ') end -= 1
  return cells.slice(0, end)
}

function toSpans(parts: readonly Span[]): Line {
  const spans: {text: string; tone: Tone}[] = []
  for (const {text, tone} of parts) {
    if (text === '') continue
    const last = spans.at(-1)
    if (last && last.tone === tone) last.text += text
    else spans.push({text, tone})
  }
  return spans
}
