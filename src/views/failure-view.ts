// The nodes pane as six opinions: who says what of whom, and whether a suspicion has become the majority's.

import {type FailureView, failureViews, type Opinion, suspicions} from '../model/cluster/failure-view.ts'
import type {Snapshot} from '../model/cluster/snapshot.ts'
import type {Style} from './draw/style.ts'
import {cutTo, emptyLine, type Line, padTo, span, type Tone, widthOf} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

/** How wide the columns are, cells: of the nodes that speak, of an opinion. With signs beside the words if there is room. */
type Columns = Readonly<{first: number; cell: number; signs: boolean}>

/** A row a node, a column for each it speaks of, then its epochs; below, what comes of the suspicions, and what the words mean. */
export function failureView(now: Snapshot, style: Style, width: number): readonly Line[] {
  const views = failureViews(now)
  if (views.length === 0) return wrap([span(style.text('opinions.none'), 'dim')], width)
  const columns = columnsFor(views, style, width)
  const table = [
    headOf(views, style, columns),
    ...views.map(view => rowOf(view, views.length, style, columns)),
  ]
  const sums = suspicions(now).flatMap(({port, masters, needed, failed}) => {
    const key = failed ? 'opinions.failed' : 'opinions.suspected'
    const glyph = style.sign(failed ? 'down' : 'silent')
    return wrap(
      [span(`${glyph} ${style.text(key, {port, masters, needed})}`, failed ? 'bad' : 'warn')],
      width,
      2,
    )
  })
  const legend = wrap([span(style.text('opinions.legend'), 'dim')], width)
  return [
    ...table.map(words => cutTo(words, width)),
    ...(sums.length > 0 ? [emptyLine, ...sums] : []),
    emptyLine,
    ...legend,
  ]
}

function columnsFor(views: readonly FailureView[], style: Style, width: number): Columns {
  const roomy = {first: widthOf(style.text('opinions.of')) + 3, cell: 8, signs: true}
  const epochs = widthOf(style.text('opinions.epochs'))
  const wide = roomy.first + roomy.cell * views.length + epochs <= width
  return wide ? roomy : {first: 6, cell: 6, signs: false}
}

function headOf(views: readonly FailureView[], style: Style, {first, cell, signs}: Columns): Line {
  const [of, epochs] = signs
    ? ([style.text('opinions.of'), style.text('opinions.epochs')] as const)
    : (['', style.text('opinions.epochsShort')] as const)
  return [
    span(padTo(of, first), 'dim'),
    ...views.map(({port}) => span(padTo(String(port), cell), 'bright')),
    span(epochs, 'dim'),
  ]
}

function rowOf(
  {port, says, epoch, currentEpoch}: FailureView,
  count: number,
  style: Style,
  {first, cell, signs}: Columns,
): Line {
  const label = span(padTo(String(port), first), says ? 'bright' : 'dim')
  if (!says) {
    const silent: Line = [span(`${style.sign('silent')} ${style.text('opinions.silent')}`, 'bad')]
    return [label, ...cutTo(silent, cell * count)]
  }
  return [
    label,
    ...says.map(opinion => cellOf(opinion, style, signs, cell)),
    span(signs ? `${epoch} / ${currentEpoch}` : `${epoch}/${currentEpoch}`),
  ]
}

function cellOf(opinion: Opinion, style: Style, withSign: boolean, width: number) {
  const [glyph, tone] = lookOf[opinion]
  const head = withSign && glyph ? `${style.sign(glyph)} ` : ''
  return span(padTo(head + wordFor(opinion, style), width), tone)
}

/** Redis's own words where it has one. */
function wordFor(opinion: Opinion, style: Style): string {
  if (opinion === 'itself') return '-'
  if (opinion === 'unlinked') return style.text('opinions.unlinked')
  if (opinion === 'handshake') return style.text('opinions.handshake')
  return opinion === 'unknown' ? '?' : opinion
}

const lookOf: Readonly<Record<Opinion, readonly [glyph: SignName | undefined, tone: Tone]>> = {
  itself: [undefined, 'dim'],
  ok: ['met', 'good'],
  'fail?': ['silent', 'warn'],
  fail: ['down', 'bad'],
  unlinked: ['open', 'warn'],
  handshake: ['open', 'warn'],
  unknown: [undefined, 'dim'],
}
