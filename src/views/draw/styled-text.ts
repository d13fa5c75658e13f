// What a pane draws: lines of spans, each with a tone. Colors are in theme.ts.

import stringWidth from 'string-width'
import type {Tone} from '../../model/text/tone.ts'
import {graphemes} from './graphemes.ts'

export type {Tone}

export type Span = Readonly<{text: string; tone: Tone}>
export type Line = readonly Span[]

export function span(text: string, tone: Tone = 'plain'): Span {
  return {text, tone}
}

export function line(text: string, tone: Tone = 'plain'): Line {
  return [{text, tone}]
}

export const emptyLine: Line = []

/** Turns `code` and **strong** in a lesson's text into tones. */
export function inline(text: string, tone: Tone = 'plain'): Line {
  return text
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter(part => part !== '')
    .map((part): Span => {
      if (part.startsWith('`')) return span(part.slice(1, -1), 'code')
      return part.startsWith('**') ? span(part.slice(2, -2), 'bright') : span(part, tone)
    })
}

/** ASCII, ideographs, the punctuation of English and Chinese, arrows, the lines of boxes and the signs of nodes: what nearly every frame consists of. */
const simple = /^[ -~·–—‖‘’“”…‼\u2190-\u21ff⌂\u2500-\u25f7⚑✔✖、-】一-鿿！-｠]*$/
const firstWide = '、'

/** Each code unit of `text` is a character of its own, whose width `widthOfSimple` tells: looking it up takes a hundred times as long. */
export function isSimple(text: string): boolean {
  return simple.test(text)
}

export function widthOfSimple(char: string): number {
  return char >= firstWide ? 2 : 1
}

/** Cells of the terminal: a Chinese character takes two. */
export function widthOf(text: string): number {
  if (!isSimple(text)) return stringWidth(text)
  let width = 0
  for (const char of text) width += widthOfSimple(char)
  return width
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, {text}) => sum + widthOf(text), 0)
}

/** Pads with spaces to `width` cells. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** At most `width` cells; a `…` at the end if something was cut off. */
export function cutTo(spans: Line, width: number): Line {
  if (lineWidth(spans) <= width) return spans
  const kept: Span[] = []
  let left = width - 1
  for (const {text, tone} of spans) {
    const part = cutText(text, left)
    left -= widthOf(part)
    const cut = part !== text
    // An id that is shortened already keeps its one ellipsis.
    kept.push({text: cut || left === 0 ? part.replace(/…+$/, '') : part, tone})
    if (cut) break
  }
  return width > 0 ? [...kept, span('…', 'dim')] : []
}

function cutText(text: string, width: number): string {
  let kept = ''
  let left = width
  for (const char of charactersOf(text)) {
    left -= widthOf(char)
    if (left < 0) break
    kept += char
  }
  return kept
}

/** As a reader sees them. */
export function charactersOf(text: string): readonly string[] {
  if (isSimple(text)) return [...text]
  return Array.from(graphemes.segment(text), ({segment}) => segment)
}

/** `left` and `right` at the two ends of exactly `width` cells; `left` is cut first. */
export function spread(left: Line, right: Line, width: number): Line {
  const end = cutTo(right, width)
  const room = width - lineWidth(end)
  const shortened = cutTo(left, room - 1)
  return [...shortened, span(' '.repeat(room - lineWidth(shortened))), ...end]
}
