// The nodes pane: every node's INFO replication, a master and its replicas together. Three levels, by the room there is: all fields of all nodes in
// a grid, cards of a few lines, or one row a node.

import {changedFields} from '../model/changes.ts'
import {
  type Answered,
  attachedTo,
  type Family,
  familiesOf,
  type Reading,
  readingOf,
  roleOf,
  type Snapshot,
} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, line, lineWidth, padTo, span, type Tone, widthOf} from './line.ts'
import {behindOf, belongings, linkWords, nodeName, offsetWords, shortName} from './node-words.ts'
import {sign} from './theme.ts'
import {type Wording, word} from './wording.ts'

export type NodesInput = Readonly<{
  now: Snapshot
  /** How it was when the last command began. */
  mark?: Snapshot | undefined
  /** Field names, or beginnings of them, that this step is about. */
  focus: readonly string[]
}>

type Placed = Readonly<{reading: Reading; depth: number}>

/** A column of the grid is at least so wide, cells. */
const leastColumn = 34
const leastCard = 2

export function nodesView(
  input: NodesInput,
  wording: Wording,
  width: number,
  height: number,
): readonly Line[] {
  const placed = placedNodes(input)
  const grid = gridView(input, wording, width)
  if (grid.length <= height) return grid
  const card = Math.floor(height / Math.max(1, placed.length))
  if (card < leastCard) return rowsView(placed, input, wording, width)
  return placed.flatMap(one => cardView(one, input, wording, card).map(words => cutTo(words, width)))
}

function placedNodes({now}: NodesInput): readonly Placed[] {
  return familiesOf(now).flatMap(family => flatten(family, 0))
}

function flatten({reading, replicas}: Family, depth: number): readonly Placed[] {
  return [{reading, depth}, ...replicas.flatMap(replica => flatten(replica, depth + 1))]
}

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

/** Two to five lines: who it is, how far it is, whom it serves, which history it tells. */
function cardView(
  {reading, depth}: Placed,
  input: NodesInput,
  wording: Wording,
  height: number,
): readonly Line[] {
  const {now, mark} = input
  const branch = depth > 0 ? `${'  '.repeat(depth - 1)}${sign('branch', wording.theme)} ` : ''
  const indent = `${'  '.repeat(depth)}  `
  if (reading.is === 'silent')
    return [[span(branch, 'dim'), ...nodeName(reading, now, wording)], ...blank(height - 1)]
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  const head = [
    span(branch, 'dim'),
    ...nodeName(reading, now, wording),
    span(`   ${belongings(reading, wording).join('   ')}`),
  ]
  const lines = [
    head,
    progressLine(reading, changed, input, wording, indent),
    ...detailLines(reading, changed, input, indent),
  ]
  return [...lines.slice(0, height), ...blank(height - lines.length)]
}

function blank(count: number): readonly Line[] {
  return Array.from({length: Math.max(0, count)}, () => emptyLine)
}

function progressLine(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  wording: Wording,
  indent: string,
): Line {
  const {now, mark} = input
  const isReplica = roleOf(reading) === 'replica'
  const behind = behindOf(reading, now)
  const offset: Line = [
    span(isReplica ? 'slave_repl_offset ' : 'master_repl_offset ', 'dim'),
    ...offsetWords(reading, mark, wording),
  ]
  const lag: Line =
    isReplica && behind !== undefined
      ? [span(word(wording, 'ui.behind', {bytes: behind}), behind > 0 ? 'warn' : 'plain')]
      : []
  const backlog: Line = isReplica
    ? []
    : [
        span(
          `repl_backlog_histlen ${reading.replication['repl_backlog_histlen']}`,
          fieldTone('repl_backlog_histlen', changed, input),
        ),
      ]
  return spaced(indent, [linkWords(reading, changed, wording), offset, lag, backlog])
}

/** The parts that are not empty, two spaces between them. */
function spaced(indent: string, parts: readonly Line[]): Line {
  return parts.filter(part => part.length > 0).flatMap((part, i) => [span(i === 0 ? indent : '  '), ...part])
}

/** A field that changed stands out, then one that the step is about; the rest is dim. */
function fieldTone(field: string, changed: ReadonlySet<string>, {focus}: NodesInput): Tone {
  if (changed.has(field)) return 'changed'
  return focus.some(one => field.startsWith(one)) ? 'bright' : 'dim'
}

/** The lines about replicas, then the history the node tells. */
function detailLines(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  indent: string,
): readonly Line[] {
  const attached = attachedTo(reading).map((one, i): Line => {
    const words = `slave${i} ${one.port} ${one.state} offset=${one.offset} lag=${one.lag}`
    return [
      span(indent),
      span(words, one.state === 'online' ? fieldTone(`slave${i}`, changed, input) : 'warn'),
    ]
  })
  const {
    master_replid: id = '',
    master_replid2: id2 = '',
    second_repl_offset: second = '',
  } = reading.replication
  const history: Line = [span(`master_replid ${id.slice(0, 8)}…`, fieldTone('master_replid', changed, input))]
  const before: Line = /^0+$/.test(id2)
    ? []
    : [span(`master_replid2 ${id2.slice(0, 8)}… to ${second}`, fieldTone('master_replid2', changed, input))]
  return [...attached, spaced(indent, [history, before])]
}

/** One row a node, its columns under each other. */
function rowsView(
  placed: readonly Placed[],
  input: NodesInput,
  wording: Wording,
  width: number,
): readonly Line[] {
  const {now, mark} = input
  const names = placed.map(({reading, depth}): Line => {
    const branch = depth > 0 ? `${'  '.repeat(depth - 1)}${sign('branch', wording.theme)} ` : ''
    return [span(branch, 'dim'), ...shortName(reading, now, wording)]
  })
  const nameWidth = Math.max(...names.map(lineWidth)) + 2
  return placed.map(({reading}, i) => {
    const name = names[i] ?? emptyLine
    const gap = span(' '.repeat(nameWidth - lineWidth(name)))
    if (reading.is === 'silent') return cutTo(name, width)
    const changed = changedFields(mark && readingOf(mark, reading.name), reading)
    return cutTo([...name, gap, ...rowCells(reading, changed, input, wording)], width)
  })
}

function rowCells(
  reading: Answered,
  changed: ReadonlySet<string>,
  {now, mark}: NodesInput,
  wording: Wording,
): Line {
  const link = linkWords(reading, changed, wording)
  const behind = behindOf(reading, now)
  const lag =
    behind === undefined || roleOf(reading) === 'master' ? '' : word(wording, 'ui.behind', {bytes: behind})
  const offset = offsetWords(reading, mark, wording)
  const first = link.length > 0 ? link : [span(belongings(reading, wording).slice(0, -1)[0] ?? '')]
  return [
    ...column(first, 13),
    ...column([span(word(wording, 'ui.offset', {offset: ''}), 'dim'), ...offset], 18),
    ...column([span(lag, behind ? 'warn' : 'plain')], 12),
    span(word(wording, 'ui.keys', {n: reading.keys}), 'dim'),
  ]
}

function column(words: Line, width: number): Line {
  const text = words.map(one => one.text).join('')
  return [...words, span(padTo('', Math.max(1, width - widthOf(text))))]
}
