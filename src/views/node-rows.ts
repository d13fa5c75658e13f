// The nodes pane on a small screen: one row a node, its columns under each other.

import {changedFields} from '../model/cluster/changes.ts'
import {type Reading, readingOf} from '../model/cluster/snapshot.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {behindWords, lagWords, linkWords} from './node-link.ts'
import {belongings, historyTags, offsetWords, shortName} from './node-parts.ts'
import {branchOf, type NodesInput, type TreeNode} from './node-tree.ts'

/** Link or slots, offset, how far behind; then history, keys, and the lag where there is room. Cells. */
const [linkWidth, offsetWidth, behindWidth, keysWidth] = [12, 16, 11, 10]

/** One row a node, its columns under each other. */
export function rowsView(
  placed: readonly TreeNode[],
  input: NodesInput,
  style: Style,
  width: number,
): readonly Line[] {
  const names = placed.map(({reading, depth}): Line => {
    return [span(branchOf(depth, style.theme), 'dim'), ...shortName(reading, input.now, style)]
  })
  const nameWidth = Math.max(...names.map(lineWidth)) + 2
  const tags = placed.map(({reading}) => tagsOf(reading, input, style))
  const tagsWidth = Math.max(...tags.map(lineWidth)) + 1
  const widths = [nameWidth, linkWidth, offsetWidth, behindWidth, tagsWidth, keysWidth]
  const room = width - widths.reduce((sum, one) => sum + one)
  return placed.map(({reading}, i) => {
    const cells = [names[i] ?? emptyLine, ...rowCells(reading, tags[i] ?? emptyLine, input, style)]
    const lag = lagWords(reading, input, style, room)
    const words = fitting(cells, widths, width)
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

function tagsOf(reading: Reading, {replids}: NodesInput, style: Style): Line {
  return reading.is === 'answered' ? historyTags(reading, replids, style) : emptyLine
}

function rowCells(reading: Reading, tags: Line, input: NodesInput, style: Style): readonly Line[] {
  const behind = behindWords(reading, input.now, style)
  if (reading.is === 'silent') return [[], [], behind]
  const [link, offset, keys] = answeredCells(reading, behind, input, style)
  return [link, offset, behind, tags, keys]
}

function answeredCells(
  reading: Reading & {is: 'answered'},
  behind: Line,
  {now, lineStart: mark}: NodesInput,
  style: Style,
): readonly [link: Line, offset: Line, keys: Line] {
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  const link = linkWords(reading, now, changed, style)
  const slots = span(belongings(reading, style).slice(0, -1)[0] ?? '')
  const name = span(style.text('ui.offset', {offset: ''}), 'dim')
  const grown: Line = [name, ...offsetWords(reading, mark, style)]
  // By how much it grew is left out before anything behind it has to move.
  const fits = lineWidth(grown) < offsetWidth + (behind.length === 0 ? behindWidth : 0)
  return [
    link.length > 0 ? link : [slots],
    fits ? grown : [name, ...offsetWords(reading, undefined, style)],
    [span(style.text('ui.keys', {n: reading.keys}), 'dim')],
  ]
}
