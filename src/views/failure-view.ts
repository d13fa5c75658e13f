// The nodes pane as a table of opinions: how each node sees each other node, and whether a majority shares a suspicion.

import {type FailureView, failureViews, type Opinion, suspicions} from '../model/cluster/failure-view.ts'
import type {Snapshot} from '../model/cluster/snapshot.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, line, padTo, span, type Tone, widthOf} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

type Table = Readonly<{
  views: readonly FailureView[]
  style: Style
  /** Widths in cells, of the first column and of an opinion. */
  first: number
  cell: number
  /** There is room for a sign beside each opinion, and for whole words in the head. */
  roomy: boolean
}>

/** A row for each node that has an opinion, a column for each node it is about, then the epochs; below, the suspicions and a legend. */
export function failureView(now: Snapshot, style: Style, width: number): readonly Line[] {
  const views = failureViews(now)
  if (views.length === 0) return wrap(line(style.text('opinions.none')), width)
  const table = tableFor(views, style, width)
  const rows = [headOf(table), ...views.map(view => rowOf(view, table))]
  const sums = suspicions(now).flatMap(({port, masters, needed, failed}) => {
    const [sign, key, tone] = failed
      ? (['down', 'opinions.failed', 'bad'] as const)
      : (['silent', 'opinions.suspected', 'warn'] as const)
    return wrap(line(`${style.sign(sign)} ${style.text(key, {port, masters, needed})}`, tone), width, 2)
  })
  return [
    ...rows.map(words => cutTo(words, width)),
    ...(sums.length > 0 ? [emptyLine, ...sums] : []),
    emptyLine,
    ...wrap(line(style.text('opinions.legend')), width),
  ]
}

function tableFor(views: readonly FailureView[], style: Style, width: number): Table {
  const [first, cell] = [widthOf(style.text('opinions.of')) + 3, 8]
  const roomy = first + cell * views.length + widthOf(style.text('opinions.epochs')) <= width
  return roomy ? {views, style, first, cell, roomy} : {views, style, first: 6, cell: 6, roomy}
}

function headOf({views, style, first, cell, roomy}: Table): Line {
  return [
    span(padTo(roomy ? style.text('opinions.of') : '', first), 'dim'),
    ...views.map(({port}) => span(padTo(String(port), cell), 'bright')),
    span(style.text(roomy ? 'opinions.epochs' : 'opinions.epochsShort'), 'dim'),
  ]
}

function rowOf({port, says, epoch, currentEpoch}: FailureView, table: Table): Line {
  const {views, style, first, cell, roomy} = table
  const label = span(padTo(String(port), first), says ? 'bright' : 'dim')
  if (!says) {
    const silent = line(`${style.sign('silent')} ${style.text('opinions.silent')}`, 'bad')
    return [label, ...cutTo(silent, cell * views.length)]
  }
  return [
    label,
    ...says.map(opinion => cellOf(opinion, table)),
    span(roomy ? `${epoch} / ${currentEpoch}` : `${epoch}/${currentEpoch}`),
  ]
}

function cellOf(opinion: Opinion, {style, cell, roomy}: Table) {
  const [sign, tone] = lookOf[opinion]
  const head = roomy && sign ? `${style.sign(sign)} ` : ''
  return span(padTo(head + wordFor(opinion, style), cell), tone)
}

/** The flag as CLUSTER NODES prints it, where there is one. */
function wordFor(opinion: Opinion, style: Style): string {
  if (opinion === 'itself') return '-'
  if (opinion === 'unlinked') return style.text('opinions.unlinked')
  if (opinion === 'handshake') return style.text('opinions.handshake')
  return opinion === 'unknown' ? '?' : opinion
}

const lookOf: Readonly<Record<Opinion, readonly [sign: SignName | undefined, tone: Tone]>> = {
  itself: [undefined, 'dim'],
  ok: ['met', 'good'],
  'fail?': ['silent', 'warn'],
  fail: ['down', 'bad'],
  unlinked: ['open', 'warn'],
  handshake: ['open', 'warn'],
  unknown: [undefined, 'dim'],
}
