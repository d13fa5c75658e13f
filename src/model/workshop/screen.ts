// A picture of a lab's screen: styled lines, as the views draw them.

import {array, check, type InferOutput, maxLength, pipe, strictObject} from 'valibot'
import {sanitize} from '../text/sanitize.ts'
import {type Tone, tones} from '../text/tone.ts'
import {limits} from './limits.ts'
import {count, parser, picklist, text} from './schema.ts'

/** `width`: columns of a screen, spans of a line, and characters of a span. */
const most = {width: 1000, lines: 300, bytes: limits.snapshot - 100}

const spanSchema = strictObject({text: text(most.width), tone: picklist(tones)})
const lineSchema = pipe(array(spanSchema), maxLength(most.width))

/** An empty line has no spans. */
const screenSchema = pipe(
  strictObject({columns: count(most.width), lines: pipe(array(lineSchema), maxLength(most.lines))}),
  check(({lines}) => bytesOf(lines) <= most.bytes),
)
export type ScreenSnapshot = InferOutput<typeof screenSchema>

/** Undefined for what is malformed or too large. */
export const parseSnapshot = parser(screenSchema)

type DrawnLine = readonly Readonly<{text: string; tone: Tone}>[]

/** A picture of lines that may have anything in them. The end of what is too large is left out. */
export function screenOf(columns: number, drawn: readonly DrawnLine[]): ScreenSnapshot {
  const lines = drawn.slice(0, most.lines).map(cleanLine)
  let bytes = bytesOf([])
  const end = lines.findIndex(line => {
    bytes += bytesOf(line) + 1
    return bytes > most.bytes
  })
  return {columns, lines: end < 0 ? lines : lines.slice(0, end)}
}

/** Cleans each span; neighbors of one tone become one. */
function cleanLine(line: DrawnLine): ScreenSnapshot['lines'][number] {
  const spans: {text: string; tone: Tone}[] = []
  for (const {text, tone} of line) {
    const clean = sanitize(text)
    const last = spans.at(-1)
    if (last?.tone === tone) last.text += clean
    else if (clean !== '') spans.push({text: clean, tone})
  }
  return spans.slice(0, most.width).map(({text, tone}) => ({text: text.slice(0, most.width), tone}))
}

const utf8 = new TextEncoder()

function bytesOf(lines: DrawnLine | readonly DrawnLine[]): number {
  return utf8.encode(JSON.stringify(lines)).length
}
