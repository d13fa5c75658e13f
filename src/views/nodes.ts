// The nodes pane: a table with a row a node, each master with its replicas; below a row, the fields that the step is about and no column shows.

import {isSentinel, type NodeName} from '../model/cluster/node.ts'
import {hiddenTroubles} from '../model/explain/troubles.ts'
import {lessonAt, stepAt} from '../model/lesson/lesson.ts'
import type {Message} from '../model/text/messages.ts'
import type {Size} from './draw/pane-sizes.ts'
import {emptyLine, type Line, span, type Tone} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {hidesCauses} from './incident.ts'
import {nodeColumns} from './node-columns.ts'
import {detailLines} from './node-details.ts'
import {type NodesInput, type TreeNode, treeNodes} from './node-tree.ts'
import {unknownAt} from './step-view.ts'
import {tableOf} from './table.ts'
import type {ViewInput} from './view-input.ts'

/** What the nodes pane draws of a state. */
export function nodesInput(input: ViewInput, now: NodesInput['now']): NodesInput {
  const {state, lessons, style} = input
  const {lineStart, play, replids = [], lags = {}} = state
  const highlight = play ? stepAt(lessonAt(lessons, play.lesson), play.step).highlight : []
  const unknown = unknownAt(state, lessons)
  const troubles = hidesCauses(input) ? [] : hiddenTroubles(state)
  return {style, now, lineStart, highlight, replids, lags, unknown, troubles}
}

/** Details, then gaps between the shards, then the row of titles give way if there is no room. */
export function nodesView(input: NodesInput, {columns: width, rows}: Size): readonly Line[] {
  const nodes = treeNodes(input)
  const headed = rows > nodes.length
  const lines = tableOf(nodeColumns(nodes, input, width), {width, headed})
  const head = headed ? lines.slice(0, 1) : []
  const table = lines.slice(head.length).map(row => [row])
  const details = nodes.map(({reading}) => detailLines(reading, input, width))
  const detailed = table.map((row, i) => [...row, ...(details[i] ?? [])])
  const blocks = head.length + detailed.flat().length <= rows ? detailed : table
  const gaps = nodes.map((node, i) => i > 0 && isOtherShard(node, nodes[i - 1], input))
  const airy = head.length + blocks.flat().length + gaps.filter(gap => gap).length <= rows
  const whole = [...head, ...blocks.flatMap((block, i) => (airy && gaps[i] ? [emptyLine, ...block] : block))]
  return [...whole, ...troubleLines(input, {columns: width, rows: rows - whole.length})]
}

/** Below the rows, the first ones for which there is room. */
function troubleLines({troubles = [], style}: NodesInput, {columns, rows}: Size): readonly Line[] {
  let lines: readonly Line[] = []
  for (const one of troubles) {
    const words = [span(`${style.sign('lost')} `, 'warn'), span(style.translate(one), toneOf(one))]
    const more = [...lines, ...wrap(words, columns, 2)]
    if (more.length > rows) break
    lines = more
  }
  return lines.length > 0 && lines.length < rows ? [emptyLine, ...lines] : lines
}

/** Two masters for the same slots must not be overlooked. */
function toneOf({key}: Message): Tone {
  return key === 'slots.disputed.both' ? 'bad' : 'plain'
}

/** In a cluster the shards stand apart, and the Sentinels from the nodes; elsewhere each REPLICAOF would move the rows. */
function isOtherShard({reading}: TreeNode, above: TreeNode | undefined, {now}: NodesInput): boolean {
  const shardOf = (name = '') => name.slice(-2)
  if (now.stage === 'sentinel') {
    const isOne = (name: NodeName) => isSentinel(name, now.roster)
    return above !== undefined && isOne(reading.name) && !isOne(above.reading.name)
  }
  return now.stage === 'cluster' && shardOf(reading.name) !== shardOf(above?.reading.name)
}
