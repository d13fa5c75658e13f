// A terminal's colors in a picture: a light and a dark theme, and the fixed part of the palette of 256.

import {type AnsiColor, ansiColors, type Color} from '../../tools/terminal/cell.ts'

export type Theme = Readonly<{
  background: string
  foreground: string
  /** The window's outline and its buttons. */
  outline: string
  ansi: Readonly<Record<AnsiColor, string>>
}>

export const themes = {
  dark: {
    background: '#11151c',
    foreground: '#dde3ea',
    outline: '#313a46',
    ansi: sixteen(
      '#2a323d #ff7a76 #6fd08c #e6b450 #6cb2ff #d39bf2 #5ccfd8 #c3cad3',
      '#7f8a98 #ff9f9b #93e3a9 #f5cd7b #98caff #e3bdf8 #8ae3ea #ffffff',
    ),
  },
  light: {
    background: '#ffffff',
    foreground: '#1f2630',
    outline: '#d5dbe2',
    ansi: sixteen(
      '#1f2630 #c0262d #1a7a3c #8a5a00 #0b5cc4 #8a3ab0 #0a7078 #d5dbe2',
      '#66707c #a3161f #0f6230 #6f4700 #0848a0 #6f2793 #045a62 #f4f6f8',
    ),
  },
} as const satisfies Record<string, Theme>

function sixteen(...rows: string[]): Theme['ansi'] {
  const values = rows.join(' ').split(' ')
  return Object.fromEntries(ansiColors.map((name, index) => [name, values[index]])) as Theme['ansi']
}

/** `whenDefault`: the value of the default color here, the theme's foreground or background. */
export function paint(color: Color, theme: Theme, whenDefault: string): string {
  if (color === 'default') return whenDefault
  if (typeof color === 'number') return fixedColor(color)
  return isAnsi(color) ? theme.ansi[color] : color
}

function isAnsi(color: string): color is AnsiColor {
  return (ansiColors as readonly string[]).includes(color)
}

/** 16 to 231 are a cube of six steps a side, 232 to 255 a ramp of grays (xterm's table). */
function fixedColor(number: number): string {
  const step = (index: number) => (index % 6 === 0 ? 0 : 55 + 40 * (index % 6))
  const cube = number - 16
  const grey = 8 + 10 * (number - 232)
  const parts =
    number >= 232 ? [grey, grey, grey] : [step(Math.floor(cube / 36)), step(Math.floor(cube / 6)), step(cube)]
  return `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`
}
