// Below a node's row: the fields that the step is about and no column shows, such as the replication ids or the backlog.

import {masterOf} from '../model/cluster/cluster-view.ts'
import {sharedReplidOf} from '../model/cluster/replication-ids.ts'
import {
  type Answered,
  type AttachedReplica,
  answeredOf,
  attachedReplicas,
  type Reading,
  roleOf,
} from '../model/cluster/snapshot.ts'
import {replidTag} from './draw/letter-tag.ts'
import {type Line, lineWidth, span} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'
import {hasWritten, shownFields} from './node-columns.ts'
import {attachedWords} from './node-link.ts'
import {changedIn} from './node-parts.ts'
import {isAbout, isInvolved, marked, type NodesInput} from './node-tree.ts'

const indent = 4

export function detailLines(reading: Reading, input: NodesInput, width: number): readonly Line[] {
  if (reading.is !== 'answered' || !isInvolved(reading, input.now)) return []
  const items = Object.keys(reading.replication)
    .filter(
      field => isAbout(field, input.highlight) && !shownFields.includes(field) && says(reading, field, input),
    )
    .map(field => itemOf(field, reading, input))
  return packed(items, width - indent).flatMap(row => wrap([span(' '.repeat(indent)), ...row], width, indent))
}

/** Rows of as many items as fit: a field and its value stay together. */
function packed(items: readonly Line[], width: number): readonly Line[] {
  const rows: Line[] = []
  for (const item of items) {
    const last = rows.at(-1)
    const joined = last && [...last, span('  '), ...item]
    if (joined && lineWidth(joined) <= width) rows[rows.length - 1] = joined
    else rows.push(item)
  }
  return rows
}

/** Told only of a node that had a history before that is known here. */
const secondHistory = ['master_replid2', 'second_repl_offset']

/** False for what says nothing new: an empty value, and a replica's value that is its master's too or is of no use to a replica. */
function says(reading: Answered, field: string, {now, replids}: NodesInput): boolean {
  const value = reading.replication[field] ?? ''
  if (secondHistory.includes(field) && !replids.includes(sharedReplidOf(reading) ?? '')) return false
  if (roleOf(reading) === 'master') return field !== 'repl_backlog_active'
  const upstream = masterOf(reading, now)
  // The master's own row says for how long: a second clock would only differ.
  if (field === 'master_link_down_since_seconds' && upstream?.is === 'silent') return false
  if (field.startsWith('repl_backlog') || field === 'connected_slaves')
    return attachedReplicas(reading).length > 0
  return upstream?.is !== 'answered' || upstream.replication[field] !== value
}

function itemOf(field: string, reading: Answered, input: NodesInput): Line {
  const {style, replids, lineStart} = input
  const nth = /^slave(\d+)$/.exec(field)?.[1]
  if (nth !== undefined) return attachedItem(Number(nth), reading, input)
  const value = reading.replication[field] ?? ''
  const isId = field.startsWith('master_replid')
  const tag = isId ? replidTag(replids, value) : undefined
  // With every ping the backlog grows: no news.
  const isBacklog = field.startsWith('repl_backlog') && !hasWritten(reading, input)
  const isNews = changedIn(reading, lineStart).has(field) && !isBacklog
  const text = isId ? `${value.slice(0, 8)}…` : value
  const shown = isNews ? marked(text, 'changed', style) : [span(text, isId ? 'dim' : 'bright')]
  return [span(`${field} `), ...(tag ? [tag, span(' ')] : []), ...shown]
}

/** What a master reports of one replica. That its offset grows is in the replica's own row. */
function attachedItem(nth: number, reading: Answered, {lineStart, style}: NodesInput): Line {
  const one = attachedReplicas(reading)[nth]
  if (!one) return []
  const before = lineStart && answeredOf(lineStart, reading.name)
  const words = attachedWords(one, nth, style)
  if (before && isNews(one, before)) return marked(words, 'changed', style)
  return [span(words, one.state === 'online' ? 'plain' : 'warn')]
}

function isNews({port, state}: AttachedReplica, before: Answered): boolean {
  return !attachedReplicas(before).some(one => one.port === port && one.state === state)
}
