// The nodes pane on a small screen: one row a node, in columns.

import type {Answered, Reading} from '../model/cluster/snapshot.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {behindWords, lagWords, linkWords} from './node-link.ts'
import {belongings, changedIn, historyTags, offsetWords, shortName} from './node-parts.ts'
import {branchOf, type NodesInput, treeNodes} from './node-tree.ts'

/** Column widths, cells: link or slots, offset, bytes behind, keys. The lag's chart takes what is left. */
const [linkWidth, offsetWidth, behindWidth, keysWidth] = [12, 16, 11, 10]

export function rowsView(input: NodesInput, width: number): readonly Line[] {
  const {now, replids, style} = input
  const rows = treeNodes(input).map(({reading, depth}) => ({
    reading,
    name: [span(branchOf(depth, style), 'dim'), ...shortName(reading, now, style)],
    tags: historyTags(reading, replids, style),
  }))
  const nameWidth = Math.max(...rows.map(({name}) => lineWidth(name))) + 2
  const tagsWidth = Math.max(...rows.map(({tags}) => lineWidth(tags))) + 1
  const widths = [nameWidth, linkWidth, offsetWidth, behindWidth, tagsWidth, keysWidth]
  const room = width - widths.reduce((sum, one) => sum + one)
  return rows.map(({reading, name, tags}) => {
    const lag = lagWords(reading, input, room)
    const words = inColumns([name, ...rowCells(reading, tags, input)], widths, width)
    if (lag.length === 0) return words
    const gap = span(' '.repeat(Math.max(1, width - room - lineWidth(words))))
    return cutTo([...words, gap, ...lag], width)
  })
}

/** Places as many cells as fit, the first in any case. Cells are never cut: part of a number would be another number. */
function inColumns(
  [first = emptyLine, ...others]: readonly Line[],
  widths: readonly number[],
  width: number,
) {
  const words = [...cutTo(first, width)]
  let used = lineWidth(words)
  let start = 0
  for (const [i, cell] of others.entries()) {
    start += widths[i] ?? 0
    if (cell.length === 0) continue
    const gap = Math.max(1, start - used)
    used += gap + lineWidth(cell)
    if (used > width) break
    words.push(span(' '.repeat(gap)), ...cell)
  }
  return words
}

/** The cells after the name, in the order of the columns. */
function rowCells(reading: Reading, tags: Line, input: NodesInput): readonly Line[] {
  const behind = behindWords(reading, input.now, input.style)
  if (reading.is === 'silent') return [[], [], behind]
  const keys = [span(input.style.text('ui.keys', {n: reading.keys}), 'dim')]
  return [linkOrSlots(reading, input), offsetCell(reading, behind, input), behind, tags, keys]
}

function linkOrSlots(reading: Answered, {now, lineStart, style}: NodesInput): Line {
  const link = linkWords(reading, now, changedIn(reading, lineStart), style)
  return link.length > 0 ? link : [span(belongings(reading, style).slice(0, -1)[0] ?? '')]
}

/** The offset with its growth, or without it rather than push the next column to the right. */
function offsetCell(reading: Answered, behind: Line, {lineStart, style}: NodesInput): Line {
  const name = span(style.text('ui.offset', {offset: ''}), 'dim')
  const grown = [name, ...offsetWords(reading, lineStart, style)]
  const fits = lineWidth(grown) < offsetWidth + (behind.length === 0 ? behindWidth : 0)
  return fits ? grown : [name, ...offsetWords(reading, undefined, style)]
}
