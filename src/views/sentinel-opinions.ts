// The table of opinions where Sentinels watch: how each sees every node and every other Sentinel, and which master it names.

import {
  lastLeader,
  type SentinelOpinion,
  type SentinelOpinions,
  sentinelOpinions,
} from '../model/cluster/sentinel-opinions.ts'
import {sentinelSums} from '../model/cluster/sentinel-sums.ts'
import {type Snapshot, startedNodes} from '../model/cluster/snapshot.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, type Line, line, span, type Tone} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'
import {type Column, fitsIn, tableOf} from './table.ts'

/** A row for each Sentinel, a column for each node and Sentinel; below, the sums, the last leader and a legend. */
export function sentinelOpinionsView(now: Snapshot, style: Style, width: number): readonly Line[] {
  const views = sentinelOpinions(now)
  const [roomy, tight] = [true, false].map(signed => columnsOf(views, now, {style, signed}))
  const table = tableOf(fitsIn(roomy ?? [], width) ? (roomy ?? []) : (tight ?? []), {width, headed: true})
  const sums = sentinelSums(now).flatMap(({grave, words}) => {
    const [sign, tone] = grave ? (['down', 'bad'] as const) : (['silent', 'warn'] as const)
    return wrap(line(`${style.sign(sign)} ${style.translate(words)}`, tone), width, 2)
  })
  const leader = lastLeader(now)
  const led = leader
    ? wrap(
        line(
          `${style.sign('sentinel')} ${style.text('opinions.led', {...leader, voters: leader.voters.join(', ')})}`,
        ),
        width,
        2,
      )
    : []
  return [
    ...table,
    ...(sums.length + led.length > 0 ? [emptyLine, ...sums, ...led] : []),
    emptyLine,
    ...wrap(line(style.text('opinions.sentinelLegend')), width),
  ]
}

type Looks = Readonly<{style: Style; signed: boolean}>

function columnsOf(views: readonly SentinelOpinions[], now: Snapshot, looks: Looks): readonly Column[] {
  const {style, signed} = looks
  const silent: Line = line(`${style.sign('silent')} ${style.text('opinions.silent')}`, 'bad')
  const opinions = startedNodes(now).map(({port}, i): Column => {
    const cells = views.map(({says}) => {
      const opinion = says?.[i]
      if (opinion) return [cellOf(opinion, looks)]
      return i === 0 ? silent : emptyLine
    })
    return {title: line(String(port), 'bright'), cells, least: signed ? 8 : 6, isLoose: true}
  })
  return [
    {
      title: line(signed ? style.text('opinions.of') : '', 'dim'),
      cells: views.map(({port, says}) => line(String(port), says ? 'bright' : 'dim')),
      least: 5,
    },
    ...opinions,
    {
      title: line(style.text('opinions.names'), 'dim'),
      cells: views.map(({master}) => (master === undefined ? emptyLine : line(String(master)))),
      least: 0,
    },
  ]
}

function cellOf(opinion: SentinelOpinion, {style, signed}: Looks) {
  const [sign, tone] = lookOf[opinion]
  const head = signed && sign ? `${style.sign(sign)} ` : ''
  return span(head + wordFor(opinion, style), tone)
}

/** The flag as SENTINEL MASTER prints it, where there is one. */
function wordFor(opinion: SentinelOpinion, style: Style): string {
  if (opinion === 'itself') return '-'
  if (opinion === 'unlinked') return style.text('opinions.unlinked')
  return opinion === 'unknown' ? '?' : opinion
}

const lookOf: Readonly<Record<SentinelOpinion, readonly [sign: SignName | undefined, tone: Tone]>> = {
  itself: [undefined, 'dim'],
  ok: ['met', 'good'],
  s_down: ['silent', 'warn'],
  o_down: ['down', 'bad'],
  unlinked: ['open', 'warn'],
  unknown: [undefined, 'dim'],
}
