// The nodes pane on a small screen: one row a node, its columns under each other.

import {changedFields} from '../model/changes.ts'
import {type Reading, readingOf} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './line.ts'
import {behindWords, lagWords, linkWords} from './node-link.ts'
import {belongings, historyTags, offsetWords, shortName} from './node-words.ts'
import {branchOf, type NodesInput, type Placed} from './placed.ts'
import {type Wording, word} from './wording.ts'

/** Link or slots, offset, how far behind, history, keys; after them the lag where there is room. Cells. */
const columns = [12, 16, 11, 8, 10] as const

/** One row a node, its columns under each other. */
export function rowsView(
  placed: readonly Placed[],
  input: NodesInput,
  wording: Wording,
  width: number,
): readonly Line[] {
  const names = placed.map(({reading, depth}): Line => {
    return [span(branchOf(depth, wording.theme), 'dim'), ...shortName(reading, input.now, wording)]
  })
  const nameWidth = Math.max(...names.map(lineWidth)) + 2
  const room = width - columns.reduce((sum, one) => sum + one, nameWidth)
  return placed.map(({reading}, i) => {
    const cells = [names[i] ?? emptyLine, ...rowCells(reading, input, wording)]
    const lag = lagWords(reading, input, wording, room)
    const words = fitting(cells, [nameWidth, ...columns], width)
    if (lag.length === 0) return words
    const gap = span(' '.repeat(Math.max(1, width - room - lineWidth(words))))
    return cutTo([...words, gap, ...lag], width)
  })
}

/** Under each other, as many as fit; the first in any case. A part of a number would be another number. */
function fitting(cells: readonly Line[], widths: readonly number[], width: number): Line {
  const words = [...cutTo(cells[0] ?? emptyLine, width)]
  let used = lineWidth(words)
  let start = 0
  for (const [i, cell] of cells.slice(1).entries()) {
    start += widths[i] ?? 0
    if (cell.length === 0) continue
    const gap = Math.max(1, start - used)
    used += gap + lineWidth(cell)
    if (used > width) break
    words.push(span(' '.repeat(gap)), ...cell)
  }
  return words
}

function rowCells(reading: Reading, input: NodesInput, wording: Wording): readonly Line[] {
  const behind = behindWords(reading, input.now, wording)
  return reading.is === 'silent' ? [[], [], behind] : answeredCells(reading, behind, input, wording)
}

function answeredCells(
  reading: Reading & {is: 'answered'},
  behind: Line,
  {now, mark, replids}: NodesInput,
  wording: Wording,
): readonly Line[] {
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  const link = linkWords(reading, now, changed, wording)
  const slots = span(belongings(reading, wording).slice(0, -1)[0] ?? '')
  const offset = span(word(wording, 'ui.offset', {offset: ''}), 'dim')
  return [
    link.length > 0 ? link : [slots],
    [offset, ...offsetWords(reading, mark, wording)],
    behind,
    historyTags(reading, replids, wording),
    [span(word(wording, 'ui.keys', {n: reading.keys}), 'dim')],
  ]
}
