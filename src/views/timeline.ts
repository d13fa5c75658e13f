// The timeline, the newest event at the bottom: time, sign, event; above a failover, what it cost.

import type {Roster} from '../model/cluster/node.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {phaseSentence, type TimelineRow, timelineRows} from '../model/timeline/describe.ts'
import type {TimelineEntry} from '../model/timeline/entry.ts'
import type {Phase} from '../model/timeline/phases.ts'
import type {Size} from './draw/pane-sizes.ts'
import type {Style} from './draw/style.ts'
import {
  cutTo,
  emptyLine,
  type Line,
  line,
  padTo,
  type Span,
  span,
  type Tone,
  widthOf,
} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

/** All lines; the pane shows the last of them. */
export function timelineView(state: Shown, style: Style, columns: number): readonly Line[] {
  return timelineBlocks(state, style, columns).flatMap(({lines}) => lines)
}

type Shown = Pick<LabState, 'timeline' | 'roster'>

/** The lines of a heading: its sentence, and the bar of phases if there is one. */
type Heading = Readonly<{title: readonly Line[]; bar: readonly Line[]}>

/** The lines of one row. */
type Block = Readonly<{lines: readonly Line[]; heading?: Heading}>

/** From this height on the whole heading and its bar stay in sight. */
const roomForHeading = 10

/** `rows` lines from `from` on. Instead of the first ones stands the heading of the failover that they belong to, if that is out of sight. */
export function timelineFrom(
  state: Shown,
  style: Style,
  {from, columns, rows}: Size & Readonly<{from: number}>,
): readonly Line[] {
  const blocks = timelineBlocks(state, style, columns)
  // The end of a sentence whose beginning is out of sight says nothing.
  const lines = blocks.flatMap(block => block.lines.map((words, nth) => ({words, nth})))
  let heading: Heading | undefined
  let at = 0
  for (const block of blocks) {
    if (block.heading && at <= from) heading = at < from ? block.heading : undefined
    at += block.lines.length
  }
  const kept = heading ? keptOf(heading, rows >= roomForHeading, columns) : []
  const shown = lines.slice(from + kept.length, from + rows)
  const begins =
    kept.length === 0
      ? 0
      : Math.max(
          0,
          shown.findIndex(({nth}) => nth === 0),
        )
  return [...kept, ...shown.map(({words}, i) => (i < begins ? emptyLine : words))]
}

/** In little room only the beginning of the heading. */
function keptOf({title, bar}: Heading, hasRoom: boolean, columns: number): readonly Line[] {
  if (hasRoom) return [...title, ...bar]
  const [first = emptyLine, ...others] = title
  return [others.length > 0 ? cutTo([...first, span(' …', 'bright')], columns) : first]
}

function timelineBlocks({timeline, roster}: Shown, style: Style, columns: number): readonly Block[] {
  const rows = rowsOf(timeline, roster)
  if (rows.length === 0) return [{lines: wrap(line(style.text('timeline.empty')), columns)}]
  const column = Math.max(...rows.map(({time}) => widthOf(time)))
  const legend = rows.some(({time}) => time.startsWith('~'))
    ? wrap(line(style.text('timeline.legend'), 'dim'), columns)
    : []
  return [
    {lines: legend},
    ...rows.map(row =>
      row.kind === 'heading'
        ? headingBlock(row, style, columns)
        : {lines: rowLines(row, style, columns, column)},
    ),
  ]
}

let made: Readonly<{of: readonly TimelineEntry[]; roster: Roster; rows: readonly TimelineRow[]}> | undefined

/** Remembers the last timeline's rows: it is drawn more often than it changes. */
function rowsOf(of: readonly TimelineEntry[], roster: Roster): readonly TimelineRow[] {
  if (made?.of !== of || made.roster !== roster) made = {of, roster, rows: timelineRows(of, roster)}
  return made.rows
}

function headingBlock({sentence, phases = []}: TimelineRow, style: Style, columns: number): Block {
  const rule = span(`${style.sign('rule').repeat(2)} `, 'accent')
  const title = wrap([rule, span(style.translate(sentence), 'bright')], columns, 3)
  const bar = phaseLine(phases, style, columns)
  return {lines: [...title, ...bar], heading: {title, bar}}
}

function rowLines(
  {time, kind, sentence}: TimelineRow,
  style: Style,
  columns: number,
  column: number,
): readonly Line[] {
  const words = style.translate(sentence)
  const [name, tone] = looks[kind] ?? ['dot', 'dim']
  const head: readonly Span[] = [span(`${padTo(time, column)} `, 'dim'), span(`${style.sign(name)} `, tone)]
  return wrap([...head, span(words, tone === 'dim' ? 'plain' : tone)], columns, column + 3)
}

/** A longer bar says no more, cells. */
const longestBar = 100

const toneOfPhase: Readonly<Record<Phase['is'], Tone>> = {
  unnoticed: 'dim',
  suspected: 'warn',
  election: 'bad',
  sdown: 'warn',
  failover: 'bad',
}

/** `━━━━━━ unnoticed ~4.0 s ━ fail? ~0.8 s ━ election 0.874 s`: rules as long as the phases last. Nothing if there is no room. */
function phaseLine(phases: readonly Phase[], style: Style, columns: number): readonly Line[] {
  const labels = phases.map(phase => ` ${style.translate(phaseSentence(phase))} `)
  const all = phases.reduce((sum, {ms}) => sum + ms, 0)
  // A cell for each phase, however short.
  const room = Math.min(columns, longestBar) - widthOf(labels.join('')) - phases.length
  if (phases.length < 2 || all === 0 || room < 0) return []
  const bar = phases.flatMap(({is, ms}, i) => {
    const rule = style.sign('done').repeat(1 + Math.floor((room * ms) / all))
    return [span(rule, toneOfPhase[is]), span(labels[i] ?? '')]
  })
  return [bar]
}

type Look = readonly [sign: SignName, tone: Tone]

/** What stands out; `dim` is the tone of an ordinary event, whose text is plain. */
const looks: Readonly<Partial<Record<TimelineRow['kind'], Look>>> = {
  killed: ['down', 'bad'],
  stopped: ['down', 'bad'],
  exited: ['down', 'bad'],
  failed: ['down', 'bad'],
  stateFail: ['down', 'bad'],
  paused: ['paused', 'bad'],
  stateOk: ['met', 'good'],
  dataLost: ['lost', 'bad'],
  linksCut: ['cut', 'bad'],
  linksClosed: ['cut', 'bad'],
  linksSlow: ['cut', 'warn'],
  linksHealed: ['linked', 'good'],
  heldUp: ['silent', 'warn'],
  allSilent: ['silent', 'warn'],
  silent: ['silent', 'warn'],
  suspected: ['silent', 'warn'],
  sdown: ['silent', 'warn'],
  odown: ['down', 'bad'],
  failoverGivenUp: ['lost', 'warn'],
  tilt: ['lost', 'warn'],
  masterSwitched: ['sentinel', 'good'],
  moveFailed: ['lost', 'warn'],
  unassigned: ['lost', 'warn'],
  given: ['lost', 'warn'],
  forgotten: ['lost', 'warn'],
  reset: ['lost', 'warn'],
  denied: ['lost', 'warn'],
  stuck: ['lost', 'warn'],
  manualTimedOut: ['lost', 'warn'],
  masterSilent: ['lost', 'warn'],
  replicaSilent: ['lost', 'warn'],
  bufferFull: ['lost', 'warn'],
  linkLost: ['lost', 'warn'],
  linkCause: ['lost', 'warn'],
  stays: ['lost', 'warn'],
  stranded: ['lost', 'warn'],
  won: ['master', 'good'],
  takeover: ['master', 'good'],
  slots: ['master', 'good'],
  promoted: ['master', 'good'],
  follows: ['replica', 'dim'],
}
