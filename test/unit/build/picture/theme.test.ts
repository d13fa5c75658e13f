// The colors of the pictures can be read.

import {expect, test} from 'vitest'
import {themes} from '../../../../build/picture/theme.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

// As in every terminal: black on a dark background and white on a light one are there for backgrounds.
const unread: Readonly<Record<string, readonly string[]>> = {
  dark: ['black'],
  light: ['white', 'bright-white'],
}

test('Every color reads well on the background of its theme', () => {
  const faults = Object.entries(themes).flatMap(([name, theme]) =>
    Object.entries({...theme.ansi, foreground: theme.foreground})
      .filter(([color]) => !unread[name]?.includes(color))
      .map(([color, value]) => [name, color, contrast(value, theme.background)] as const)
      .filter(([, , ratio]) => !(ratio >= 4.5)),
  )
  expect(faults).toEqual([])
})
