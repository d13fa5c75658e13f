// The position in a recording as a line, with a bar and the next event.

import type {Marker} from '../model/recording/markers.ts'
import {message} from '../model/text/messages.ts'
import {entrySentence} from '../model/timeline/describe.ts'
import type {Position} from '../replay/replay.ts'
import type {Style} from './draw/style.ts'
import {cutTo, type Line, line, span, widthOf} from './draw/styled-text.ts'
import {sign} from './draw/theme.ts'

/** The least width for a bar, and for the time of day, cells. */
const [withBar, withClock] = [60, 100]

/** `▶ 0:12.30 of 1:01.02  1x    ━━━┿━━───┼──  in 2.13 s: 6381 was killed`. While it plays, only the figures that tell the time change. */
export function replayView(position: Position, marks: readonly Marker[], style: Style, width: number): Line {
  const head = headWords(position, style, width >= withClock)
  const hasBar = width >= withBar && !position.fault
  const cells = Math.floor(width / (width >= withClock ? 4 : 5))
  const bar = hasBar ? [...barOf(position, marks, style, cells), span('  ')] : []
  return cutTo([span(`${head}  `, 'accent'), ...bar, ...nextWords(position, style)], width)
}

function headWords({at, from, to, playing, speed}: Position, style: Style, clock: boolean): string {
  const all = timeOf(to - from)
  const values = {at: timeOf(at - from).padStart(all.length), all, speed}
  const mark = style.sign(playing ? 'playing' : 'paused')
  const words = style.text('replay.at', values)
  // The slowest speed has the longest figure; its room is kept.
  const longest = style.text('replay.at', {...values, speed: '0.25'})
  const padded = words + ' '.repeat(Math.max(0, widthOf(longest) - widthOf(words)))
  return `${mark} ${clock ? `${new Date(at).toTimeString().slice(0, 8)}  ` : ''}${padded}`
}

/** `1:02.03`, or `1:00:02.03` from an hour on. */
export function timeOf(ms: number): string {
  const hundredths = Math.floor(ms / 10)
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60]
  const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/** The whole recording in `cells`: the part played, the rest, and where events happened. */
function barOf({at, from, to}: Position, marks: readonly Marker[], {theme}: Style, cells: number): Line {
  const cellOf = (time: number) =>
    to > from ? Math.min(cells - 1, Math.floor(((time - from) / (to - from)) * cells)) : cells - 1
  const events = new Set(marks.map(mark => cellOf(mark.at)))
  const done = at >= to ? cells : cellOf(at)
  const drawn = (begin: number, end: number, plain: string, event: string) =>
    Array.from({length: end - begin}, (_, i) => (events.has(begin + i) ? event : plain)).join('')
  return [
    span(drawn(0, done, sign('done', theme), sign('doneEvent', theme)), 'accent'),
    span(drawn(done, cells, sign('rule', theme), sign('event', theme)), 'dim'),
  ]
}

function nextWords({at, next, fault}: Position, style: Style): Line {
  if (fault) return line(style.translate(fault), 'warn')
  if (!next) return line(style.text('replay.noNext'), 'dim')
  const seconds = ((next.at - at) / 1000).toFixed(2)
  return line(
    style.translate(message('replay.next', {seconds, event: entrySentence(next.entry, next.roster)})),
  )
}
