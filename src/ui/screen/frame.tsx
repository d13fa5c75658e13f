// Lines, the borders between panes, rules with a title, and what stands in place of them all in a window that is too small. Their content comes from the views.

import {Box, Text} from 'ink'
import {memo, type ReactNode} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {cutTo, type Line, line, lineWidth, span, widthOf} from '../../views/draw/styled-text.ts'

/** What a pane shows begins one cell from the edge. */
export function Inset({children}: Readonly<{children: ReactNode}>): ReactNode {
  return <Box paddingLeft={1}>{children}</Box>
}

export function TooSmall({size, style}: Readonly<{size: Size; style: Style}>): ReactNode {
  return (
    <Box width={size.columns} height={size.rows} overflow="hidden">
      <Text wrap="wrap">{style.text('ui.tooSmall', size)}</Text>
    </Box>
  )
}

/** Painted lines in a box of exactly this size. React compares them with the last frame's only if they are others. */
export const Lines = memo(function Lines({
  lines,
  columns,
  rows,
}: Size & Readonly<{lines: readonly string[]}>): ReactNode {
  return (
    <Box flexDirection="column" width={columns} height={rows} overflowY="hidden">
      {lines.slice(0, rows).map((text, i) => (
        // A line is identified by its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Text key={i} wrap="truncate">
          {text === '' ? ' ' : text}
        </Text>
      ))}
    </Box>
  )
})

/** `notes`: what stands at the rule's other end, the least important first; all but the last give way to the title. `brief`: see `Pane`. */
export type Titled = Readonly<{title: string; brief?: string; notes: readonly string[]; chosen: boolean}>

/** A rule of exactly `columns` cells with a title and notes in it. */
export function ruleWords(
  {title, brief = title, notes, chosen, columns}: Titled & {columns: number},
  style: Style,
): string {
  const rule = style.sign('rule')
  const whole = titleWords(title, chosen)
  const ends = notes.map((_, i) => ` ${notes.slice(i).join(' · ')} `)
  const end = ends.find(one => lineWidth(whole) + widthOf(one) <= columns - 3) ?? ends.at(-1) ?? ''
  const room = columns - widthOf(end) - 3
  const words = cutTo(lineWidth(whole) <= room ? whole : titleWords(brief, chosen), room)
  const rest = rule.repeat(Math.max(0, columns - lineWidth(words) - widthOf(end) - 2))
  return style.paint([span(rule, 'dim'), ...words, span(rest, 'dim'), span(end), span(rule, 'dim')])
}

function titleWords(title: string, chosen: boolean): Line {
  if (title === '') return []
  return chosen ? [span(' '), span(` ${title} `, 'selected'), span(' ')] : line(` ${title} `, 'bright')
}

/** The rows of the panes on either side of a border, from above. Absent at the edge of the screen. */
type Sides = Readonly<{left?: readonly number[]; right?: readonly number[]; style: Style}>

/** A vertical border that meets the rules above, between and below the panes on its sides. */
export function Border({left, right, style}: Sides): ReactNode {
  const fromLeft = left && new Set(rulesOf(left))
  const fromRight = right && new Set(rulesOf(right))
  const last = Math.max(...(fromLeft ?? []), ...(fromRight ?? []))
  const rows = Array.from({length: last + 1}, (_, y) => {
    const meets = {left: fromLeft?.has(y), right: fromRight?.has(y), up: y > 0, down: y < last}
    return style.paint(
      line(style.theme.unicode ? junction(meets) : meets.left || meets.right ? '+' : '|', 'dim'),
    )
  })
  // One text, because each costs Ink time in every frame. A line of the panes is a text of its own: in a window that has just become narrower, Ink cuts
  // each before React has drawn for it.
  return (
    <Box width={1} height={rows.length} overflowY="hidden">
      <Text wrap="truncate">{rows.join('\n')}</Text>
    </Box>
  )
}

/** The places of the rules: one above each pane, and one below the last. */
function rulesOf(rows: readonly number[]): readonly number[] {
  let below = 0
  return [0, ...rows.map(one => (below += one + 1))]
}

type Meets = Readonly<Partial<Record<'left' | 'right' | 'up' | 'down', boolean | undefined>>>

function junction({left, right, up, down}: Meets): string {
  const sides = [up, right, down, left].map(one => (one ? '1' : '0')).join('')
  return junctions[sides] ?? '│'
}

/** By the sides on which a line begins: above, right, below, left. */
const junctions: Readonly<Record<string, string>> = {
  '0110': '╭',
  '0011': '╮',
  '1100': '╰',
  '1001': '╯',
  '0111': '┬',
  '1101': '┴',
  '1110': '├',
  '1011': '┤',
  '1111': '┼',
}
