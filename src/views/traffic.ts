// The client's traffic: charts of replies, errors and latency over the last minute; totals, and the writes that were lost.

import type {LabState} from '../model/state/lab-state.ts'
import {
  type Bucket,
  bucketLasts,
  errorCount,
  mostBuckets,
  stuckCommands,
  type Traffic,
} from '../model/state/traffic.ts'
import {trafficWords} from '../model/state/traffic-words.ts'
import {type Message, message} from '../model/text/messages.ts'
import {sparkline} from './draw/sparkline.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, lineWidth, padTo, span, type Tone, widthOf} from './draw/styled-text.ts'
import {wrap} from './draw/wrap.ts'

type Row = Readonly<{
  label: string
  tone: Tone
  /** Undefined if the bucket has no value. */
  of: (bucket: Bucket) => number | undefined
  /** The current value, as text. */
  now: string
}>

/** Cells of a chart: fewer show nothing; in a single line, more are not worth the room. */
const [leastCells, mostInLine] = [8, 30]

/** The longest usual latency, ms: room for it is reserved, so that the charts keep their width. */
const slowest = '9999.9'

const toneOf: Readonly<Partial<Record<Message['key'], Tone>>> = {
  'traffic.atWork': 'bright',
  'traffic.atWork.from': 'bright',
  'traffic.atWork.master': 'bright',
  'traffic.atWork.replicas': 'bright',
  'traffic.stopped': 'bright',
  'traffic.errors': 'warn',
  'traffic.lost': 'bad',
  'traffic.kept': 'good',
  'traffic.side': 'bad',
  'traffic.side.kept': 'good',
}

export function trafficView({traffic}: LabState, style: Style, columns: number): readonly Line[] {
  const sentence = (one: Message) => wrap([span(style.translate(one), toneOf[one.key] ?? 'plain')], columns)
  if (!traffic) return sentence(message('traffic.none'))
  const [head, ...sums] = trafficWords(traffic).map(sentence)
  return [...(head ?? []), ...chartLines(traffic, style, columns), emptyLine, ...sums.flat()]
}

function chartLines(traffic: Traffic, style: Style, columns: number): readonly Line[] {
  const rows = rowsOf(traffic, style)
  const labels = Math.max(...rows.map(({label}) => widthOf(label))) + 1
  const values = widthOf(style.text('traffic.within', {p95: slowest}))
  const cells = Math.max(leastCells, columns - labels - values - 1)
  return rows.map(row => {
    const chart = chartOf(row, traffic, cells, style)
    const value = ' '.repeat(Math.max(0, values - widthOf(row.now))) + row.now
    // The chart grows away from its value until it is full.
    return cutTo([span(padTo(row.label, labels), 'dim'), span(`${value} `), chart], columns)
  })
}

/** The traffic in a single line, with as much of the two charts as has room. Undefined if there was no client. */
export function trafficLine({traffic}: LabState, style: Style, columns: number): Line | undefined {
  if (!traffic) return undefined
  const {totals, lost} = traffic
  const [ok, failed] = rowsOf(traffic, style)
  const name = span(`${style.text('traffic.name')} `, 'dim')
  const answered = span(` ${style.text('traffic.okShort', {ok: totals.ok})}`)
  const errors = errorCount(totals.errors)
  const failures = span(` ${style.text('traffic.errorsShort', {errors})}`, errors > 0 ? 'warn' : 'plain')
  const waiting = stuckCommands(traffic)
  const stuck = waiting > 0 ? [span(` · ${style.text('traffic.waitingShort', {waiting})}`, 'warn')] : []
  const gone = lost
    ? [
        span(
          ` · ${style.text('traffic.lostShort', {writes: lost.writes, of: lost.of})}`,
          lost.writes > 0 ? 'bad' : 'good',
        ),
      ]
    : []
  const room = columns - lineWidth([name, answered, failures, ...stuck, ...gone]) - 1
  const cells = Math.min(mostInLine, Math.floor(room / 2))
  const chart = (row: Row) => {
    if (cells < leastCells) return []
    const {text, tone} = chartOf(row, traffic, cells, style)
    return [span(text.padStart(cells), tone)]
  }
  return cutTo(
    [name, ...chart(ok), answered, span(' '), ...chart(failed), failures, ...stuck, ...gone],
    columns,
  )
}

/** Replies, errors, latency. */
function rowsOf({is, buckets}: Traffic, style: Style): readonly [Row, Row, Row] {
  const second = is === 'on' ? buckets.slice(-1000 / bucketLasts) : []
  const perSecond = (of: (bucket: Bucket) => number) =>
    style.text('traffic.perSecond', {n: second.reduce((sum, bucket) => sum + of(bucket), 0)})
  const latency = second.findLast(bucket => bucket.latency)?.latency
  const ok = ({ok}: Bucket) => ok
  const failed = ({errors}: Bucket) => errorCount(errors)
  return [
    {label: style.text('traffic.answered'), tone: 'good', of: ok, now: perSecond(ok)},
    {label: style.text('traffic.failed'), tone: 'bad', of: failed, now: perSecond(failed)},
    {
      label: style.text('traffic.latency'),
      tone: 'accent',
      of: ({latency}) => latency?.p95,
      now: latency ? style.text('traffic.within', {p95: latency.p95}) : '',
    },
  ]
}

/** A chart of at most `cells` cells, the newest at the right end; a cell averages several buckets if that is needed to show the last minute. */
function chartOf({of, tone}: Row, {buckets}: Traffic, cells: number, {theme}: Style) {
  const inCell = Math.min(Math.ceil(mostBuckets / cells), 4)
  const groups = Map.groupBy(buckets, ({at}) => Math.floor(at / bucketLasts / inCell))
  const values = [...groups.values()].map(group => mean(group.flatMap(bucket => of(bucket) ?? [])))
  const shown = values.slice(-cells)
  const most = Math.max(...shown.map(value => value ?? 0))
  return span(sparkline(shown, most, theme), most > 0 ? tone : 'dim')
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}
