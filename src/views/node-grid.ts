// The nodes pane where there is room, or over the whole screen: INFO replication as each node prints it.

import {changedFields} from '../model/cluster/changes.ts'
import {fieldMeaning} from '../model/cluster/info-fields.ts'
import {type Reading, readingOf} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {behindWords, lagWords} from './node-link.ts'
import {historyTags, nodeName} from './node-parts.ts'
import {emphasisOf, markedBelow, type NodesInput, type TreeNode, treeNodes} from './node-tree.ts'

/** A column is at least so wide, cells. */
const leastColumn = 34

/** Between two nodes beside each other, cells. */
const gap = 2

/** The longest meaning, cells. One that does not fit beside such fields stands below its own. */
const meaningWidth = 52
const leastFields = 40

type Block = Readonly<{lines: readonly Line[]; width: number}>

/** How many lines `gridView` has at the most: to be known before all of them are made for nothing. */
export function gridHeight(input: NodesInput, width: number): number {
  // The name above the fields, and the race below.
  const heights = treeNodes(input).map(({reading}) => fieldsOf(reading).length + 2)
  const count = columnsIn(width, heights.length)
  const rows = heights.filter((_, i) => i % count === 0)
  return rows.reduce(
    (sum, _, row) => sum + 1 + Math.max(...heights.slice(row * count, (row + 1) * count)),
    -1,
  )
}

function columnsIn(width: number, nodes: number): number {
  return Math.max(1, Math.min(nodes, Math.floor(width / leastColumn)))
}

/** Every field of every node in columns of one width, long values cut: to be seen at a glance. */
export function gridView(input: NodesInput, style: Style, width: number): readonly Line[] {
  const placed = treeNodes(input)
  const column = Math.floor(width / columnsIn(width, placed.length))
  const blocks = placed.map(one => {
    const {reading} = one
    const behind = behindWords(reading, input.now, style)
    const lag = lagWords(reading, input, style, column - gap - lineWidth(behind) - 3)
    const race = [span('  '), ...behind, span(' '), ...lag]
    const lines = [headOf(one, input, style), ...fieldLines(reading, input, style)]
    return {lines: behind.length > 0 ? [...lines, race] : lines, width: column}
  })
  return stacked(blocks, width)
}

/** Every field of every node, none cut, with what it means: beside it where there is room, else below. */
export function wholeGridView(input: NodesInput, style: Style, width: number): readonly Line[] {
  return treeNodes(input).flatMap((one, i) => {
    const lines = fieldLines(one.reading, input, style)
    const room = width - meaningWidth
    const column = room < leastFields ? 0 : Math.min(Math.max(...lines.map(lineWidth)) + gap, room)
    const explained = lines.flatMap((words, n) => {
      const meaning = fieldMeaning(fieldsOf(one.reading)[n]?.[0] ?? '')
      return withMeaning(words, meaning ? style.translate(meaning) : '', column, width)
    })
    return [...(i === 0 ? [] : [emptyLine]), headOf(one, input, style), ...explained]
  })
}

function withMeaning(words: Line, meaning: string, column: number, width: number): readonly Line[] {
  if (meaning === '') return wrap(words, width, 4)
  const room = column - lineWidth(words)
  if (room > 0) return [[...words, span(' '.repeat(room)), ...cutTo([span(meaning, 'dim')], width - column)]]
  return [...wrap(words, width, 4), ...wrap([span(`      ${meaning}`, 'dim')], width, 6)]
}

/** Beside each other as long as there is room, the rest below. */
function stacked(blocks: readonly Block[], width: number): readonly Line[] {
  const rows: Block[][] = []
  let room = 0
  for (const block of blocks) {
    if (block.width > room) {
      rows.push([])
      room = width
    }
    rows.at(-1)?.push(block)
    room -= block.width
  }
  return rows.flatMap((row, i) => (i === 0 ? sideBySide(row) : [emptyLine, ...sideBySide(row)]))
}

function sideBySide(row: readonly Block[]): readonly Line[] {
  const height = Math.max(...row.map(({lines}) => lines.length))
  return Array.from({length: height}, (_, y) =>
    row.flatMap(({lines, width}) => padLine(lines[y] ?? emptyLine, width)),
  )
}

function headOf({reading}: TreeNode, {now, replids}: NodesInput, style: Style): Line {
  return [...nodeName(reading, now, style), span(' '), ...historyTags(reading, replids, style)]
}

function fieldsOf(reading: Reading): readonly (readonly [field: string, value: string])[] {
  return Object.entries(reading.is === 'answered' ? reading.replication : (reading.lastSaid ?? {}))
}

function fieldLines(reading: Reading, input: NodesInput, style: Style): readonly Line[] {
  const {lineStart: mark, replids} = input
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  return fieldsOf(reading).map(([field, value]) => {
    const text = `${field}:${value}`
    const tag = field.startsWith('master_replid') ? replidTag(replids, value) : undefined
    const notice = reading.is === 'silent' ? 'plain' : emphasisOf(field, changed, input)
    const words = markedBelow(text, notice, style.theme)
    return tag ? [...words, span('  '), tag] : words
  })
}

function padLine(words: Line, width: number): Line {
  const cut = cutTo(words, width - gap)
  return [...cut, span(' '.repeat(Math.max(0, width - lineWidth(cut))))]
}
