// The columns of the nodes pane: name and role, slots, link, keys, offset and its growth, bytes behind, history, and the recent lag.

import {offsetGrowth} from '../model/cluster/changes.ts'
import {isContested} from '../model/cluster/claims.ts'
import {
  type Answered,
  answeredOf,
  isClustered,
  lastFields,
  offsetOf,
  type Reading,
  roleIn,
  slotsOf,
} from '../model/cluster/snapshot.ts'
import type {MessageKey} from '../model/text/messages.ts'
import {emptyLine, type Line, line, lineWidth, span, widthOf} from './draw/styled-text.ts'
import {behindWords, chartCells, lagWords, leastChart, linkWords, mostChart, watchWords} from './node-link.ts'
import {historyTags, nodeName} from './node-parts.ts'
import {isAbout, isInvolved, marked, type NodesInput, type Seen, type TreeNode} from './node-tree.ts'
import type {Column} from './table.ts'

/** From this width on, slots and links have a column each. */
const roomy = 84

export function nodeColumns(nodes: readonly TreeNode[], input: NodesInput, width: number): readonly Column[] {
  const {unknown, now} = input
  const hasSlots = isClustered(now.stage) && !unknown.includes('slots')
  const place = width >= roomy ? [slotsColumn, linkColumn] : [slotsOrLinkColumn]
  const columns = [
    nameColumn,
    ...(hasSlots ? place : [linkColumn]),
    keysColumn,
    ...(unknown.includes('offsets') ? [] : [offsetColumn, growthColumn, behindColumn]),
    ...(aboutHistory(input) ? [historyColumn] : []),
    ...(unknown.includes('offsets') ? [] : [lagColumn]),
  ]
  return columns.map(column => column(nodes, input))
}

/** Bright if the step is about the column. */
function titleOf(title: MessageKey, {style}: NodesInput, about = false): Line {
  return line(style.text(title), about ? 'bright' : 'dim')
}

type ColumnOf = (nodes: readonly TreeNode[], input: NodesInput) => Column

/** The fields of INFO replication that a column shows, so that they need no line of their own. */
const fieldsOf = {
  name: ['role', 'master_host', 'master_port'],
  link: ['master_link_status', 'master_sync_in_progress'],
  offset: ['master_repl_offset', 'slave_repl_offset', 'slave_read_repl_offset'],
} as const

export const shownFields: readonly string[] = Object.values(fieldsOf).flat()

function isColumnAbout(column: keyof typeof fieldsOf, {highlight}: NodesInput): boolean {
  return fieldsOf[column].some(field => isAbout(field, highlight))
}

function aboutHistory({highlight}: NodesInput): boolean {
  return isAbout('master_replid', highlight) || isAbout('master_replid2', highlight)
}

const nameColumn: ColumnOf = (nodes, input) => {
  const {now, style} = input
  const about = isColumnAbout('name', input)
  const cells = nodes.map(({reading, branch}): Line => {
    const name = nodeName(reading, input, about)
    return branch === '' ? name : [span(branch, 'dim'), ...name]
  })
  const replica = `${style.sign('branch')} ${style.sign('replica')} 6379 ${style.text('ui.replica', {master: '6379', arrow: style.sign('arrow')})}`
  const answering = cells.filter((_, i) => nodes[i]?.reading.is !== 'silent').map(lineWidth)
  // Room for a mark before a changed role.
  const least = Math.max(widthOf(replica) + 2 * (widthOf(String(now.nodes[0]?.port)) - 4) + 1, ...answering)
  return {title: titleOf('ui.column.node', input, about), cells, least, isLoose: true}
}

const slotsColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.slots', input),
  cells: nodes.map(({reading}) => slotsCell(reading, input)),
  least: 12,
})

const linkColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.link', input, isColumnAbout('link', input)),
  cells: nodes.map(({reading}) => linkCell(reading, input)),
  least: 12,
})

/** Masters have slots, replicas a link. */
const slotsOrLinkColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.slotsOrLink', input, isColumnAbout('link', input)),
  cells: nodes.map(({reading}) => [...slotsCell(reading, input), ...linkCell(reading, input)]),
  least: 12,
})

function linkCell(reading: Reading, input: NodesInput): Line {
  if (reading.is === 'sentinel') return watchWords(reading, input)
  if (reading.is === 'silent') return emptyLine
  return linkWords(reading, input, isColumnAbout('link', input))
}

/** Two ranges at most: after them, how many more there are. */
const mostRanges = 2

function slotsCell(reading: Reading, {lineStart, style, now}: NodesInput): Line {
  if (reading.is !== 'answered') return emptyLine
  const slots = slotsOf(reading)
  const more = slots.length > mostRanges ? [`+${slots.length - mostRanges}`] : []
  const text = [...slots.slice(0, mostRanges), ...more].join(' ')
  if (isContested(reading, now)) return [span(`${style.sign('contested')} ${text}`, 'bad')]
  const before = lineStart && answeredOf(lineStart, reading.name)
  const isNews = before !== undefined && slotsOf(before).join(' ') !== slots.join(' ')
  return isNews ? marked(text === '' ? '-' : text, 'changed', style) : line(text)
}

const keysColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.keys', input),
  label: input.style.text('ui.column.keys'),
  cells: nodes.map(({reading}) => {
    if (reading.is !== 'answered') return emptyLine
    const before = input.lineStart && answeredOf(input.lineStart, reading.name)
    const isNews = before !== undefined && before.keys !== reading.keys
    return isNews ? [span(`${before.keys}→${reading.keys}`, 'changed')] : line(String(reading.keys))
  }),
  least: 4,
  right: true,
})

/** Bytes of a PING, which a master sends its replicas every ten seconds. */
const heartbeat = 14

/** False if the offset can have grown by pings alone since the last command, which is no news: one a second at the most. */
export function hasWritten(reading: Answered, {now, lineStart}: Seen): boolean {
  const growth = offsetGrowth(lineStart, reading)
  const seconds = lineStart ? (now.at - lineStart.at) / 1000 : 0
  return growth % heartbeat > 0 || growth / heartbeat > seconds + 2
}

/** Sentinels publish a message every two seconds, and a master passes it on to its replicas: too much to tell it from a write. */
function growsByItself({now}: Seen): boolean {
  return now.stage === 'sentinel'
}

const offsetColumn: ColumnOf = (nodes, input) => {
  const about = isColumnAbout('offset', input)
  return {
    title: titleOf('ui.column.offset', input, about),
    label: input.style.text('ui.column.offset'),
    cells: nodes.map(({reading}) => {
      if (reading.is !== 'answered') return emptyLine
      const isBright = about || (hasWritten(reading, input) && !growsByItself(input))
      return line(String(offsetOf(reading)), isBright ? 'bright' : 'plain')
    }),
    least: 7,
    right: true,
  }
}

const growthColumn: ColumnOf = (nodes, input) => ({
  title: emptyLine,
  cells: nodes.map(({reading}) => {
    if (reading.is !== 'answered' || growsByItself(input)) return emptyLine
    const growth = offsetGrowth(input.lineStart, reading)
    if (growth === 0) return emptyLine
    return line(`${input.style.sign('grew')}${growth}`, hasWritten(reading, input) ? 'accent' : 'dim')
  }),
  least: 5,
  joined: true,
  optional: true,
})

const behindColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.behind', input, isColumnAbout('offset', input)),
  label: input.style.text('ui.column.behind'),
  cells: nodes.map(({reading}) => behindWords(reading, input.now)),
  least: 4,
  right: true,
  // In a narrow pane the letters of the histories matter more where a step is about them; the keys matter in every step.
  ...(aboutHistory(input) ? {optional: true} : {}),
})

const historyColumn: ColumnOf = (nodes, input) => ({
  title: titleOf('ui.column.history', input, true),
  cells: nodes.map(({reading}) =>
    isInvolved(reading, input.now) ? historyTags(reading, input.replids, input.style) : emptyLine,
  ),
  least: 7,
})

const lagColumn: ColumnOf = (nodes, input) => ({
  title: emptyLine,
  cells: [],
  least: leastChart,
  fill: {
    most: mostChart,
    of: width => ({
      title: line(lagTitle(input, width), 'dim'),
      cells: nodes.map(({reading}) => (isReplica(reading) ? lagWords(reading, input, width) : emptyLine)),
    }),
  },
})

function lagTitle({style}: NodesInput, width: number): string {
  const title = style.text('ui.column.lag', {seconds: chartCells(width)})
  return widthOf(title) <= width ? title : style.text('ui.column.lagShort')
}

/** A promoted replica has no lag, though it had one. */
function isReplica(reading: Reading): boolean {
  const fields: Answered['replication'] | undefined = lastFields(reading)
  return fields !== undefined && roleIn(fields) === 'replica'
}
