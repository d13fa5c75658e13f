// The parts that the cards, rows and columns of the nodes pane are made of.

import {changedFields, offsetGrowth} from '../model/cluster/changes.ts'
import {replidOf, sharedReplidOf} from '../model/cluster/replication-ids.ts'
import {
  type Answered,
  attachedReplicas,
  masterPortOf,
  offsetOf,
  type Reading,
  readingOf,
  roleOf,
  type Silent,
  type Snapshot,
  slotsOf,
} from '../model/cluster/snapshot.ts'
import type {MessageKey} from '../model/text/messages.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {type Line, type Span, span, type Tone} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'

/** `● 6379 master`, `○ 6380 replica of 6379`, `✖ 6381 down 3 s`. */
export function nodeName(reading: Reading, now: Snapshot, style: Style): Line {
  if (reading.is === 'silent') return silentName(reading, now, style)
  const master = masterPortOf(reading)
  const isReplica = roleOf(reading) === 'replica'
  return [
    span(`${style.sign(isReplica ? 'replica' : 'master')} ${reading.port}`, 'good'),
    span(
      ` ${isReplica ? style.text('ui.replica', {master: master ?? '?'}) : style.text('ui.master')}`,
      'bright',
    ),
  ]
}

/** The same, short enough for a row: `○ 6380 replica ← 6379`. */
export function shortName(reading: Reading, now: Snapshot, style: Style): Line {
  const master = reading.is === 'answered' ? masterPortOf(reading) : undefined
  if (master === undefined) return nodeName(reading, now, style)
  return [
    span(`${style.sign('replica')} ${reading.port}`, 'good'),
    span(` ${style.text('ui.replicaShort')} ${style.sign('arrow')} ${master}`, 'bright'),
  ]
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

/** `18442 ▲48`: the offset, and by how much it grew since the last command. */
export function offsetWords(reading: Answered, lineStart: Snapshot | undefined, style: Style): Line {
  const growth = offsetGrowth(lineStart, reading)
  const grew: readonly Span[] = growth > 0 ? [span(` ${style.sign('grew')}${growth}`, 'accent')] : []
  return [span(String(offsetOf(reading)), growth > 0 ? 'bright' : 'plain'), ...grew]
}

/** `[A]`: the letter of the node's replication history; `[B]←[A]` if it continues another one. Empty if the history has no letter. */
export function historyTags(reading: Reading, replids: readonly string[], style: Style): Line {
  if (reading.is === 'silent') return []
  const tag = replidTag(replids, replidOf(reading))
  const shared = sharedReplidOf(reading)
  const before = shared === undefined ? undefined : replidTag(replids, shared)
  return [...(tag ? [tag] : []), ...(tag && before ? [span(style.sign('arrow'), 'dim'), before] : [])]
}

/** The node's slots, replicas and keys, as far as it has some: `0-5460`, `2 replicas`, `keys 41`. */
export function belongings(reading: Answered, style: Style): readonly string[] {
  const slots = slotsOf(reading)
  const replicas = attachedReplicas(reading).length
  return [
    ...(slots.length > 0 ? [slots.join(' ')] : []),
    ...(replicas > 0 ? [style.text('ui.replicas', {n: replicas})] : []),
    style.text('ui.keys', {n: reading.keys}),
  ]
}
