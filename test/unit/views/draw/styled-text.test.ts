import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {graphemes} from '../../../../src/views/draw/graphemes.ts'
import {
  cutTo,
  inline,
  isSimple,
  type Line,
  line,
  lineWidth,
  padTo,
  span,
  spread,
  widthOf,
} from '../../../../src/views/draw/styled-text.ts'
import {randomFrom} from '../../../../tools/random.ts'

const text = (spans: Line) => spans.map(one => one.text).join('')

test.each([
  ['', 0],
  ['abc', 3],
  ['主从', 4],
  ['🚀x', 3],
  ['e\u0301', 1],
])('%j takes %i cells', (shown, cells) => {
  expect(widthOf(shown)).toBe(cells)
})

test('every character that is measured without looking it up has the width that is looked up, alone and among others', () => {
  const chars = Array.from({length: 0x1_00_00}, (_, code) => String.fromCharCode(code)).filter(isSimple)
  expect(chars.length).toBeGreaterThan(20_000)
  expect(chars.filter(char => widthOf(char) !== stringWidth(char))).toEqual([])
  const random = randomFrom(1)
  const mixed = chars.flatMap(char => [char, chars[random(chars.length)] ?? '']).join('')
  expect(widthOf(mixed)).toBe(stringWidth(mixed))
  expect([...graphemes.segment(mixed)].length).toBe(mixed.length)
})

describe('A line is cut to a width', () => {
  test.each<[title: string, line: Line, width: number, shown: string]>([
    ['not at all if it fits', line('abc'), 3, 'abc'],
    ['with a sign at its end', line('abcdef'), 4, 'abc…'],
    ['between two spans', [span('abc', 'bright'), span('def')], 4, 'abc…'],
    ['inside the second span', [span('abc', 'bright'), span('def')], 5, 'abcd…'],
    ['before a Chinese character of which only half fits', line('主从节点'), 4, '主…'],
    ['between Chinese characters', line('主从节点'), 5, '主从…'],
    ['never inside of an emoji or an accented letter', line('🚀e\u0301e\u0301'), 3, '🚀…'],
    ['with one sign behind a shortened id', line('6e98e6e3… 7379'), 10, '6e98e6e3…'],
    ['with one sign between two spans', [span('6e98e6e3…'), span(' 7379')], 10, '6e98e6e3…'],
    ['to the sign alone', line('abc'), 1, '…'],
    ['to nothing', line('abc'), 0, ''],
    ['to nothing if the width is negative', line('abc'), -3, ''],
  ])('%s', (_, spans, width, shown) => {
    expect(text(cutTo(spans, width))).toBe(shown)
  })

  test('and keeps its tones', () => {
    expect(cutTo([span('abc', 'bright'), span('def', 'code')], 5)).toEqual([
      span('abc', 'bright'),
      span('d', 'code'),
      span('…', 'dim'),
    ])
  })
})

test('Text is padded to a number of cells, and never cut', () => {
  expect([padTo('ab', 4), padTo('主', 4), padTo('abcdef', 4)]).toEqual(['ab  ', '主  ', 'abcdef'])
})

describe('Two ends of a line', () => {
  test.each<[left: string, right: string, width: number, shown: string]>([
    ['left', 'right', 12, 'left   right'],
    ['left', 'right', 10, 'left right'],
    // The left part is cut first.
    ['left', 'right', 9, 'le… right'],
    ['left', 'right', 5, 'right'],
    ['左边', 'right', 9, '左… right'],
    ['left', '', 6, 'left  '],
    ['', 'right', 8, '   right'],
    ['left', 'right', 3, 'ri…'],
  ])('%j and %j in %i cells: %j', (left, right, width, shown) => {
    expect(text(spread(line(left), line(right), width))).toBe(shown)
  })
})

test('No line that is cut or spread exceeds its width', () => {
  const random = randomFrom(3)
  const parts = ['a', 'bc ', '主', '节点', '🚀', 'e\u0301', '，', ' ']
  const some = (): Line =>
    Array.from({length: random(6)}, () =>
      span(parts[random(parts.length)] ?? '', random(2) ? 'dim' : 'plain'),
    )
  for (let round = 0; round < 1500; round++) {
    const [left, right, width] = [some(), some(), random(20)]
    const widths = [lineWidth(cutTo(left, width)) <= width, lineWidth(spread(left, right, width)) === width]
    if (widths.includes(false)) expect.fail(`${JSON.stringify([left, right])} in ${width}`)
  }
})

describe('The marks in a text become tones', () => {
  test.each([
    ['plain', [span('plain')]],
    [
      'say `INFO` **now**.',
      [span('say '), span('INFO', 'code'), span(' '), span('now', 'bright'), span('.')],
    ],
    ['`GET a*b**c`', [span('GET a*b**c', 'code')]],
    ['a * b and a `lone', [span('a * b and a `lone')]],
    ['', []],
  ])('%j', (text, spans) => {
    expect(inline(text)).toEqual(spans)
  })

  test('in place of the tone of the text around them', () => {
    expect(inline('a `b`', 'warn')).toEqual([span('a ', 'warn'), span('b', 'code')])
  })
})
