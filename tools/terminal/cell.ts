// A cell of the screen as plain data: its text and its attributes.

import type {IBufferCell} from '@xterm/headless'

/** The sixteen colors a terminal's theme decides, in the order of their numbers (SGR 30-37, 90-97). */
export const ansiColors = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'bright-black',
  'bright-red',
  'bright-green',
  'bright-yellow',
  'bright-blue',
  'bright-magenta',
  'bright-cyan',
  'bright-white',
] as const
export type AnsiColor = (typeof ansiColors)[number]

/** The theme's default, one of its sixteen colors, 16 to 255 of the fixed palette, or `#rrggbb`. */
export type Color = 'default' | AnsiColor | number | `#${string}`

export type Style = Readonly<{
  foreground: Color
  background: Color
  bold: boolean
  dim: boolean
  italic: boolean
  underline: boolean
  strikethrough: boolean
  inverse: boolean
}>

/** `width` is 2 for a wide character and 0 for the cell it covers; a blank cell's text is a space. */
export type Cell = Style & Readonly<{text: string; width: number}>

/** A cell that was never written to. */
export const blank: Cell = {
  text: ' ',
  width: 1,
  foreground: 'default',
  background: 'default',
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  strikethrough: false,
  inverse: false,
}

/** Undefined, a place outside the buffer, gives a blank cell. */
export function readCell(cell: IBufferCell | undefined): Cell {
  if (!cell) return blank
  const width = cell.getWidth()
  return {
    text: cell.getChars() || (width === 0 ? '' : ' '),
    width,
    foreground: cell.isFgDefault() ? 'default' : colorOf(cell.getFgColor(), cell.isFgRGB()),
    background: cell.isBgDefault() ? 'default' : colorOf(cell.getBgColor(), cell.isBgRGB()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    strikethrough: cell.isStrikethrough() !== 0,
    inverse: cell.isInverse() !== 0,
  }
}

function colorOf(number: number, isRgb: boolean): Color {
  if (isRgb) return `#${number.toString(16).padStart(6, '0')}`
  return ansiColors[number] ?? number
}
