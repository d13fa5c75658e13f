/** @jsxImportSource preact */
// Styled lines in a page: a row a line, a span a tone. The same lines that Ink paints with escape sequences.

import {sanitize} from '../../model/text/sanitize.ts'
import {graphemes} from '../../views/draw/graphemes.ts'
import {type Line, type Span, widthOf} from '../../views/draw/styled-text.ts'

/** Rows of cells. A reader hears the text of each. */
export function Lines({lines}: Readonly<{lines: readonly Line[]}>) {
  return (
    <div class="lines">
      {lines.map((line, i) => (
        // A line is identified by its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Row key={i} line={line} />
      ))}
    </div>
  )
}

function Row({line}: Readonly<{line: Line}>) {
  // An empty row keeps its height by style.
  return <div class="row">{line.map(toSpan)}</div>
}

function toSpan({text, tone}: Span) {
  const cells = cellsOf(sanitize(text))
  return tone === 'plain' ? cells : <span class={tone}>{cells}</span>
}

const oneCellEach = /^[\x20-\x7e]*$/

/** Text in which every character takes as many cells as on a terminal: the font of a sign or of a Chinese character may be wider or narrower. */
function cellsOf(text: string) {
  if (oneCellEach.test(text)) return text
  return runsOf(text).map(toRun)
}

function toRun({text, cells}: Run, i: number) {
  return cells === undefined ? (
    text
  ) : (
    <span key={i} class={`cells-${cells}`}>
      {text}
    </span>
  )
}

type Run = {text: string; cells?: number}

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = []
  for (const {segment} of graphemes.segment(text)) {
    const last = runs.at(-1)
    if (!oneCellEach.test(segment)) runs.push({text: segment, cells: widthOf(segment)})
    else if (last && last.cells === undefined) last.text += segment
    else runs.push({text: segment})
  }
  return runs
}
