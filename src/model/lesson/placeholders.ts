// Placeholders in a lesson's words: `{6379}` is the real port of 6379, `{offset 6379}` its current offset, `{slot cart:ann}` the slot of a key.
// Braces around anything else (`cart:{ann}`, a hash tag) are plain text.

import {slotOf} from '../cluster/hash-slot.ts'
import {isNodeName, portOf, type Roster} from '../cluster/node.ts'
import {
  type Answered,
  answeredOf,
  offsetOf,
  ownerOfSlot,
  ownLine,
  readingOf,
  type Snapshot,
  slotsOf,
} from '../cluster/snapshot.ts'
import {facts, isFact, serversSince} from '../cluster/versions.ts'
import {settings} from '../commands/client-settings.ts'
import {bytesOf} from '../protocol/bytes.ts'
import type {TimelineEntry} from '../timeline/entry.ts'
import {type Moment, momentOf, parseMoment} from '../timeline/moments.ts'
import type {Evidence, TrafficFigures} from './evidence.ts'
import {lostSince} from './goals/traffic.ts'

type Figure = string | number | undefined

/** Figures of a node, by name; the rest of the placeholder names the node. */
const nodeFigures: Readonly<Record<string, (reading: Answered) => Figure>> = {
  offset: offsetOf,
  keys: reading => reading.keys,
  replid: reading => reading.replication['master_replid']?.slice(0, 8),
  slots: reading => slotsOf(reading).join(' ') || undefined,
  epoch: reading => reading.cluster?.info['cluster_my_epoch'],
  id: idOf,
  /** The id that no node has any more: of one that this node lists as failed, or without an address. */
  lost: ({cluster}) =>
    cluster?.nodes.find(({flags}) => flags.some(flag => flag === 'fail' || flag === 'noaddr'))?.id,
  shortid: reading => idOf(reading)?.slice(0, 8),
}

function idOf(reading: Answered): string | undefined {
  return ownLine(reading)?.id
}

const figures: Readonly<Record<string, (words: string, snapshot: Snapshot) => Figure>> = {
  ...Object.fromEntries(
    Object.entries(nodeFigures).map(([name, figure]) => [
      name,
      (node: string, snapshot: Snapshot) => withAnswer(snapshot, node, figure),
    ]),
  ),
  pid: (node, snapshot) => readingOf(snapshot, node)?.process.pid,
  info: (words, snapshot) => {
    const [node = '', field = ''] = words.split(' ')
    return withAnswer(snapshot, node, reading => reading.replication[field])
  },
  owner: (key, snapshot) => ownerOfSlot(snapshot, slotOf(bytesOf(key)))?.port,
}

/** Figures that need no node: of a key, and of versions. */
const timeless: Readonly<Record<string, (words: string) => Figure>> = {
  slot: key => slotOf(bytesOf(key)),
  since: fact => (isFact(fact) ? serversSince(facts[fact]) : undefined),
}

/** Figures of the client at work, since the step began: `{traffic lost}`. */
const trafficFigures: Readonly<Record<string, (traffic: NonNullable<Evidence['traffic']>) => Figure>> = {
  verified: ({now, start}) => Math.max(0, (now.lost?.of ?? 0) - start.acknowledged),
  errors: ({now, start}) => countOf(now.errors) - countOf(start.errors),
  lost: lostSince,
  slowest: ({now}) => now.slowest,
  redirects: ({now, start}) => now.redirects - start.redirects,
  stale: ({now, start}) => (now.stale ?? 0) - (start.stale ?? 0),
  ...Object.fromEntries(
    settings.flatMap(setting => [
      [
        `${setting} errors`,
        ({now}: Pick<NonNullable<Evidence['traffic']>, 'now'>) => now.clients?.[setting].errors,
      ],
      [
        `${setting} slowest`,
        ({now}: Pick<NonNullable<Evidence['traffic']>, 'now'>) => now.clients?.[setting].slowest,
      ],
    ]),
  ),
}

/** Figures of what one node acknowledged to the client while a link was cut: `{traffic lost 6379}`. */
const sideFigures: Readonly<Record<string, (side: Readonly<{writes: number; of: number}>) => number>> = {
  acknowledged: ({of}) => of,
  lost: ({writes}) => writes,
}

function trafficFigure({traffic, roster}: Figures, words: string): Figure {
  if (!traffic) return undefined
  const [name = '', node] = words.split(' ')
  const ofSide = sideFigures[name]
  if (!ofSide || node === undefined || !isNodeName(node, roster)) return trafficFigures[words]?.(traffic)
  const port = portOf(node, roster)
  const [now = 0, start = 0] = [traffic.now, traffic.start].map(({lost}) => {
    const side = lost?.sides?.find(one => one.port === port)
    return side && ofSide(side)
  })
  return now - start
}

function isTrafficFigure(words: string, roster: Roster): boolean {
  const [name = '', node] = words.split(' ')
  const isOfSide = sideFigures[name] !== undefined && node !== undefined && isNodeName(node, roster)
  return isOfSide || trafficFigures[words] !== undefined
}

function countOf(errors: TrafficFigures['errors']): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0)
}

/** Names of the figures whose first argument is a node. */
const aboutNodes = [...Object.keys(nodeFigures), 'pid', 'info']

function withAnswer(snapshot: Snapshot, node: string, pick: (reading: Answered) => Figure): Figure {
  const reading = answeredOf(snapshot, node)
  return reading && pick(reading)
}

const placeholder = /\{(?:(\d{4,5})|(\w+) ((?:[^{}]|\{[^{}]*\})+))\}/g

/** Times for `{seconds A B}`: when the step opened and was passed, and since when each condition has held. ms since the epoch. */
export type StepTimes = Readonly<{
  start?: Readonly<{at: number}>
  end?: Readonly<{at: number}>
  conditions: readonly Readonly<{id: string; metAt?: number}>[]
}>

/** Sources of figures: the first snapshot that has a figure provides it. */
export type Figures = Readonly<{
  roster: Roster
  snapshots?: readonly (Snapshot | undefined)[]
  play?: StepTimes | undefined
  timeline?: readonly TimelineEntry[]
  traffic?: Evidence['traffic'] | undefined
}>

/** Fills every placeholder; an unknown figure becomes `…`. */
export function fillPlaceholders(text: string, sources: Figures): string {
  const {roster, snapshots = []} = sources
  return text.replace(placeholder, (whole, node: string | undefined, name = '', words = '') => {
    if (node !== undefined) return isNodeName(node, roster) ? String(portOf(node, roster)) : whole
    if (name === 'seconds') return secondsBetween(sources, words) ?? '…'
    if (name === 'traffic') return String(trafficFigure(sources, words) ?? '…')
    const alwaysKnown = timeless[name]
    if (alwaysKnown) return String(alwaysKnown(words) ?? whole)
    const find = figures[name]
    if (!find) return whole
    const found = snapshots.flatMap(snapshot => (snapshot && find(words, snapshot)) ?? [])
    return String(found[0] ?? '…')
  })
}

/**
 * Seconds between two moments or conditions, or from the step's start to the only one named: `3.217` if both are known from a log or from the lab itself,
 * otherwise `~3.2`.
 */
function secondsBetween({play, timeline = []}: Figures, words: string): string | undefined {
  const {start, end} = play ?? {}
  const ofStep = timeline.filter(({at}) => at >= (start?.at ?? 0) && at <= (end?.at ?? Infinity))
  const find = (name: string): Moment | undefined => {
    const metAt = play?.conditions.find(one => one.id === name)?.metAt
    return metAt === undefined ? momentOf(name, ofStep) : {at: metAt, exact: false}
  }
  const [first = '', second] = words.split(' ')
  const opened = start && {at: start.at, exact: false}
  const [from, to] = second === undefined ? [opened, find(first)] : [find(first), find(second)]
  if (!from || !to) return undefined
  const seconds = Math.max(0, to.at - from.at) / 1000
  return from.exact && to.exact ? seconds.toFixed(3) : `~${seconds.toFixed(1)}`
}

/** Lists placeholders that name no known figure or node: mistakes of the author. `conditions` are those of the step. */
export function unknownPlaceholders(
  text: string,
  roster: Roster,
  conditions: readonly string[] = [],
): readonly string[] {
  return [...text.matchAll(placeholder)]
    .filter(([, node, name = '', words = '']) => {
      if (node !== undefined) return !isNodeName(node, roster)
      if (name === 'seconds')
        return words.split(' ').some((id: string) => !conditions.includes(id) && !isMoment(id, roster))
      if (name === 'traffic') return !isTrafficFigure(words, roster)
      if (aboutNodes.includes(name)) return !isNodeName(words.split(' ')[0] ?? '', roster)
      return timeless[name] ? timeless[name](words) === undefined : !figures[name]
    })
    .map(([whole]) => whole)
}

function isMoment(text: string, roster: Roster): boolean {
  const moment = parseMoment(text)
  return moment !== undefined && isNodeName(moment.node, roster)
}
