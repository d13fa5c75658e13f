// A screen as an SVG: frames from the real emulator, and what the picture says of them.

import {describe, expect, test} from 'vitest'
import {svgOf} from '../../../../build/picture/svg.ts'
import {themes} from '../../../../build/picture/theme.ts'
import {openScreen} from '../../../../tools/terminal/screen.ts'

const {dark, light} = themes

async function frameOf(bytes: string, columns = 40, rows = 3) {
  const screen = openScreen({columns, rows, onAnswer: () => undefined, onCommandEnd: () => undefined})
  await new Promise<void>(resolve => screen.write(`\x1b[?25l${bytes}`, resolve))
  return screen.frame()
}

/** The elements within the screen's own group. */
async function drawn(bytes: string, theme: (typeof themes)[keyof typeof themes] = dark): Promise<string[]> {
  const svg = svgOf(await frameOf(bytes), theme)
  return /<g [^>]*>\n(.*\n)<\/g>/s.exec(svg)?.[1]?.trimEnd().split('\n') ?? []
}

describe('letters', () => {
  test('of one look are one text, told its length, so that it fits its cells in any font', async () => {
    expect(await drawn('\r\n  GET key')).toEqual([
      `<text x="18" y="33" textLength="63" lengthAdjust="spacingAndGlyphs" fill="${dark.foreground}">GET\u00a0key</text>`,
    ])
  })

  test('that are wide stand in the middle of their two cells, and what follows them behind both', async () => {
    expect(await drawn('a主从b')).toEqual([
      expect.stringMatching(/<text x="0" .*>a<\/text>/),
      expect.stringMatching(/<text x="18 36" .*text-anchor="middle".*>主从<\/text>/),
      expect.stringMatching(/<text x="45" .*>b<\/text>/),
    ])
  })

  test('made of several units, as emoji are, have a place each', async () => {
    expect(await drawn('主🚀主')).toEqual([
      expect.stringMatching(/<text x="9" .*>主</),
      expect.stringMatching(/<text x="27" .*>🚀</),
      expect.stringMatching(/<text x="45" .*>主</),
    ])
  })

  test('show how they look', async () => {
    const [red, dim, struck] = await drawn('\x1b[1;31mred\x1b[0;2;3mdim\x1b[0;4;9m struck ')
    expect(red).toMatch(`fill="${dark.ansi.red}" font-weight="bold">red<`)
    expect(dim).toMatch(`fill="${dark.foreground}" opacity="0.62" font-style="italic">dim<`)
    expect(struck).toMatch('text-decoration="underline line-through">\u00a0struck\u00a0<')
  })

  test('that mean something to XML are escaped', async () => {
    expect(await drawn('<a href="&">')).toEqual([
      expect.stringMatching('>&lt;a\u00a0href=&quot;&amp;&quot;&gt;</text>'),
    ])
  })
})

describe('backgrounds', () => {
  test('that adjoin are one rectangle, under letters of different looks', async () => {
    const [rectangle, ...texts] = await drawn('\x1b[44m a \x1b[1m主\x1b[0m')
    expect(rectangle).toMatch(`<rect x="0" y="0" width="45" height="19" fill="${dark.ansi.blue}"`)
    expect(texts).toHaveLength(2)
  })

  test('that go on in the next row are one rectangle a row', async () => {
    const rectangles = await drawn(`\x1b[44m${' '.repeat(60)}`)
    expect(rectangles).toEqual([
      expect.stringMatching('<rect x="0" y="0" width="360" height="19"'),
      expect.stringMatching('<rect x="0" y="19" width="180" height="19"'),
    ])
  })

  test('and letters change places when inverse', async () => {
    const [rectangle, text] = await drawn('\x1b[7mx')
    expect(rectangle).toMatch(`width="9" height="19" fill="${dark.foreground}"`)
    expect(text).toMatch(`fill="${dark.background}">x<`)
  })
})

describe('lines', () => {
  test('of a box are one path, whole from corner to corner', async () => {
    const [path, ...rest] = await drawn('\x1b[34m┌──┐\r\n└──┘')
    expect(path).toMatch(`stroke="${dark.ansi.blue}" stroke-width="1"`)
    expect(path).toContain('d="M4.5 9.5H9M4.5 9.5V19M9 9.5H31.5M31.5 9.5V19')
    expect(rest).toEqual([])
  })

  test('meet at crossings and bend at round corners', async () => {
    expect(await drawn('┼╭')).toEqual([
      expect.stringContaining('d="M0 9.5H9M4.5 0V19M13.5 19V14Q13.5 9.5 18 9.5"'),
    ])
  })
})

test('blocks fill their part of the cell', async () => {
  expect(await drawn('▄█▌▀░')).toEqual([
    expect.stringMatching(/x="0" y="9.5" width="9" height="9.5"/),
    expect.stringMatching(/x="9" y="0" width="9" height="19"/),
    expect.stringMatching(/x="18" y="0" width="4.5" height="19"/),
    expect.stringMatching(/x="27" y="0" width="9" height="9.5"/),
    expect.stringMatching(/x="36" y="0" width="9" height="19" .*fill-opacity="0.25"/),
  ])
})

test('a color is the theme’s, one of the fixed palette, or itself', async () => {
  const colors = ['95', '38;5;16', '38;5;208', '38;5;231', '38;5;232', '38;5;255', '38;2;1;2;3']
  const elements = await drawn(colors.map(color => `\x1b[${color}mx`).join(''), light)
  expect(elements.map(element => /fill="([^"]*)"/.exec(element)?.[1])).toEqual([
    light.ansi['bright-magenta'],
    '#000000',
    '#ff8700',
    '#ffffff',
    '#080808',
    '#eeeeee',
    '#010203',
  ])
})

test('the cursor is drawn only while it is shown', async () => {
  const hidden = await drawn('ab')
  const shown = await drawn('ab\x1b[?25h')
  const cursor = shown.filter(element => !hidden.includes(element))
  expect(cursor).toEqual([expect.stringMatching(/<rect x="18" y="0" width="9" height="19" .*opacity="0.5"/)])
})

describe('the window', () => {
  test('is as large as the screen and its edge, and a title adds a bar', async () => {
    const frame = await frameOf('', 100, 30)
    expect(svgOf(frame, dark)).toContain('viewBox="0 0 932 602"')
    const titled = svgOf(frame, dark, 'Masters & replicas')
    expect(titled).toContain('viewBox="0 0 932 636"')
    expect(titled).toContain('role="img">\n<title>Masters &amp; replicas</title>')
  })

  test('is well-formed XML', async () => {
    const svg = svgOf(await frameOf('\x1b[44ma主<\x1b[m┌─▄\x1b[?25h'), light, 'a <title>')
    const open: string[] = []
    for (const [, end, name = '', selfClosed] of svg.matchAll(/<(\/?)(\w+)(?: [\w-]+="[^"<>]*")*(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name)
      else if (!selfClosed) open.push(name)
    }
    expect(open).toEqual([])
    expect(svg.replaceAll(/<\/?\w+(?: [\w-]+="[^"<>]*")*\/?>/g, '')).not.toMatch(/[<>]/)
  })
})
