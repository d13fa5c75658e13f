import {describe, expect, test} from 'vitest'
import {inline, translated, translateKey} from '../../../../src/views/draw/presentation.ts'
import {span} from '../../../../src/views/draw/styled-text.ts'

const wording = {language: 'en', theme: {colour: true, unicode: true}} as const

test('A message is said in the language of the screen', () => {
  expect(translateKey(wording, 'ui.hint', {n: 2})).toBe('Hint 2: ')
  expect(translated({...wording, language: 'zh'}, {key: 'ui.hint', values: {n: 2}})).toBe('提示 2：')
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

  test('over the tone of the text around them', () => {
    expect(inline('a `b`', 'warn')).toEqual([span('a ', 'warn'), span('b', 'code')])
  })
})
