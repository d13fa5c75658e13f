// A node's name and what is wrong with it, its changed fields, and the letters of its history.

import {changedFields} from '../model/cluster/changes.ts'
import {upstreamOf} from '../model/cluster/cluster-view.ts'
import {replidOf, sharedReplidOf} from '../model/cluster/replication-ids.ts'
import {
  type Reading,
  readingOf,
  type SentinelReading,
  type Silent,
  type Snapshot,
} from '../model/cluster/snapshot.ts'
import type {MessageKey} from '../model/text/messages.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {type Line, span, type Tone} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {marked, type Seen} from './node-tree.ts'

/** `● 6379 master`, `○ 6380 replica ← 6379`, `✖ 6381 down 3 s`. A changed role is marked; it is bright if the step is about it. */
export function nodeName(reading: Reading, {now, lineStart, style}: Seen, isAbout = false): Line {
  if (reading.is === 'silent') return silentName(reading, now, style)
  if (reading.is === 'sentinel') return sentinelName(reading, style, isAbout)
  const master = upstreamOf(reading, now)?.port
  const role =
    master === undefined
      ? style.text('ui.master')
      : style.text('ui.replica', {master, arrow: style.sign('arrow')})
  const changed = changedIn(reading, lineStart)
  const isNews = changed.has('role') || changed.has('master_port')
  return [
    span(`${style.sign(master === undefined ? 'master' : 'replica')} ${reading.port}`, 'good'),
    span(' '),
    ...(isNews ? marked(role, 'changed', style) : [span(role, isAbout ? 'bright' : 'plain')]),
  ]
}

function sentinelName({port}: SentinelReading, style: Style, isAbout: boolean): Line {
  const kind = span(style.text('ui.sentinel'), isAbout ? 'bright' : 'plain')
  return [span(`${style.sign('sentinel')} ${port}`, 'good'), span(' '), kind]
}

/** Why a node does not answer: its sign, its text, its tone. */
const silences = {
  notRunning: ['down', 'ui.downFor', 'bad'],
  notStarted: ['open', 'ui.spare', 'dim'],
  paused: ['paused', 'ui.paused', 'warn'],
  refused: ['silent', 'ui.refused', 'bad'],
  noAnswer: ['silent', 'ui.noAnswer', 'bad'],
  loading: ['silent', 'ui.loading', 'warn'],
  locked: ['silent', 'ui.locked', 'warn'],
  busy: ['silent', 'ui.busy', 'warn'],
  stranger: ['silent', 'ui.stranger', 'bad'],
} as const satisfies Record<Silent['because'], readonly [SignName, MessageKey, Tone]>

function silentName({because, port, since}: Silent, now: Snapshot, style: Style): Line {
  const seconds = Math.max(0, Math.floor((now.at - since) / 1000))
  const [mark, key, tone] = silences[because]
  return [span(`${style.sign(mark)} ${port} ${style.text(key, {seconds})}`, tone)]
}

/** The fields of INFO replication that changed since the last command. */
export function changedIn(reading: Reading, lineStart: Snapshot | undefined): ReadonlySet<string> {
  return changedFields(lineStart && readingOf(lineStart, reading.name), reading)
}

/** `[A]`: the letter of the node's replication history; `[B]←[A]` if it continues another one. Empty if the history has no letter. */
export function historyTags(reading: Reading, replids: readonly string[], style: Style): Line {
  if (reading.is !== 'answered') return []
  const tag = replidTag(replids, replidOf(reading))
  const shared = sharedReplidOf(reading)
  const before = shared === undefined ? undefined : replidTag(replids, shared)
  return [...(tag ? [tag] : []), ...(tag && before ? [span(style.sign('arrow'), 'dim'), before] : [])]
}
