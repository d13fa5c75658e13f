import {describe, expect, test} from 'vitest'
import {lessons} from '../../../../lessons/index.ts'
import {allMessages} from '../../../../src/model/text/messages.ts'
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
  'asked',
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
      '\x1b[34;1ma\x1b[0mb\x1b[7mc\x1b[0m',
    )
  })

  test('without escape sequences around empty text', () => {
    expect(paint([span('', 'bad'), span('')], colorful)).toBe('')
  })

  test.each(tones)('in one of the sixteen colors of the terminal, on its own background: %s', tone => {
    const parameters = [...paint(line('x', tone), colorful).matchAll(/\x1b\[([\d;]*)m/g)].flatMap(
      ([, list]) => list?.split(';'),
    )
    for (const one of parameters) expect(one).toMatch(/^(0|1|2|7|3[1-7]|9[0-7])$/)
  })

  test.each(tones)('without color if NO_COLOR is set: %s', tone => {
    expect(paint(line('x', tone), {color: false, unicode: true})).toMatch(/^(\x1b\[[127]m)?x(\x1b\[0m)?$/)
  })

  // Many people cannot tell red from green.
  test.each(tones)('never in green: %s', tone => {
    expect(paint(line('x', tone), colorful)).not.toMatch(/\x1b\[[\d;]*\b(32|92)\b/)
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
  test.each(signs)('the sign %s is ASCII and has the same width', name => {
    expect(sign(name, plain)).toMatch(/^[ -~]+$/)
    expect(widthOf(sign(name, plain))).toBe(widthOf(sign(name, colorful)))
  })

  test('every English message is ASCII and has the same width', () => {
    for (const [key, {en}] of Object.entries(allMessages)) {
      expect(paint(line(en.replaceAll('\n', ' ')), plain), key).toMatch(/^[ -~]*$/)
      expect(widthOf(paint(line(en), plain)), key).toBe(widthOf(paint(line(en), colorful)))
    }
  })

  test.each(lessons.map(lesson => [lesson.id, lesson] as const))(
    'the English text of the lesson %s is ASCII',
    (_, lesson) => {
      expect(paint(line(JSON.stringify(lesson.words.en)), plain)).toMatch(/^[ -~]*$/)
    },
  )
})
