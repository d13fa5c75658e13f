// One node in words: the parts that cards and rows are made of.

import {offsetGrowth} from '../model/cluster/changes.ts'
import {replidOf, sharedReplidOf} from '../model/cluster/replication-ids.ts'
import {
  type Answered,
  attachedReplicas,
  masterPortOf,
  offsetOf,
  type Reading,
  roleOf,
  type Silent,
  type Snapshot,
  slotsOf,
} from '../model/cluster/snapshot.ts'
import type {MessageKey} from '../model/text/messages.ts'
import {replidTag} from './draw/letter-tag.ts'
import type {Style} from './draw/style.ts'
import {type Line, type Span, span, type Tone} from './draw/styled-text.ts'
import {type SignName, sign} from './draw/theme.ts'

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

/** The same in a row's space: `○ 6380 replica ← 6379`. */
export function shortName(reading: Reading, now: Snapshot, style: Style): Line {
  const master = reading.is === 'answered' ? masterPortOf(reading) : undefined
  if (master === undefined) return nodeName(reading, now, style)
  const {theme} = style
  return [
    span(`${sign('replica', theme)} ${reading.port}`, 'good'),
    span(` ${style.text('ui.replicaShort')} ${sign('arrow', theme)} ${master}`, 'bright'),
  ]
}

/** Why a node says nothing: its sign, its words, how much it matters. */
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

/** `18442 ▲48`: the offset, and by how much it grew since the last command. */
export function offsetWords(reading: Answered, mark: Snapshot | undefined, style: Style): Line {
  const growth = offsetGrowth(mark, reading)
  const grew: readonly Span[] = growth > 0 ? [span(` ${style.sign('grew')}${growth}`, 'accent')] : []
  return [span(String(offsetOf(reading)), growth > 0 ? 'bright' : 'plain'), ...grew]
}

/** `[A]`, the history that the node tells, and `[B]←[A]` where it went on from another one; nothing of a history that has no letter. */
export function historyTags(reading: Reading, replids: readonly string[], {theme}: Style): Line {
  if (reading.is === 'silent') return []
  const tag = replidTag(replids, replidOf(reading))
  const shared = sharedReplidOf(reading)
  const before = shared === undefined ? undefined : replidTag(replids, shared)
  return [...(tag ? [tag] : []), ...(tag && before ? [span(sign('arrow', theme), 'dim'), before] : [])]
}

/** What the node is to others: `0-5460 · 2 replicas · keys 41`. */
export function belongings(reading: Answered, style: Style): readonly string[] {
  const slots = slotsOf(reading)
  const replicas = attachedReplicas(reading).length
  return [
    ...(slots.length > 0 ? [slots.join(' ')] : []),
    ...(replicas > 0 ? [style.text('ui.replicas', {n: replicas})] : []),
    style.text('ui.keys', {n: reading.keys}),
  ]
}
