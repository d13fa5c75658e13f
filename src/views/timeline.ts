// The timeline as lines of a pane, the newest at the bottom: when, a sign, what happened; over a failover what it cost.

import type {Roster} from '../model/cluster/node.ts'
import type {LabState} from '../model/state/lab-state.ts'
import {type TimelineRow, timelineRows} from '../model/timeline/describe.ts'
import type {TimelineEntry} from '../model/timeline/entry.ts'
import type {Style} from './draw/style.ts'
import {type Line, line, padTo, type Span, span, type Tone, widthOf} from './draw/styled-text.ts'
import {sign, type Theme} from './draw/theme.ts'
import {wrap} from './draw/wrap.ts'

/** All lines, at most `columns` wide; the pane shows the last of them. */
export function timelineView(
  {timeline, roster}: Pick<LabState, 'timeline' | 'roster'>,
  style: Style,
  columns: number,
): readonly Line[] {
  const rows = rowsOf(timeline, roster)
  if (rows.length === 0) return wrap(line(style.text('timeline.empty'), 'dim'), columns)
  const column = Math.max(...rows.map(({time}) => widthOf(time)))
  const legend = rows.some(({time}) => time.startsWith('~'))
    ? wrap(line(style.text('timeline.legend'), 'dim'), columns)
    : []
  return [...legend, ...rows.flatMap(row => rowLines(row, style, columns, column))]
}

let made: Readonly<{of: readonly TimelineEntry[]; roster: Roster; rows: readonly TimelineRow[]}> | undefined

/** A timeline never changes, and is drawn more often than a new one comes. */
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
  const {theme} = style
  const words = style.translate(sentence)
  if (kind === 'heading') {
    const rule = span(`${sign('rule', theme).repeat(2)} `, 'accent')
    return wrap([rule, span(words, 'bright')], columns, 3)
  }
  const [mark, tone] = lookOf(kind, theme)
  const head: readonly Span[] = [span(`${padTo(time, column)} `, 'dim'), span(`${mark} `, tone)]
  return wrap([...head, span(words, tone === 'dim' ? 'plain' : tone)], columns, column + 3)
}

type Look = readonly [sign: string, tone: Tone]

/** `dim`: nothing of note; its words are plain. */
function lookOf(kind: TimelineRow['kind'], theme: Theme): Look {
  switch (kind) {
    case 'killed':
    case 'stopped':
    case 'exited':
    case 'failed':
    case 'stateFail':
      return [sign('down', theme), 'bad']
    case 'paused':
      return [sign('paused', theme), 'bad']
    case 'stateOk':
      return [sign('met', theme), 'good']
    case 'silent':
    case 'suspected':
      return [sign('silent', theme), 'warn']
    case 'denied':
    case 'stuck':
    case 'manualTimedOut':
    case 'linkLost':
      return [sign('lost', theme), 'warn']
    case 'won':
    case 'takeover':
    case 'slots':
    case 'promoted':
      return [sign('master', theme), 'good']
    case 'follows':
      return [sign('replica', theme), 'dim']
    default:
      return [sign('dot', theme), 'dim']
  }
}
