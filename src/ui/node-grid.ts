// The nodes pane where there is room, or over the whole screen: INFO replication as each node prints it.

import {changedFields} from '../model/changes.ts'
import {type Reading, readingOf} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, line, lineWidth, span} from './line.ts'
import {nodeName} from './node-words.ts'
import {fieldTone, type NodesInput, placedNodes} from './placed.ts'
import type {Wording} from './wording.ts'

/** A column is at least so wide, cells. */
const leastColumn = 34

/** Every field of every node: as many columns as fit, the nodes of a column under each other. */
export function gridView(input: NodesInput, wording: Wording, width: number): readonly Line[] {
  const placed = placedNodes(input)
  const count = Math.max(1, Math.min(placed.length, Math.floor(width / leastColumn)))
  const perRow = Array.from({length: Math.ceil(placed.length / count)}, (_, row) =>
    placed.slice(row * count, (row + 1) * count),
  )
  const column = Math.floor(width / count)
  return perRow.flatMap((row, i) => {
    const blocks = row.map(({reading}) => sectionLines(reading, input, wording))
    const height = Math.max(...blocks.map(block => block.length))
    const lines = Array.from({length: height}, (_, y) =>
      blocks.flatMap(block => padLine(block[y] ?? emptyLine, column)),
    )
    return i === 0 ? lines : [emptyLine, ...lines]
  })
}

function sectionLines(reading: Reading, input: NodesInput, wording: Wording): readonly Line[] {
  const {now, mark} = input
  const fields = reading.is === 'answered' ? reading.replication : (reading.lastSaid ?? {})
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  const tone = (field: string) => (reading.is === 'silent' ? 'dim' : fieldTone(field, changed, input))
  const lines = Object.entries(fields).map(([field, value]) => line(`  ${field}:${value}`, tone(field)))
  return [nodeName(reading, now, wording), ...lines]
}

function padLine(words: Line, width: number): Line {
  const cut = cutTo(words, width - 2)
  return [...cut, span(' '.repeat(Math.max(0, width - lineWidth(cut))))]
}
