// A replica's link to its master as text and signs, seen from both ends, and how many bytes it is behind, now and recently.

import {masterOf} from '../model/cluster/cluster-view.ts'
import {behindOf, lagSteps} from '../model/cluster/lag.ts'
import {opinionOf} from '../model/cluster/sentinel-opinions.ts'
import {
  type Answered,
  type AttachedReplica,
  attachedReplicas,
  linkIsUp,
  type Reading,
  roleOf,
  type SentinelReading,
  type Snapshot,
  sentinelOf,
} from '../model/cluster/snapshot.ts'
import {isWireCut} from '../model/explain/link-cause.ts'
import {sparkline} from './draw/sparkline.ts'
import type {Style} from './draw/style.ts'
import {type Line, padTo, span, type Tone} from './draw/styled-text.ts'
import {changedIn} from './node-parts.ts'
import {marked, type NodesInput, type Seen} from './node-tree.ts'

/** Cells of the chart, one a second: fewer show nothing. */
export const leastChart = 8
const mostCells = 60

/** ` max 123456`, cells: reserved, so that nothing moves when the text appears. */
const mostWidth = 12

/** Cells of the chart and its peak. */
export const mostChart = mostCells + mostWidth

/** Bytes. The chart's top is at least this high: a few bytes on their way are not worth a peak. */
const lowestTop = 100

/** `⇄ link up`, or what is wrong with the link. Empty for a master. */
export function linkWords(reading: Answered, {now, lineStart, style}: Seen, isAbout = false): Line {
  if (roleOf(reading) === 'master') return []
  const [glyph, words, tone] = linkState(reading, now, style)
  const text = `${style.sign(glyph)} ${words}`
  if (changedIn(reading, lineStart).has('master_link_status')) return marked(text, 'changed', style)
  return [span(text, isAbout && tone === 'plain' ? 'bright' : tone)]
}

/** `6379 ok`, `6379 s_down`: the master that a Sentinel names, and what it holds of it; the step of the failover that it leads. */
export function watchWords({name, view}: SentinelReading, {lineStart, style}: Seen): Line {
  const {master} = view
  if (!master) return [span(style.text('ui.watchesNone'), 'warn')]
  const opinion = opinionOf(view, master.port)
  const said = `${master.port} ${opinion === 'unlinked' ? style.text('opinions.unlinked') : opinion}`
  const text = master.failover === undefined ? said : `${said} · ${master.failover}`
  const before = lineStart && sentinelOf(lineStart, name)
  const isOther = before !== undefined && before.view.master?.port !== master.port
  if (isOther) return marked(text, 'changed', style)
  return [span(text, opinion === 'o_down' ? 'bad' : opinion === 'ok' ? 'plain' : 'warn')]
}

function linkState(
  reading: Answered,
  now: Snapshot,
  style: Style,
): readonly [glyph: 'linked' | 'wait' | 'down', words: string, tone: Tone] {
  if (linkIsUp(reading)) {
    const words = style.text('ui.link', {state: 'up'})
    // The replica does not know: its connection stands, and nothing comes.
    return isWireCut(reading, now)
      ? ['linked', `${words} ${style.sign('cut')}`, 'warn']
      : ['linked', words, 'plain']
  }
  const master = masterOf(reading, now)
  // While the link is not up, only the master tells how far the synchronization is: wait_bgsave, send_bulk.
  const state =
    master?.is === 'answered'
      ? attachedReplicas(master).find(one => one.port === reading.port)?.state
      : undefined
  if (state) return ['wait', `${state}${received(reading, style)}`, 'warn']
  const {master_link_down_since_seconds: seconds = '-1'} = reading.replication
  // If the master is down, its own row says for how long: a second clock would only differ.
  if (Number(seconds) < 0 || master?.is === 'silent')
    return ['down', style.text('ui.link', {state: 'DOWN'}), 'bad']
  return ['down', style.text('ui.linkDown', {seconds}), 'bad']
}

/** How much of the copy has arrived: ` 40%`, or ` 12000 bytes` of one that is streamed, whose size nobody knows. Empty before the transfer. */
function received({replication}: Answered, style: Style): string {
  const {master_sync_perc: perc, master_sync_total_bytes: total, master_sync_read_bytes: bytes} = replication
  if (perc === undefined) return ''
  return Number(total) > 0 || bytes === undefined
    ? ` ${Math.floor(Number(perc))}%`
    : ` ${style.text('ui.received', {bytes})}`
}

/** What a master reports about one replica: `⇄ slave0 6480 online`, and how long ago it heard from it if that is long. */
export function attachedWords(one: AttachedReplica, i: number, style: Style): string {
  const glyph = style.sign(one.state === 'online' ? 'linked' : 'wait')
  // A healthy lag alternates between 0 and 1 every second.
  const lag = one.lag < 2 ? '' : ` lag=${one.lag}`
  return `${glyph} slave${i} ${one.port} ${one.state}${lag}`
}

/** Bytes; empty if that is not known. Without a link, 0 would promise what nobody knows: the next write does not arrive. */
export function behindWords(reading: Reading, now: Snapshot): Line {
  const bytes = behindOf(reading, now)
  const linked = reading.is === 'answered' && linkIsUp(reading)
  return bytes === undefined || (bytes === 0 && !linked)
    ? []
    : [span(String(bytes), bytes > 0 ? 'warn' : 'plain')]
}

/** Cells of the chart in a column of `width`: the peak stands behind it if there is room. */
export function chartCells(width: number): number {
  const room = width >= leastChart + mostWidth ? width - mostWidth : width
  return Math.min(mostCells, room)
}

/** A chart of how far the replica was behind recently, and its peak, in at most `width` cells. Empty if there is no room or no master. */
export function lagWords(reading: Reading, {now, lags, style}: NodesInput, width: number): Line {
  const samples = lags[reading.name]
  const withMost = width >= leastChart + mostWidth
  const cells = chartCells(width)
  if (!samples || cells < leastChart) return []
  const steps = lagSteps(samples, now.at, cells)
  const most = Math.max(...steps.map(bytes => bytes ?? 0))
  if (steps.every(bytes => bytes === undefined)) return []
  const chart = span(sparkline(steps, Math.max(most, lowestTop), style.theme), most > 0 ? 'accent' : 'dim')
  if (!withMost || most === 0) return [chart]
  return [chart, span(padTo(` ${style.text('ui.most', {bytes: most})}`, mostWidth), 'dim')]
}
