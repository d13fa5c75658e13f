// The nodes pane where there is room, or over the whole screen: INFO replication as each node prints it.

import {fieldMeaning} from '../model/cluster/info-fields.ts'
import type {Reading} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {behindWords, lagWords} from './node-link.ts'
import {changedIn, historyTags, nodeName} from './node-parts.ts'
import {emphasisOf, markedBelow, type NodesInput, treeNodes} from './node-tree.ts'

/** The least width of a column, cells. */
const leastColumn = 34

/** Between two nodes side by side, cells. */
const gap = 2

/** The longest meaning of a field, cells; and the room for fields below which meanings stand under them. */
const meaningWidth = 52
const leastFields = 40

/** The most lines that `gridView` can have: cheap to compute, so that a grid without room is not drawn. */
export function gridHeight(input: NodesInput, width: number): number {
  // The name above the fields, and the lag below.
  const heights = treeNodes(input).map(({reading}) => fieldsOf(reading).length + 2)
  const rows = inRows(heights, columnsIn(width, heights.length))
  return rows.reduce((sum, row) => sum + 1 + Math.max(...row), -1)
}

function columnsIn(width: number, nodes: number): number {
  return Math.max(1, Math.min(nodes, Math.floor(width / leastColumn)))
}

function inRows<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  return items.flatMap((_, i) => (i % count === 0 ? [items.slice(i, i + count)] : []))
}

/** Every field of every node in columns of equal width, long values cut. */
export function gridView(input: NodesInput, width: number): readonly Line[] {
  const nodes = treeNodes(input)
  const count = columnsIn(width, nodes.length)
  const column = Math.floor(width / count)
  const blocks = nodes.map(({reading}) => {
    const behind = behindWords(reading, input.now, input.style)
    const lines = [headOf(reading, input), ...fieldLines(reading, input)]
    if (behind.length === 0) return lines
    const lag = lagWords(reading, input, column - gap - lineWidth(behind) - 3)
    return [...lines, [span('  '), ...behind, span(' '), ...lag]]
  })
  return inRows(blocks, count).flatMap((row, i) => [
    ...(i === 0 ? [] : [emptyLine]),
    ...sideBySide(row, column),
  ])
}

/** Every field of every node, none cut, with its meaning: beside it if there is room, else below. */
export function wholeGridView(input: NodesInput, width: number): readonly Line[] {
  return treeNodes(input).flatMap(({reading}, i) => {
    const lines = fieldLines(reading, input)
    const room = width - meaningWidth
    const column = room < leastFields ? 0 : Math.min(Math.max(...lines.map(lineWidth)) + gap, room)
    const explained = lines.flatMap((words, n) => {
      const meaning = fieldMeaning(fieldsOf(reading)[n]?.[0] ?? '')
      return withMeaning(words, meaning ? input.style.translate(meaning) : '', column, width)
    })
    return [...(i === 0 ? [] : [emptyLine]), headOf(reading, input), ...explained]
  })
}

function withMeaning(words: Line, meaning: string, column: number, width: number): readonly Line[] {
  if (meaning === '') return wrap(words, width, 4)
  const room = column - lineWidth(words)
  if (room > 0) return [[...words, span(' '.repeat(room)), ...cutTo([span(meaning, 'dim')], width - column)]]
  return [...wrap(words, width, 4), ...wrap([span(`      ${meaning}`, 'dim')], width, 6)]
}

function sideBySide(row: readonly (readonly Line[])[], column: number): readonly Line[] {
  const height = Math.max(...row.map(lines => lines.length))
  return Array.from({length: height}, (_, y) => row.flatMap(lines => padLine(lines[y] ?? emptyLine, column)))
}

function headOf(reading: Reading, {now, replids, style}: NodesInput): Line {
  return [...nodeName(reading, now, style), span(' '), ...historyTags(reading, replids, style)]
}

function fieldsOf(reading: Reading): readonly (readonly [field: string, value: string])[] {
  return Object.entries(reading.is === 'answered' ? reading.replication : (reading.lastSaid ?? {}))
}

function fieldLines(reading: Reading, input: NodesInput): readonly Line[] {
  const {lineStart, replids, style} = input
  const changed = changedIn(reading, lineStart)
  return fieldsOf(reading).map(([field, value]) => {
    const emphasis = reading.is === 'silent' ? 'plain' : emphasisOf(field, changed, input)
    const words = markedBelow(`${field}:${value}`, emphasis, style)
    const tag = field.startsWith('master_replid') ? replidTag(replids, value) : undefined
    return tag ? [...words, span('  '), tag] : words
  })
}

function padLine(words: Line, width: number): Line {
  const cut = cutTo(words, width - gap)
  return [...cut, span(' '.repeat(Math.max(0, width - lineWidth(cut))))]
}
