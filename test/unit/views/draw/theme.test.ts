import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {allMessages} from '../../../../src/model/text/messages.ts'
import {graphemes} from '../../../../src/views/draw/graphemes.ts'
import {line, span, type Tone, widthOf} from '../../../../src/views/draw/styled-text.ts'
import {paint, sign} from '../../../../src/views/draw/theme.ts'
import {randomFrom} from '../../../../tools/random.ts'

const tones: readonly Tone[] = [
  'plain',
  'dim',
  'bright',
  'code',
  'good',
  'warn',
  'bad',
  'accent',
  'changed',
  'selected',
]
const signs = [
  'master',
  'replica',
  'down',
  'paused',
  'silent',
  'met',
  'open',
  'lost',
  'branch',
  'grew',
  'linked',
  'changed',
  'highlighted',
  'stepDone',
  'stepNow',
  'stepOpen',
  'rule',
  'hint',
] as const
const colorful = {color: true, unicode: true}

describe('A line is painted', () => {
  test('so that each tone ends with its text', () => {
    expect(paint([span('a', 'good'), span('b'), span('c', 'changed')], colorful)).toBe(
      '\x1b[94;1ma\x1b[0mb\x1b[7mc\x1b[0m',
    )
  })

  test('without escape sequences around empty text', () => {
    expect(paint([span('', 'bad'), span('')], colorful)).toBe('')
  })

  const painted = (theme: typeof colorful) =>
    tones.map(tone => [tone, paint(line('x', tone), theme)] as const)

  test('dim in a gray that every palette shows where there are 256 colors, and never in bright black', () => {
    expect(paint(line('x', 'dim'), {...colorful, shades: true})).toBe('\x1b[38;5;245mx\x1b[0m')
    expect(paint(line('x', 'dim'), colorful)).toBe('\x1b[2mx\x1b[0m')
    expect(paint(line('x', 'dim'), {...colorful, color: false, shades: true})).toBe('\x1b[2mx\x1b[0m')
  })

  test('good in a blue that is not the gray of Solarized where there are 256 colors', () => {
    expect(paint(line('x', 'good'), {...colorful, shades: true})).toBe('\x1b[38;5;33;1mx\x1b[0m')
  })

  test('in one of the sixteen colors of the terminal, on its own background', () => {
    const faults = painted(colorful).flatMap(([tone, text]) =>
      [...text.matchAll(/\x1b\[([\d;]*)m/g)]
        .flatMap(([, list]) => list?.split(';') ?? [])
        .filter(one => !/^(0|1|2|7|3[1-7]|9[1-7])$/.test(one))
        .map(one => `${tone}: ${one}`),
    )
    expect(faults).toEqual([])
  })

  test('without color if NO_COLOR is set', () => {
    const faults = painted({color: false, unicode: true}).filter(
      ([, text]) => !/^(\x1b\[[127]m)?x(\x1b\[0m)?$/.test(text),
    )
    expect(faults).toEqual([])
  })

  // Many people cannot tell red from green.
  test('never in green', () => {
    expect(painted(colorful).filter(([, text]) => /\x1b\[[\d;]*\b(32|92)\b/.test(text))).toEqual([])
  })
})

describe('No text in a line can send commands to the terminal', () => {
  test.each([
    ['\x1b]0;owned\x07x', 'x'],
    ['\x1b]52;c;cm0gLXJm\x07x', 'x'],
    ['\x1b[2J\x1b[1;31mx', 'x'],
    ['a\r\nb', 'ab'],
    ['a\u202eb', 'ab'],
    ['主从 🚀', '主从 🚀'],
  ])('%j is painted as %j', (text, shown) => {
    expect(paint(line(text), colorful)).toBe(shown)
  })

  test('not even one that is split between two spans', () => {
    const random = randomFrom(13)
    const parts = ['\x1b', '[', ']', '0;', 'm', '\x07', 'x', '\x9b', '2J']
    for (let round = 0; round < 2000; round++) {
      const spans = Array.from({length: 5}, () => span(parts[random(parts.length)] ?? ''))
      const painted = paint(spans, colorful)
      if (/\p{Cc}/u.test(painted)) expect.fail(JSON.stringify(spans))
    }
  })
})

describe('In an ASCII locale', () => {
  const plain = {color: true, unicode: false}
  test('every sign is ASCII and has the same width', () => {
    const faults = signs
      .map(name => [name, sign(name, plain), sign(name, colorful)] as const)
      .filter(([, ascii, usual]) => !/^[ -~]+$/.test(ascii) || widthOf(ascii) !== widthOf(usual))
    expect(faults).toEqual([])
  })

  test('every English message is ASCII and has the same width', () => {
    const faults = Object.entries(allMessages)
      .filter(
        ([, {en}]) =>
          !/^[ -~]*$/.test(paint(line(en.replaceAll('\n', ' ')), plain)) ||
          widthOf(paint(line(en), plain)) !== widthOf(paint(line(en), colorful)),
      )
      .map(([key, {en}]) => `${key}: ${en}`)
    expect(faults).toEqual([])
  })

  // REDIS_CLUSTER_LAB_SIGNS=ascii: for terminals that draw ● and — in two cells.
  test('every text, Chinese too, has the same width in a terminal with wide ambiguous signs', () => {
    const texts = [
      ...Object.values(allMessages).flatMap(({en, zh}) => [en, zh]),
      ...lessons.map(({words}) => JSON.stringify(words)),
    ]
    const painted = texts.map(text => paint(line(text.replaceAll('\n', ' ')), plain))
    const signs = painted.flatMap(text => [...graphemes.segment(text)].map(({segment}) => segment))
    const wide = [...new Set(signs)].filter(
      one => stringWidth(one) !== stringWidth(one, {ambiguousIsNarrow: false}),
    )
    expect(wide).toEqual([])
  })

  test('the English text of every lesson is ASCII', () => {
    const faults = lessons.flatMap(({id, words}) =>
      (paint(line(JSON.stringify(words.en)), plain).match(/.{0,30}[^ -~].{0,30}/g) ?? []).map(
        text => `${id}: ${text}`,
      ),
    )
    expect(faults).toEqual([])
  })
})
