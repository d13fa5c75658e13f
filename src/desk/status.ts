// What the instructor always sees: how to join, and how the room is. Pure.

import type {MessageKey} from '../model/text/messages.ts'
import {countsOf} from '../model/workshop/overview.ts'
import type {Room} from '../model/workshop/room.ts'
import type {Style} from '../views/draw/style.ts'
import {cutTo, type Line, lineWidth, span, type Tone} from '../views/draw/styled-text.ts'

export type HowToJoin = Readonly<{address: string; code: string}>

/** A rule with address and code, and the counts below it. */
export function statusLines(
  room: Room,
  {address, code}: HowToJoin,
  {now, style, columns}: Readonly<{now: number; style: Style; columns: number}>,
): readonly Line[] {
  const rule = (cells: number) => span(style.sign('rule').repeat(Math.max(0, cells)), 'dim')
  const joining: Line = [
    rule(2),
    span(` ${address} `, 'bright'),
    rule(2),
    span(` ${style.text('desk.code.is', {code})} `, 'bright'),
  ]
  const {here, away, help, stuck} = countsOf(room, now)
  const count = (key: MessageKey, n: number, tone: Tone): Line =>
    n === 0 ? [] : [span(style.text(key, {n}), tone)]
  const parts = [
    [span(style.text('desk.count.here', {n: here}))],
    count('desk.count.away', away, 'dim'),
    count('desk.count.help', help, 'accent'),
    count('desk.count.stuck', stuck, 'warn'),
    room.ended ? [span(style.text('desk.isEnded'), 'warn')] : [],
    room.locked ? [span(style.text('desk.isLocked'), 'warn')] : [],
  ].filter(part => part.length > 0)
  const counts = parts.flatMap((part, i) => (i === 0 ? part : [span(' · ', 'dim'), ...part]))
  // A row that fills the terminal would break.
  const width = columns - 1
  return [cutTo([...joining, rule(width - lineWidth(joining))], width), cutTo(counts, width)]
}
