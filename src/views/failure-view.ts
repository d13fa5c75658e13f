// The nodes pane as a table of opinions: how each node sees each other node, and whether a majority shares a suspicion.

import {
  type FailureView,
  failureViews,
  type Opinion,
  subjectsOf,
  suspicions,
} from '../model/cluster/failure-view.ts'
import {type Direction, faultOf, type Links} from '../model/cluster/links.ts'
import {type Snapshot, startedNodes} from '../model/cluster/snapshot.ts'
import {staySentences} from '../model/explain/way-back.ts'
import type {LabState} from '../model/state/lab-state.ts'
import type {Style} from './draw/style.ts'
import {emptyLine, type Line, line, span, type Tone} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'
import {sentinelOpinionsView} from './sentinel-opinions.ts'
import {type Column, fitsIn, tableOf} from './table.ts'

/** What the table is made from. The logs tell why nobody is elected. */
type Opinions = Readonly<{snapshot: Snapshot}> & Pick<LabState, 'logs' | 'links'>

/**
 * A row for each node that has an opinion, a column for each node it is about, then the epochs; below, the suspicions and a legend. `causes`: also why
 * nobody takes over.
 */
export function failureView(state: Opinions, style: Style, width: number, causes = true): readonly Line[] {
  const now = state.snapshot
  if (now.stage === 'sentinel') return sentinelOpinionsView(now, style, width)
  const views = failureViews(now)
  if (views.length === 0) return wrap(line(style.text('opinions.none')), width)
  // With a sign beside each opinion if there is room.
  const {links = []} = state
  const [roomy, tight] = [true, false].map(signed => columnsOf(views, now, {style, signed, links}))
  const table = tableOf(fitsIn(roomy ?? [], width) ? (roomy ?? []) : (tight ?? []), {width, headed: true})
  const sums = suspicions(now).flatMap(({port, masters, needed, failed}) => {
    const [sign, key, tone] = failed
      ? (['down', 'opinions.failed', 'bad'] as const)
      : (['silent', 'opinions.suspected', 'warn'] as const)
    return wrap(line(`${style.sign(sign)} ${style.text(key, {port, masters, needed})}`, tone), width, 2)
  })
  const stays = (causes ? staySentences(state) : []).flatMap(one =>
    wrap(line(`${style.sign('down')} ${style.translate(one)}`, 'bad'), width, 2),
  )
  return [
    ...table,
    ...(sums.length > 0 ? [emptyLine, ...sums, ...stays] : []),
    emptyLine,
    ...(links.length > 0 ? wrap(line(style.text('opinions.deaf', {sign: style.sign('cut')})), width) : []),
    ...wrap(line(style.text('opinions.legend')), width),
  ]
}

type Looks = Readonly<{style: Style; signed: boolean; links: Links}>

function columnsOf(views: readonly FailureView[], now: Snapshot, looks: Looks): readonly Column[] {
  const {style, signed} = looks
  const silent: Line = line(`${style.sign('silent')} ${style.text('opinions.silent')}`, 'bad')
  const opinions = subjectsOf(now).map((port, i): Column => {
    const subject = startedNodes(now)[i]?.name
    const cells = views.map(({name, says}) => {
      const opinion = says?.[i]
      if (opinion) return [cellOf(opinion, looks), ...deafMark({from: subject ?? name, to: name}, looks)]
      return i === 0 ? silent : emptyLine
    })
    return {
      title: line(String(port), 'bright'),
      cells,
      least: (signed ? 7 : 5) + (looks.links.length > 0 ? 2 : 0),
      isLoose: true,
    }
  })
  return [
    {
      title: line(signed ? style.text('opinions.of') : '', 'dim'),
      cells: views.map(({port, says}) => line(String(port), says ? 'bright' : 'dim')),
      least: 5,
    },
    ...opinions,
    {
      title: line(style.text(signed ? 'opinions.epochs' : 'opinions.epochsShort'), 'dim'),
      cells: views.map(({says, epoch, currentEpoch}) =>
        says ? line(signed ? `${epoch} / ${currentEpoch}` : `${epoch}/${currentEpoch}`) : emptyLine,
      ),
      least: 0,
    },
  ]
}

/** Stands behind the opinion of a node that does not hear the other. */
function deafMark(direction: Direction, {style, links}: Looks): Line {
  const fault = faultOf(links, direction)
  return fault && fault.is !== 'slow' ? [span(` ${style.sign('cut')}`, 'bad')] : []
}

function cellOf(opinion: Opinion, {style, signed}: Looks) {
  const [sign, tone] = lookOf[opinion]
  const head = signed && sign ? `${style.sign(sign)} ` : ''
  return span(head + wordFor(opinion, style), tone)
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
