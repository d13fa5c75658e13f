// The nodes pane on a screen of middle size: a card of some lines for each node.

import {
  type Answered,
  type AttachedReplica,
  answeredOf,
  attachedReplicas,
  type Reading,
  roleOf,
} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Size} from './draw/pane-sizes.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {attachedWords, behindWords, lagWords, linkWords} from './node-link.ts'
import {belongings, changedIn, historyTags, nodeName, offsetWords} from './node-parts.ts'
import {branchOf, emphasisOf, marked, type NodesInput, type TreeNode, treeNodes} from './node-tree.ts'

const none: ReadonlySet<string> = new Set()

/** Lines. A card with fewer says less than a row. */
export const leastCard = 2

/** Whole cards with a gap between them if they fit, else without the gap, else all cut to the same height. */
export function cardsView(input: NodesInput, {columns, rows}: Size): readonly Line[] {
  const cards = treeNodes(input).map(one =>
    cardLines(one, input, columns).map(words => cutTo(words, columns)),
  )
  const whole = cards.flat().length
  if (whole + cards.length - 1 <= rows)
    return cards.flatMap((card, i) => (i === 0 ? card : [emptyLine, ...card]))
  const most = whole <= rows ? whole : Math.floor(rows / cards.length)
  return cards.flatMap(card => card.slice(0, most))
}

/** Two to five lines: name, progress, replicas, history. A silent node has one. */
function cardLines({reading, depth}: TreeNode, input: NodesInput, width: number): readonly Line[] {
  const {now, lineStart, replids, style} = input
  const name = [span(branchOf(depth, style), 'dim'), ...nodeName(reading, now, style)]
  if (reading.is === 'silent')
    return [withLag(spaced('', [name, behindWords(reading, now, style)]), reading, input, width)]
  const card: Card = {reading, changed: changedIn(reading, lineStart), indent: `${'  '.repeat(depth)}  `}
  const tags = historyTags(reading, replids, style)
  const belongs = belongings(reading, style).map(one => [span(one)])
  return [
    spaced('', [[...name, span(' '), ...tags], ...belongs]),
    withLag(progressLine(card, input), reading, input, width),
    ...replicaLines(card, input),
    historyLine(card, input),
  ]
}

type Card = Readonly<{
  reading: Answered
  /** The fields that changed since the last command. */
  changed: ReadonlySet<string>
  indent: string
}>

/** Where the charts begin so that they stand under each other, cells: after link, offset, growth and bytes behind. Further left in a narrow pane. */
const lagColumn = 56
const leastLag = 14

/** `words`, then how far the replica was behind recently. */
function withLag(words: Line, reading: Reading, input: NodesInput, width: number): Line {
  const start = Math.max(Math.min(lagColumn, width - leastLag), lineWidth(words) + 1)
  const lag = lagWords(reading, input, width - start)
  return lag.length > 0 ? [...words, span(' '.repeat(start - lineWidth(words))), ...lag] : words
}

function progressLine({reading, changed, indent}: Card, input: NodesInput): Line {
  const {now, lineStart, style} = input
  const isReplica = roleOf(reading) === 'replica'
  const field = isReplica ? 'slave_repl_offset' : 'master_repl_offset'
  // The growth beside it already shows that the offset changed.
  const name = marked(field, emphasisOf(field, none, input), style)
  const offset: Line = [...name, span(' '), ...offsetWords(reading, lineStart, style)]
  if (isReplica)
    return spaced(indent, [linkWords(reading, now, changed, style), offset, behindWords(reading, now, style)])
  const backlog = `repl_backlog_histlen ${reading.replication['repl_backlog_histlen'] ?? '-'}`
  return spaced(indent, [offset, marked(backlog, emphasisOf('repl_backlog_histlen', none, input), style)])
}

/** The parts that are not empty, two spaces between them. */
function spaced(indent: string, parts: readonly Line[]): Line {
  return parts.filter(part => part.length > 0).flatMap((part, i) => [span(i === 0 ? indent : '  '), ...part])
}

function replicaLines({reading, changed, indent}: Card, input: NodesInput): readonly Line[] {
  const {lineStart, style} = input
  const before = lineStart && answeredOf(lineStart, reading.name)
  return attachedReplicas(reading).map((one, i) => {
    const emphasis = emphasisOf(`slave${i}`, isNews(one, before) ? changed : none, input)
    const words = attachedWords(one, i, style)
    if (one.state === 'online' || emphasis === 'changed')
      return spaced(indent, [marked(words, emphasis, style)])
    return spaced(indent, [[span(words, 'warn')]])
  })
}

/** The replication history this node has, and the one it continues. */
function historyLine({reading, changed, indent}: Card, input: NodesInput): Line {
  const {replids, style} = input
  const history = (field: string, more = '') => {
    const id = reading.replication[field] ?? ''
    if (/^0*$/.test(id)) return []
    const tag = replidTag(replids, id)
    const name = marked(field, emphasisOf(field, changed, input), style)
    return [...name, span(' '), ...(tag ? [tag, span(' ')] : []), span(`${id.slice(0, 8)}…${more}`, 'dim')]
  }
  const {second_repl_offset: offset = ''} = reading.replication
  return spaced(indent, [
    history('master_replid'),
    history('master_replid2', ` ${style.text('ui.until', {offset})}`),
  ])
}

/** False if only its offset grew, which it does all the time. */
function isNews({port, state}: AttachedReplica, before: Answered | undefined): boolean {
  return !before || !attachedReplicas(before).some(one => one.port === port && one.state === state)
}
