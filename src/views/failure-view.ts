// The nodes pane as six opinions: who says what of whom, and whether a suspicion has become the majority's.

import {type FailureView, failureViews, type Opinion, suspicions} from '../model/cluster/failure-view.ts'
import type {Snapshot} from '../model/cluster/snapshot.ts'
import {type Presentation, translateKey} from './draw/presentation.ts'
import {cutTo, emptyLine, type Line, padTo, span, type Tone, widthOf} from './draw/styled-text.ts'
import {type SignName, sign} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

/** How wide the columns are, cells: of the nodes that speak, of an opinion. With signs beside the words if there is room. */
type Columns = Readonly<{first: number; cell: number; signs: boolean}>

/** A row a node, a column for each it speaks of, then its epochs; below, what comes of the suspicions, and what the words mean. */
export function failureView(now: Snapshot, wording: Presentation, width: number): readonly Line[] {
  const views = failureViews(now)
  if (views.length === 0) return wrap([span(translateKey(wording, 'opinions.none'), 'dim')], width)
  const columns = columnsFor(views, wording, width)
  const table = [
    headOf(views, wording, columns),
    ...views.map(view => rowOf(view, views.length, wording, columns)),
  ]
  const sums = suspicions(now).flatMap(({port, masters, needed, failed}) => {
    const key = failed ? 'opinions.failed' : 'opinions.suspected'
    const glyph = sign(failed ? 'down' : 'silent', wording.theme)
    return wrap(
      [span(`${glyph} ${translateKey(wording, key, {port, masters, needed})}`, failed ? 'bad' : 'warn')],
      width,
      2,
    )
  })
  const legend = wrap([span(translateKey(wording, 'opinions.legend'), 'dim')], width)
  return [
    ...table.map(words => cutTo(words, width)),
    ...(sums.length > 0 ? [emptyLine, ...sums] : []),
    emptyLine,
    ...legend,
  ]
}

function columnsFor(views: readonly FailureView[], wording: Presentation, width: number): Columns {
  const roomy = {first: widthOf(translateKey(wording, 'opinions.of')) + 3, cell: 8, signs: true}
  const epochs = widthOf(translateKey(wording, 'opinions.epochs'))
  const wide = roomy.first + roomy.cell * views.length + epochs <= width
  return wide ? roomy : {first: 6, cell: 6, signs: false}
}

function headOf(views: readonly FailureView[], wording: Presentation, {first, cell, signs}: Columns): Line {
  const [of, epochs] = signs
    ? ([translateKey(wording, 'opinions.of'), translateKey(wording, 'opinions.epochs')] as const)
    : (['', translateKey(wording, 'opinions.epochsShort')] as const)
  return [
    span(padTo(of, first), 'dim'),
    ...views.map(({port}) => span(padTo(String(port), cell), 'bright')),
    span(epochs, 'dim'),
  ]
}

function rowOf(
  {port, says, epoch, currentEpoch}: FailureView,
  count: number,
  wording: Presentation,
  {first, cell, signs}: Columns,
): Line {
  const label = span(padTo(String(port), first), says ? 'bright' : 'dim')
  if (!says) {
    const silent: Line = [
      span(`${sign('silent', wording.theme)} ${translateKey(wording, 'opinions.silent')}`, 'bad'),
    ]
    return [label, ...cutTo(silent, cell * count)]
  }
  return [
    label,
    ...says.map(opinion => cellOf(opinion, wording, signs, cell)),
    span(signs ? `${epoch} / ${currentEpoch}` : `${epoch}/${currentEpoch}`),
  ]
}

function cellOf(opinion: Opinion, wording: Presentation, withSign: boolean, width: number) {
  const [glyph, tone] = lookOf[opinion]
  const head = withSign && glyph ? `${sign(glyph, wording.theme)} ` : ''
  return span(padTo(head + wordFor(opinion, wording), width), tone)
}

/** Redis's own words where it has one. */
function wordFor(opinion: Opinion, wording: Presentation): string {
  if (opinion === 'itself') return '-'
  if (opinion === 'unlinked') return translateKey(wording, 'opinions.unlinked')
  if (opinion === 'handshake') return translateKey(wording, 'opinions.handshake')
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
