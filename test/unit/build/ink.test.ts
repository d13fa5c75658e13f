// What the bundle has in place of parts of Ink: they show and remove what Ink's own do.

import {expect, test} from 'vitest'
import JoinedOutput from '../../../build/ink-output.js'
import sanitizeAnsi from '../../../build/ink-sanitize.js'
import Output from '../../../node_modules/ink/build/output.js'
import inkSanitize from '../../../node_modules/ink/build/sanitize-ansi.js'
import {span, type Tone, widthOf} from '../../../src/views/draw/styled-text.ts'
import {paint} from '../../../src/views/draw/theme.ts'
import {randomFrom} from '../../../tools/random.ts'
import {openScreen} from '../../../tools/terminal/screen.ts'

const size = {width: 60, height: 8}
const ignore = () => undefined
type Draw = (output: JoinedOutput) => void

async function shown(Kind: typeof JoinedOutput, draw: Draw) {
  const output = new Kind(size)
  draw(output)
  const screen = openScreen({columns: 60, rows: 8, onAnswer: ignore, onCommandEnd: ignore})
  const text = output.get().output.replaceAll('\n', '\r\n')
  await new Promise<void>(resolve => screen.write(text, resolve))
  return screen.frame().cells
}

async function expectSame(draw: Draw) {
  expect(await shown(JoinedOutput, draw)).toEqual(await shown(Output as typeof JoinedOutput, draw))
}

const plain = {transformers: []}
const texts = [
  '',
  ' ',
  '● 6379 master',
  '主节点，',
  '└ ○ 6479',
  '⇄ link up',
  ' ✖ down ',
  '…',
  '“从”',
  'é 👩‍👧 ️x',
]
const tones: readonly Tone[] = ['plain', 'dim', 'bright', 'good', 'bad', 'selected', 'changed']

test('painted texts side by side', async () => {
  for (let seed = 1; seed <= 24; seed++) {
    const known = seed % 4 === 0 ? texts : texts.slice(0, -1)
    const looks = {color: seed % 3 > 0, shades: seed % 2 > 0, unicode: true}
    await expectSame(output => {
      const random = randomFrom(seed)
      const pick = <One>(all: readonly One[]) => all[random(all.length)] as One
      output.clip({y1: 0, y2: 7})
      output.clip({y1: 1, y2: 9})
      for (let y = -1; y < 9; y++) {
        let x = 0
        while (x < 40) {
          const line = [span(pick(known), pick(tones)), span(pick(known), pick(tones))]
          output.write(x, y, paint(line, looks), {transformers: [text => text]})
          x += line.reduce((sum, {text}) => sum + widthOf(text), 0) + random(4)
        }
      }
      output.unclip()
      output.write(0, 0, '├\n│', plain)
      output.unclip()
    })
  }
})

const others: Readonly<Record<string, readonly [x: number, text: string][]>> = {
  'over another': [
    [0, 'hello'],
    [1, '你'],
  ],
  'to the left of another': [
    [9, 'six'],
    [2, 'six'],
  ],
  'with a style that its end leaves open': [
    [0, '\u001b[31mred'],
    [5, 'red?'],
  ],
  'with a style over two rows': [[0, '\u001b[31mred\nand\u001b[0m']],
  'with a link': [[0, '\u001b]8;;https://redis.io\u0007link\u001b]8;;\u0007']],
}

test.each(Object.entries(others))('a text %s', async (_, texts) => {
  await expectSame(output => {
    for (const [x, text] of texts) output.write(x, 1, text, plain)
  })
})

test('a text that is transformed', async () => {
  const transformers = [
    (line: string, i: number) => `${i}${line}!`,
    (line: string) => `\u001b[1m${line}\u001b[0m`,
  ]
  await expectSame(output => output.write(0, 1, 'a\nb', {transformers}))
})

test('a text that is clipped at its side', async () => {
  await expectSame(output => {
    output.clip({x1: 1, x2: 3, y1: 0, y2: 2})
    output.write(0, 0, 'abcdef', plain)
    output.unclip()
  })
})

test.each([
  'INFO',
  'a\tb\u0007c\u0000',
  '│\n│',
  `${paint([span('主节点', 'good'), span(' x')], {color: true, unicode: true})}`,
  '\u001b[2Jcleared \u001b[31mred\u001b[4:3mwave',
  '\u001b[1m\u0301e\u001b[0m',
  '\u001b[mreset',
])('%j is cleaned as Ink does', text => {
  expect(sanitizeAnsi(text)).toBe(inkSanitize(text))
})
