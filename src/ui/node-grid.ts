// The nodes pane where there is room, or over the whole screen: INFO replication as each node prints it.

import {changedFields} from '../model/changes.ts'
import {type Reading, readingOf} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, line, lineWidth, span} from './line.ts'
import {nodeName} from './node-words.ts'
import {fieldTone, type NodesInput, placedNodes} from './placed.ts'
import type {Wording} from './wording.ts'
import {wrap} from './wrap.ts'

/** A column is at least so wide, cells. */
const leastColumn = 34

/** Between two nodes beside each other, cells. */
const gap = 2

type Block = Readonly<{lines: readonly Line[]; width: number}>

/** Every field of every node in columns of one width, long values cut: to be seen at a glance. */
export function gridView(input: NodesInput, wording: Wording, width: number): readonly Line[] {
  const sections = sectionsOf(input, wording)
  const count = Math.max(1, Math.min(sections.length, Math.floor(width / leastColumn)))
  const column = Math.floor(width / count)
  return stacked(
    sections.map(lines => ({lines, width: column})),
    width,
  )
}

/** Every field of every node, none cut: each node as wide as its longest line, and no wider than the pane. */
export function wholeGridView(input: NodesInput, wording: Wording, width: number): readonly Line[] {
  const blocks = sectionsOf(input, wording).map(section => {
    const lines = section.flatMap(words => wrap(words, width - gap, 4))
    return {lines, width: Math.max(...lines.map(lineWidth)) + gap}
  })
  return stacked(blocks, width)
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

function sectionsOf(input: NodesInput, wording: Wording): readonly (readonly Line[])[] {
  return placedNodes(input).map(({reading}) => sectionLines(reading, input, wording))
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
  const cut = cutTo(words, width - gap)
  return [...cut, span(' '.repeat(Math.max(0, width - lineWidth(cut))))]
}
