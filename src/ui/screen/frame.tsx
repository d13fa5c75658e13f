// Lines, frames and rules, drawn with Ink. Their content comes from the views.

import {Box, Text} from 'ink'
import type {ReactNode} from 'react'
import type {Size} from '../../views/draw/pane-sizes.ts'
import type {Style} from '../../views/draw/style.ts'
import {cutTo, type Line, line, lineWidth, span, widthOf} from '../../views/draw/styled-text.ts'

/** Painted lines in a box of exactly `size`. */
export function Lines({lines, size}: Readonly<{lines: readonly string[]; size: Size}>): ReactNode {
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows} overflow="hidden">
      {lines.slice(0, size.rows).map((text, i) => (
        // A line is identified by its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Text key={i} wrap="truncate">
          {text === '' ? ' ' : text}
        </Text>
      ))}
    </Box>
  )
}

type Titled = Readonly<{title: string; note: string; chosen: boolean}>

type FrameProps = Titled & Readonly<{size: Size; style: Style; lines: readonly string[]}>

/** A box with its title in the upper border and a note in the lower one. */
export function Frame({title, note, chosen, size, style, lines}: FrameProps): ReactNode {
  const {columns} = size
  const {unicode} = style.theme
  const [rule, ...corners] = unicode ? '─╭╮╰╯' : '-++++'
  const [topLeft, topRight, bottomLeft, bottomRight] = corners
  const edge = (left = '', words: Line, right = '') => {
    const cut = cutTo(words, columns)
    const rest = `${rule}`.repeat(columns + 1 - lineWidth(cut))
    return style.paint([span(`${left}${rule}`, 'dim'), ...cut, span(`${rest}${right}`, 'dim')])
  }
  return (
    <Box flexDirection="column" width={columns + 4}>
      <Text wrap="truncate">{edge(topLeft, titleWords(title, chosen), topRight)}</Text>
      <Box
        borderStyle={unicode ? 'round' : 'classic'}
        borderTop={false}
        borderBottom={false}
        borderDimColor
        paddingX={1}
        height={size.rows}
      >
        <Lines lines={lines} size={size} />
      </Box>
      <Text wrap="truncate">
        {edge(bottomLeft, note === '' ? [] : line(` ${note} `, 'dim'), bottomRight)}
      </Text>
    </Box>
  )
}

/** A rule across the screen with a title and a note in it. */
export function ruleWords({title, note, chosen, columns}: Titled & {columns: number}, style: Style): string {
  const rule = style.sign('rule')
  const end = note === '' ? '' : ` ${note} `
  const words = cutTo(titleWords(title, chosen), columns - widthOf(end) - 4)
  const rest = columns - lineWidth(words) - widthOf(end) - 2
  return style.paint([span(rule, 'dim'), ...words, span(rule.repeat(Math.max(0, rest)) + end + rule, 'dim')])
}

function titleWords(title: string, chosen: boolean): Line {
  if (title === '') return []
  return chosen ? [span(' '), span(` ${title} `, 'selected'), span(' ')] : line(` ${title} `, 'bright')
}
