import {expect, test} from 'vitest'
import {Style} from '../../../../src/views/draw/style.ts'
import {span} from '../../../../src/views/draw/styled-text.ts'

const english = new Style({language: 'en', theme: {color: true, unicode: true}})
const chinese = new Style({...english, language: 'zh'})
const plain = new Style({...english, theme: {color: false, unicode: false}})

test('A style translates into its language', () => {
  expect(english.text('ui.hint', {n: 2})).toBe('Hint 2: ')
  expect(chinese.translate({key: 'ui.hint', values: {n: 2}})).toBe('提示 2：')
})

test('A style draws signs and lines in its theme', () => {
  expect([english.sign('master'), plain.sign('master')]).toEqual(['●', '*'])
  expect(english.paint([span('a…', 'good')])).toBe('\x1b[94;1ma…\x1b[0m')
  expect(plain.paint([span('a…', 'good')])).toBe('\x1b[1ma~\x1b[0m')
})
