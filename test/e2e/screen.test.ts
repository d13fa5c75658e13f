// The screen without a process: frames, widths, looks and modes from bytes alone.

import {describe, expect, test} from 'vitest'
import {openScreen, placeOf, textOf} from '../../tools/terminal/screen.ts'

const begin = '\x1b[?2026h'
const end = '\x1b[?2026l'

function open(columns = 20, rows = 4) {
  const answers: string[] = []
  const screen = openScreen({
    columns,
    rows,
    onAnswer: answer => answers.push(answer),
    onCommandEnd: () => undefined,
  })
  const write = (data: string) => new Promise<void>(resolve => screen.write(data, resolve))
  return {...screen, write, answers, text: () => textOf(screen.frame()).trimEnd()}
}

describe('a frame is never half drawn', () => {
  const frames = ['one', 'two', 'three'].map(word => `${begin}\x1b[H\x1b[2J${word}\r\n${word}${end}`)
  const whole = ['', 'one\none', 'two\ntwo', 'three\nthree']

  test('wherever the byte stream is cut', async () => {
    const bytes = frames.join('')
    for (let cut = 1; cut < bytes.length; cut++) {
      const screen = open()
      await screen.write(bytes.slice(0, cut))
      expect(whole, `cut after ${cut}`).toContain(screen.text())
      await screen.write(bytes.slice(cut))
      expect(screen.text()).toBe('three\nthree')
    }
  })

  test('and the frame before an open update is the latest whole one', async () => {
    const screen = open()
    await screen.write(`${frames[0]}${frames[1]}${begin}\x1b[H\x1b[2Jha`)
    expect(screen.text()).toBe('two\ntwo')
    expect(screen.modes().synchronizedUpdate).toBe(true)
    await screen.write(`lf${end}`)
    expect(screen.text()).toBe('half')
  })
})

test('wide characters and emoji take two cells, and the text stays contiguous', async () => {
  const screen = open(9)
  await screen.write('主从|🚀|x')
  expect(screen.text()).toBe('主从|🚀|x')
  const row = screen.frame().cells[0] ?? []
  expect(row.map(cell => cell.width)).toEqual([2, 0, 2, 0, 1, 2, 0, 1, 1])
  expect(placeOf('🚀', screen.frame())).toEqual({x: 5, y: 0})
  expect(placeOf('|', screen.frame())).toEqual({x: 4, y: 0})
})

test('a cell has its colors and attributes', async () => {
  const screen = open()
  await screen.write(
    '\x1b[1;34ma\x1b[0;2;7mb\x1b[0;3;4;9mc\x1b[0;38;5;208;48;2;1;2;3md\x1b[0;97;101me\x1b[0mf',
  )
  const [a, b, c, d, e, f] = screen.frame().cells[0] ?? []
  expect(a).toMatchObject({foreground: 'blue', background: 'default', bold: true, dim: false})
  expect(b).toMatchObject({foreground: 'default', bold: false, dim: true, inverse: true})
  expect(c).toMatchObject({dim: false, inverse: false, italic: true, underline: true, strikethrough: true})
  expect(d).toMatchObject({foreground: 208, background: '#010203', underline: false})
  expect(e).toMatchObject({foreground: 'bright-white', background: 'bright-red'})
  expect(f).toMatchObject({foreground: 'default', background: 'default', italic: false})
})

describe('every terminal mode that a program can leave on is detected, and so is its reset', () => {
  test.each([
    ['alternateScreen', '\x1b[?1049h', true, '\x1b[?1049l'],
    ['cursorVisible', '\x1b[?25l', false, '\x1b[?25h'],
    ['cursorVisible', '\x1b[?1;25l', false, '\x1b[!p'],
    ['cursorVisible', '\x1b[?25l', false, '\x1bc'],
    ['bracketedPaste', '\x1b[?2004h', true, '\x1b[?2004l'],
    ['mouse', '\x1b[?1002h\x1b[?1006h', 'drag', '\x1b[?1006l\x1b[?1002l'],
    ['focusEvents', '\x1b[?1004h', true, '\x1b[?1004l'],
    ['applicationCursorKeys', '\x1b[?1h', true, '\x1b[?1l'],
    ['applicationKeypad', '\x1b=', true, '\x1b>'],
    ['insert', '\x1b[4h', true, '\x1b[4l'],
    ['origin', '\x1b[?6h', true, '\x1b[?6l'],
    ['lineWrap', '\x1b[?7l', false, '\x1b[?7h'],
    ['synchronizedUpdate', begin, true, end],
    ['kittyKeyboard', '\x1b[>1u', 1, '\x1b[<u'],
    ['kittyKeyboard', '\x1b[>1u\x1b[>3u', 2, '\x1b[<2u'],
  ] as const)('%s by %j', async (mode, set, value, undo) => {
    const screen = open()
    const before = screen.modes()
    await screen.write(set)
    expect(screen.modes()).toEqual({...before, [mode]: value})
    await screen.write(undo)
    expect(screen.modes()).toEqual(before)
  })

  test('a kitty keyboard pushed on one screen is not popped on the other', async () => {
    const screen = open()
    await screen.write('\x1b[>1u\x1b[?1049h\x1b[<u\x1b[?1049l')
    expect(screen.modes().kittyKeyboard).toBe(1)
    await screen.write('\x1b[<u')
    expect(screen.modes().kittyKeyboard).toBe(0)
  })
})

test('a query about the terminal is answered', async () => {
  const screen = open()
  await screen.write('ab\x1b[6n')
  expect(screen.answers).toEqual(['\x1b[1;3R'])
})
