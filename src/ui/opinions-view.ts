// The nodes pane as six opinions: who says what of whom, and whether a suspicion has become the majority's.

import {type Opinion, opinionsIn, suspicions, type View} from '../model/opinions.ts'
import type {Snapshot} from '../model/snapshot.ts'
import {cutTo, emptyLine, type Line, line, padTo, span, type Tone} from './line.ts'
import {type Wording, word} from './wording.ts'
import {wrap} from './wrap.ts'

const cell = 7

/** A row a node, a column for each it speaks of, then its epochs; below, what comes of the suspicions. */
export function opinionsView(now: Snapshot, wording: Wording, width: number): readonly Line[] {
  const views = opinionsIn(now)
  if (views.length === 0) return wrap([span(word(wording, 'opinions.none'), 'dim')], width)
  const first = labelWidth(wording)
  const table = [
    headOf(views, wording, first),
    ...views.map(view => rowOf(view, views.length, wording, first)),
  ]
  const sums = suspicions(now).map(({port, masters, needed, failed}) => {
    const key = failed ? 'opinions.failed' : 'opinions.suspected'
    return line(word(wording, key, {port, masters, needed}), failed ? 'bad' : 'warn')
  })
  return [...table, ...(sums.length > 0 ? [emptyLine, ...sums] : [])].map(words => cutTo(words, width))
}

function labelWidth(wording: Wording): number {
  return (
    Math.max(
      ...['opinions.says', 'opinions.of'].map(
        key => word(wording, key as 'opinions.says', {port: 65_535}).length,
      ),
    ) + 3
  )
}

function headOf(views: readonly View[], wording: Wording, first: number): Line {
  return [
    span(padTo(word(wording, 'opinions.of'), first), 'dim'),
    ...views.map(({port}) => span(padTo(String(port), cell), 'bright')),
    span(word(wording, 'opinions.epochs'), 'dim'),
  ]
}

function rowOf(
  {port, says, epoch, currentEpoch}: View,
  count: number,
  wording: Wording,
  first: number,
): Line {
  const label = span(padTo(word(wording, 'opinions.says', {port}), first), says ? 'bright' : 'dim')
  if (!says) return [label, span(padTo(word(wording, 'opinions.silent'), cell * count), 'bad')]
  return [
    label,
    ...says.map(opinion => span(padTo(wordFor(opinion, wording), cell), toneOf[opinion])),
    span(`${epoch} / ${currentEpoch}`),
  ]
}

/** Redis's own words where it has one. */
function wordFor(opinion: Opinion, wording: Wording): string {
  if (opinion === 'itself') return '-'
  if (opinion === 'unlinked') return word(wording, 'opinions.unlinked')
  return opinion === 'unknown' ? '?' : opinion === 'handshake' ? 'shake' : opinion
}

const toneOf: Readonly<Record<Opinion, Tone>> = {
  itself: 'dim',
  ok: 'good',
  'fail?': 'warn',
  fail: 'bad',
  unlinked: 'warn',
  handshake: 'warn',
  unknown: 'dim',
}
