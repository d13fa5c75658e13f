// The form of a picture: what both ends of a workshop let through.

import {describe, expect, test} from 'vitest'
import {limits} from '../../../../src/model/workshop/limits.ts'
import {parseSnapshot, screenOf} from '../../../../src/model/workshop/screen.ts'

const span = (text: string, tone = 'plain') => ({text, tone})
const screen = (...lines: readonly unknown[]) => ({columns: 80, lines})

describe('A picture is read', () => {
  test('with known tones and text without control characters, and invisible ones are removed', () => {
    expect(parseSnapshot(screen([span('6379 ', 'good'), span('主\u202e节点')], []))).toEqual(
      screen([span('6379 ', 'good'), span('主节点')], []),
    )
  })

  test.each([
    ['an unknown tone', screen([span('a', 'blink')])],
    ['a tone of another type', screen([{text: 'a', tone: ['good']}])],
    ['a control character', screen([span('a\x1b[2J')])],
    ['a newline', screen([span('a\nb')])],
    ['nothing visible', screen([span('\u202e')])],
    ['a field more', screen([{...span('a'), style: 'color:red'}])],
    ['plain text', screen('a')],
    ['too many lines', screen(...Array.from({length: 301}, () => []))],
    ['a span that is too long', screen([span('a'.repeat(1001))])],
    [
      'more bytes than a picture may have',
      screen(...Array.from({length: 60}, () => [span('主'.repeat(300))])),
    ],
  ])('not with %s', (_, sent) => {
    expect(parseSnapshot(sent)).toBeUndefined()
  })
})

describe('A picture is made', () => {
  const made = (...lines: Parameters<typeof screenOf>[1]) => screenOf(80, lines).lines

  test('of clean spans, joined where they have one tone', () => {
    const drawn = [
      {text: 'a\x1b[2J', tone: 'good'},
      {text: 'b\u200b', tone: 'good'},
      {text: '\x07', tone: 'bad'},
      {text: 'c', tone: 'good'},
    ] as const
    expect(made(drawn, [])).toEqual([[span('abc', 'good')], []])
  })

  test('so that the other end reads it, however much is drawn', () => {
    const huge = Array.from({length: 400}, () => [{text: '主'.repeat(2000), tone: 'plain'} as const])
    const picture = screenOf(1000, huge)
    expect(parseSnapshot(picture)).toEqual(picture)
    expect(picture.lines).toHaveLength(16)
    expect(JSON.stringify(picture).length).toBeLessThan(limits.snapshot)
  })
})
