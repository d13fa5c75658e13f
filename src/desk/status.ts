// What the instructor always sees: how to join, and how the room is. Pure.

import type {MessageKey} from '../model/text/messages.ts'
import {timerOf} from '../model/workshop/class-parts.ts'
import {clock} from '../model/workshop/clock.ts'
import {asksForReply, type Delivery} from '../model/workshop/command.ts'
import type {DeskNames} from '../model/workshop/desk-names.ts'
import {reactionWords} from '../model/workshop/desk-words.ts'
import {countsOf} from '../model/workshop/overview.ts'
import type {Room} from '../model/workshop/room.ts'
import type {Style} from '../views/draw/style.ts'
import {cutTo, type Line, lineWidth, span, type Tone} from '../views/draw/styled-text.ts'

export type HowToJoin = Readonly<{address: string; code: string; words?: string | undefined}>
export type DeskView = Readonly<{room: Room; orders: readonly Delivery[]; names: DeskNames}>

/** ms for which the status shows how many followed a jump or took a line */
const reactionsFor = 10 * 60_000

/** A rule with address, code and check words, and the counts below it; once the workshop is over, that it is, and who is still here. */
export function statusLines(
  {room, orders, names}: DeskView,
  join: HowToJoin,
  {now, style, columns}: Readonly<{now: number; style: Style; columns: number}>,
): readonly Line[] {
  const rule = (cells: number) => span(style.sign('rule').repeat(Math.max(0, cells)), 'dim')
  const heads = room.ended
    ? [span(style.text('desk.isEnded'), 'warn')]
    : joinWords(join, style).map(words => span(words, 'bright'))
  const head = heads.flatMap(({text, tone}) => [rule(2), span(` ${text} `, tone)])
  const {here, away, help, stuck} = countsOf(room, now)
  const count = (key: MessageKey, n: number, tone: Tone): Line =>
    n === 0 ? [] : [span(style.text(key, {n}), tone)]
  const present = [[span(style.text('desk.count.here', {n: here}))], count('desk.count.away', away, 'dim')]
  const open = [
    count('desk.count.help', help, 'accent'),
    count('desk.count.stuck', stuck, 'warn'),
    timerPart(orders, now, style),
    room.locked ? [span(style.text('desk.isLocked'), 'warn')] : [],
    reactionsPart({room, orders, names}, now, style),
  ]
  const parts = [...present, ...(room.ended ? [] : open)].filter(part => part.length > 0)
  const counts = parts.flatMap((part, i) => (i === 0 ? part : [span(' · ', 'dim'), ...part]))
  // A row that fills the terminal would break.
  const width = columns - 1
  return [cutTo([...head, rule(width - lineWidth(head))], width), cutTo(counts, width)]
}

function joinWords({address, code, words}: HowToJoin, style: Style): readonly string[] {
  return [address, style.text('desk.code.is', {code}), ...(words === undefined ? [] : [words])]
}

function timerPart(orders: readonly Delivery[], now: number, style: Style): Line {
  const timer = timerOf(orders, now)
  if (!timer) return []
  const time = clock(Math.ceil((timer.until - now) / 1000))
  return [span(style.text('desk.timerRuns', {time, text: timer.text ?? ''}).trim(), 'accent')]
}

/** Of the newest jump or offered line, while it is new. */
function reactionsPart({room, orders, names}: DeskView, now: number, style: Style): Line {
  const newest = orders.findLast(({command}) => asksForReply(command))
  const words = newest && now - newest.at < reactionsFor ? reactionWords(room, newest, names) : undefined
  return words ? [span(style.translate(words), 'dim')] : []
}
