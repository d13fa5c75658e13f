// Breaks spans into lines of a given width: at spaces, and between Chinese characters.

import {graphemes} from './graphemes.ts'
import {isSimple, type Line, lineWidth, type Span, type Tone, widthOf, widthOfSimple} from './styled-text.ts'

/** `whole`: the span that the cell is of, if that is code, and its width. */
type Cell = Readonly<{text: string; tone: Tone; width: number; whole?: Span; wholeWidth?: number}>

/** Must not begin a line: Chinese typesetting allows no stop or closing bracket there. */
const neverFirst = /^[，。、；：！？）」』》】”’…,.;:!?)\]}]/
/** Must not end a line. */
const neverLast = /[（「『《【“‘([{]$/

/** Lines of at most `width` cells, two at least; all but the first are indented by `indent` cells. */
export function wrap(spans: Line, width: number, indent = 0): readonly Line[] {
  if (fits(spans, width)) return [toSpans(spans)]
  const cells = spans.flatMap(toCells)
  const lines: Line[] = []
  // Even in the narrowest pane the indent leaves room for a character.
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

/** The fast way out: most lines fit, and splitting one costs a hundred times as much as measuring it. */
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
    // A break right after leading spaces would leave a blank line.
    if (inked && mayBreakBefore(cells, i, room)) breakable = i
    inked ||= cell.text !== ' '
    used += cell.width
    if (used > room && cell.text !== ' ') return breakable > start ? breakable : breakWord(cells, start, i)
  }
  return cells.length
}

/** Breaks a word that is longer than a line at its last cell that fits, or a little earlier to keep a stop off the next line's start. */
function breakWord(cells: readonly Cell[], start: number, full: number): number {
  for (let i = full; i > start; i--) if (mayPart(cells[i - 1], cells[i])) return i
  return Math.max(full, start + 1)
}

/** A line that is to be copied is not broken if it fits into one. */
function mayBreakBefore(cells: readonly Cell[], i: number, room: number): boolean {
  const before = cells[i - 1]
  const here = cells[i]
  if (!before || !here) return false
  if (here.whole && before.whole === here.whole && (here.wholeWidth ?? 0) <= room) return false
  if (before.text === ' ') return here.text !== ' '
  return mayPart(before, here) && (before.width === 2 || here.width === 2)
}

function mayPart(before: Cell | undefined, here: Cell | undefined): boolean {
  return !neverLast.test(before?.text ?? '') && !neverFirst.test(here?.text ?? '')
}

function toCells(whole: Span): readonly Cell[] {
  const {text, tone} = whole
  const ofSpan = tone === 'code' ? {tone, whole, wholeWidth: widthOf(text)} : {tone}
  if (isSimple(text)) return Array.from(text, char => ({text: char, width: widthOfSimple(char), ...ofSpan}))
  return [...graphemes.segment(text)].map(({segment}) => ({
    text: segment,
    width: widthOf(segment),
    ...ofSpan,
  }))
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
