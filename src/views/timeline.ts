// The timeline, the newest event at the bottom: time, sign, event; above a failover, what it cost.

import type {Roster} from '../model/cluster/node.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type TimelineRow, timelineRows} from '../model/timeline/describe.ts'
import type {TimelineEntry} from '../model/timeline/entry.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, padTo, type Span, span, type Tone, widthOf} from './draw/styled-text.ts'
import type {SignName} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

/** All lines; the pane shows the last of them. */
export function timelineView(
  {timeline, roster}: Pick<LabState, 'timeline' | 'roster'>,
  style: Style,
  columns: number,
): readonly Line[] {
  const rows = rowsOf(timeline, roster)
  if (rows.length === 0) return wrap(line(style.text('timeline.empty')), columns)
  const column = Math.max(...rows.map(({time}) => widthOf(time)))
  const legend = rows.some(({time}) => time.startsWith('~'))
    ? wrap(line(style.text('timeline.legend'), 'dim'), columns)
    : []
  return [...legend, ...rows.flatMap(row => rowLines(row, style, columns, column))]
}

let made: Readonly<{of: readonly TimelineEntry[]; roster: Roster; rows: readonly TimelineRow[]}> | undefined

/** Remembers the last timeline's rows: it is drawn more often than it changes. */
function rowsOf(of: readonly TimelineEntry[], roster: Roster): readonly TimelineRow[] {
  if (made?.of !== of || made.roster !== roster) made = {of, roster, rows: timelineRows(of, roster)}
  return made.rows
}

function rowLines(
  {time, kind, sentence}: TimelineRow,
  style: Style,
  columns: number,
  column: number,
): readonly Line[] {
  const words = style.translate(sentence)
  if (kind === 'heading') {
    const rule = span(`${style.sign('rule').repeat(2)} `, 'accent')
    return wrap([rule, span(words, 'bright')], columns, 3)
  }
  const [name, tone] = lookOf(kind)
  const head: readonly Span[] = [span(`${padTo(time, column)} `, 'dim'), span(`${style.sign(name)} `, tone)]
  return wrap([...head, span(words, tone === 'dim' ? 'plain' : tone)], columns, column + 3)
}

type Look = readonly [sign: SignName, tone: Tone]

/** `dim` is the tone of an ordinary event, whose text is plain. */
function lookOf(kind: TimelineRow['kind']): Look {
  switch (kind) {
    case 'killed':
    case 'stopped':
    case 'exited':
    case 'failed':
    case 'stateFail':
      return ['down', 'bad']
    case 'paused':
      return ['paused', 'bad']
    case 'stateOk':
      return ['met', 'good']
    case 'dataLost':
      return ['lost', 'bad']
    case 'heldUp':
    case 'allSilent':
    case 'silent':
    case 'suspected':
      return ['silent', 'warn']
    case 'unassigned':
    case 'given':
    case 'forgotten':
    case 'reset':
    case 'denied':
    case 'stuck':
    case 'manualTimedOut':
    case 'linkLost':
      return ['lost', 'warn']
    case 'won':
    case 'takeover':
    case 'slots':
    case 'promoted':
      return ['master', 'good']
    case 'follows':
      return ['replica', 'dim']
    default:
      return ['dot', 'dim']
  }
}
