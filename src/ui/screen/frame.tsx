// How lines and frames are drawn with Ink. What is in them comes from the views.

import {Box, Text} from 'ink'
import type {ReactNode} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import {cutTo, type Line, line, lineWidth, span, widthOf} from '../../views/draw/styled-text.ts'
import {paint, sign, type Theme} from '../../views/draw/theme.ts'

/** Painted lines under each other, exactly `size` large. */
export function Lines({lines, size}: Readonly<{lines: readonly string[]; size: Size}>): ReactNode {
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      {lines.slice(0, size.rows).map((text, i) => (
        // A line's place is its identity here: lines have no life of their own.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Text key={i} wrap="truncate">
          {text === '' ? ' ' : text}
        </Text>
      ))}
    </Box>
  )
}

type FrameProps = Readonly<{
  title: string
  note: string
  chosen: boolean
  size: Size
  theme: Theme
  lines: readonly string[]
}>

/** A box with its title in the upper border, and a note in the lower one. */
export function Frame({title, note, chosen, size, theme, lines}: FrameProps): ReactNode {
  const {columns} = size
  const [h, tl, tr, bl, br] = theme.unicode ? ['─', '╭', '╮', '╰', '╯'] : ['-', '+', '+', '+', '+']
  const edge = (left: string, words: Line, right: string) => {
    const cut = cutTo(words, columns)
    return paint(
      [span(`${left}${h}`, 'dim'), ...cut, span(`${h.repeat(columns + 1 - lineWidth(cut))}${right}`, 'dim')],
      theme,
    )
  }
  return (
    <Box flexDirection="column" width={columns + 4}>
      <Text wrap="truncate">{edge(tl ?? '', titleWords(title, chosen), tr ?? '')}</Text>
      <Box
        borderStyle={theme.unicode ? 'round' : 'classic'}
        borderTop={false}
        borderBottom={false}
        borderDimColor
        paddingX={1}
        height={size.rows}
      >
        <Lines lines={lines} size={size} />
      </Box>
      <Text wrap="truncate">{edge(bl ?? '', note === '' ? [] : line(` ${note} `, 'dim'), br ?? '')}</Text>
    </Box>
  )
}

/** A title in a rule across the screen. */
export function ruleWords(
  title: string,
  note: string,
  chosen: boolean,
  columns: number,
  theme: Theme,
): string {
  const rule = sign('rule', theme)
  const end = note === '' ? '' : ` ${note} `
  const words = cutTo(titleWords(title, chosen), columns - widthOf(end) - 4)
  const rest = columns - lineWidth(words) - widthOf(end) - 2
  return paint([span(rule, 'dim'), ...words, span(rule.repeat(Math.max(0, rest)) + end + rule, 'dim')], theme)
}

function titleWords(title: string, chosen: boolean): Line {
  if (title === '') return []
  return chosen ? [span(' '), span(` ${title} `, 'selected'), span(' ')] : line(` ${title} `, 'bright')
}
