// The nodes pane in the middle: a card of some lines for each node.

import {changedFields} from '../model/cluster/changes.ts'
import {
  type Answered,
  type AttachedReplica,
  answeredOf,
  attachedReplicas,
  type Reading,
  readingOf,
  roleOf,
} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, lineWidth, span} from './draw/styled-text.ts'
import {attachedWords, behindWords, lagWords, linkWords} from './node-link.ts'
import {belongings, historyTags, nodeName, offsetWords} from './node-parts.ts'
import {branchOf, emphasisOf, marked, type NodesInput, type TreeNode} from './node-tree.ts'

const none: ReadonlySet<string> = new Set()

/** A card with fewer lines says less than a row. */
export const leastCard = 2

/** Whole cards with a gap between them if they fit, without the gap if they fit so, else all cut to the same height. */
export function cardsView(
  placed: readonly TreeNode[],
  input: NodesInput,
  style: Style,
  width: number,
  height: number,
): readonly Line[] {
  const cards = placed.map(one => cardLines(one, input, style, width).map(words => cutTo(words, width)))
  const whole = cards.flat().length
  if (whole + cards.length - 1 <= height)
    return cards.flatMap((card, i) => (i === 0 ? card : [emptyLine, ...card]))
  const most = whole <= height ? whole : Math.floor(height / cards.length)
  return cards.flatMap(card => card.slice(0, most))
}

/** Two to five lines: who it is, how far it is, whom it serves, which history it tells. A silent node has one. */
function cardLines(
  {reading, depth}: TreeNode,
  input: NodesInput,
  style: Style,
  width: number,
): readonly Line[] {
  const {now, lineStart: mark, replids} = input
  const name = [span(branchOf(depth, style.theme), 'dim'), ...nodeName(reading, now, style)]
  const behind = behindWords(reading, now, style)
  if (reading.is === 'silent') return [withLag(spaced('', [name, behind]), reading, input, style, width)]
  const indent = `${'  '.repeat(depth)}  `
  const changed = changedFields(mark && readingOf(mark, reading.name), reading)
  const tags = historyTags(reading, replids, style)
  const belongs = belongings(reading, style).map(one => [span(one)])
  return [
    spaced('', [[...name, span(' '), ...tags], ...belongs]),
    withLag(progressLine(reading, changed, input, style, indent), reading, input, style, width),
    ...detailLines(reading, changed, input, style, indent),
  ]
}

/** Where the sparklines stand under each other, cells: before them the link, the offset and its growth, how far behind; in a narrow pane less. */
const raceColumn = 56
const leastLag = 14

/** `words`, then how far the replica was behind over the last while. */
function withLag(words: Line, reading: Reading, input: NodesInput, style: Style, width: number): Line {
  const start = Math.max(Math.min(raceColumn, width - leastLag), lineWidth(words) + 1)
  const lag = lagWords(reading, input, style, width - start)
  return lag.length > 0 ? [...words, span(' '.repeat(start - lineWidth(words))), ...lag] : words
}

function progressLine(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  style: Style,
  indent: string,
): Line {
  const {now, lineStart: mark} = input
  const field = roleOf(reading) === 'replica' ? 'slave_repl_offset' : 'master_repl_offset'
  // That it changed is said by how much it grew.
  const name = marked(field, emphasisOf(field, none, input), style.theme)
  const offset: Line = [...name, span(' '), ...offsetWords(reading, mark, style)]
  const link = linkWords(reading, now, changed, style)
  if (roleOf(reading) === 'replica') return spaced(indent, [link, offset, behindWords(reading, now, style)])
  const backlog = `repl_backlog_histlen ${reading.replication['repl_backlog_histlen'] ?? '-'}`
  return spaced(indent, [
    offset,
    marked(backlog, emphasisOf('repl_backlog_histlen', none, input), style.theme),
  ])
}

/** The parts that are not empty, two spaces between them. */
function spaced(indent: string, parts: readonly Line[]): Line {
  return parts.filter(part => part.length > 0).flatMap((part, i) => [span(i === 0 ? indent : '  '), ...part])
}

/** The lines about replicas, then the history the node tells. */
function detailLines(
  reading: Answered,
  changed: ReadonlySet<string>,
  input: NodesInput,
  style: Style,
  indent: string,
): readonly Line[] {
  const {theme} = style
  const before = input.lineStart && answeredOf(input.lineStart, reading.name)
  const attached = attachedReplicas(reading).map((one, i): Line => {
    const notice = emphasisOf(`slave${i}`, isNews(one, before) ? changed : none, input)
    const words = attachedWords(one, i, style)
    if (one.state === 'online' || notice === 'changed') return spaced(indent, [marked(words, notice, theme)])
    return spaced(indent, [[span(words, 'warn')]])
  })
  const history = (field: string, more = '') => {
    const id = reading.replication[field] ?? ''
    if (/^0*$/.test(id)) return []
    const tag = replidTag(input.replids, id)
    const name = marked(field, emphasisOf(field, changed, input), theme)
    return [...name, span(' '), ...(tag ? [tag, span(' ')] : []), span(`${id.slice(0, 8)}…${more}`, 'dim')]
  }
  const {second_repl_offset: second = ''} = reading.replication
  return [
    ...attached,
    spaced(indent, [
      history('master_replid'),
      history('master_replid2', ` ${style.text('ui.until', {offset: second})}`),
    ]),
  ]
}

/** That its offset grew goes without saying. */
function isNews({port, state}: AttachedReplica, before: Answered | undefined): boolean {
  return !before || !attachedReplicas(before).some(one => one.port === port && one.state === state)
}
