// What of a text from outside may reach the terminal.

import {describe, expect, test} from 'vitest'
import {sanitize, sanitizeLines, visibleLines} from '../../../../src/model/text/sanitize.ts'
import {randomFrom} from '../../../../tools/random.ts'

describe('Text', () => {
  test.each([
    ['a plain line', 'PONG 1) "x" ~!@#$%^&*()[]{}'],
    ['Chinese', '主节点 6379，副本 6479。「槽」　全角'],
    ['Japanese and Korean', 'ノード・マスター 노드'],
    ['letters with combining marks', 'e\u0301 o\u0308 न\u093f ก\u0e33'],
    ['right-to-left letters', 'שלום مرحبا'],
    ['emoji', '👍 👍🏽 🚀 🇨🇳 ⚠️ ❤️ ©️'],
    ['box drawing, blocks and braille', '╭─╮ ▁▂▃█ ⠿⠀'],
    ['spaces of other widths', 'a\u00a0b\u3000c\u2009d'],
  ])('keeps %s', (_, text) => {
    expect(sanitize(text)).toBe(text)
  })

  test.each([
    ['a newline and a carriage return', 'a\r\nb\nc', 'abc'],
    ['C0 controls and DEL', 'a\0\x01\x07\x08\x0b\x0c\x0e\x1f\x7fb', 'ab'],
    ['C1 controls', 'a\x80\x85\x8d\x9fb', 'ab'],
    ['colours', '\x1b[31;1mred\x1b[0m', 'red'],
    ['a colour in subparameters', '\x1b[38:2::1:2:3mred', 'red'],
    ['cursor movement and clearing', 'a\x1b[2J\x1b[1;1Hb\x1b[?25lc\x1b[2 qd', 'abcd'],
    ['a one-byte CSI', 'a\x9b31mb', 'ab'],
    ['a title', 'a\x1b]0;owned\x07b', 'ab'],
    ['a link', '\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\', 'here'],
    ['a clipboard write', 'a\x1b]52;c;cm0gLXJm\x07b', 'ab'],
    ['a one-byte OSC', 'a\x9d0;owned\x9cb', 'ab'],
    [
      'device control, application and privacy strings',
      'a\x1bP$q"p\x1b\\b\x1b_x\x1b\\c\x1b^y\x1b\\d',
      'abcd',
    ],
    ['a character set and a full reset', 'a\x1b(0b\x1bcc\x1b#8d\x1b7e', 'abcde'],
    ['an unfinished CSI', 'a\x1b[31', 'a31'],
    ['a lone ESC', 'a\x1b', 'a'],
    ['a sequence that another one hides', '\x1b\x1b[m[31mred', '[31mred'],
    ['a sequence that a control interrupts', '\x1b[3\x001mred', '31mred'],
    ['bidi overrides and isolates', 'a\u202eb\u202cc\u2066d\u2069e\u200ef\u061cg', 'abcdefg'],
    ['zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg', 'abcdefg'],
    ['characters that look like nothing', 'a\u034fb\u115fc\u3164d\uffa0e', 'abcde'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'abc'],
    ['annotation marks', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
    ['tags and variation selectors', 'a\u{e0041}\u{e0100}\ufe01b', 'ab'],
    ['an emoji style after what has none', '6379\ufe0f ⚠\ufe0f\ufe0f', '6379 ⚠\ufe0f'],
    ['the joint of a joined emoji', '👩\u200d🚀', '👩🚀'],
    ['a tab, for spaces', 'a\tb', 'a    b'],
  ])('loses %s', (_, text, cleaned) => {
    expect(sanitize(text)).toBe(cleaned)
  })

  // Else one byte would make the learner blind for everything after it.
  test('stays readable after a string that never ends', () => {
    expect(sanitize('a\x1b]0;still here')).toBe('a0;still here')
    expect(sanitize('a\x9dstill here')).toBe('astill here')
  })

  test('keeps its lines, and nothing else that controls, as lines', () => {
    expect(sanitizeLines('# Replication\r\nrole:master\r\n')).toBe('# Replication\nrole:master\n')
    expect(sanitizeLines('a\x1b]0;b\nc\x07d\te')).toBe('a0;b\ncd    e')
  })

  test('is safe whatever it was, and cleaning it again changes nothing', () => {
    const random = randomFrom(11)
    const likely = [...'\x1b\x9b\x9d\x90\x9c\x07\n\t[]P\\;031mA a中⚠\ufe0f\u200d\u202e']
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({length: random(12)}, () => likely[random(likely.length)]).join('')
      const cleaned = sanitize(text)
      expect(cleaned, JSON.stringify(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200d]/u)
      expect(sanitize(cleaned), JSON.stringify(text)).toBe(cleaned)
    }
  })

  // Hostile by repetition: a pattern that looks at a character again and again would take minutes.
  test.each(['\x1b]', '\x9d', '\x1b[', '\x9b0', '\x1b ', '\x1bP0', '⚠\ufe0f', '\u200b'])(
    'is cleaned at once when it is half a million times %j',
    part => {
      expect(sanitize(part.repeat(500_000))).toBe(sanitize(part).repeat(500_000))
    },
  )
})

test('visibleLines writes what sanitize removes, so that nothing is hidden', () => {
  expect(visibleLines('a\tb\x1b[31m\r\n\u202e\udcff\rx')).toBe('a\\tb\\x1b[31m\n\\xe2\\x80\\xae\\xff\\rx')
  expect(visibleLines('书 👨‍👩‍👧 ok')).toBe('书 👨👩👧 ok')
})
