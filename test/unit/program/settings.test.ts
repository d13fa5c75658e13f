// The file of settings is read strictly, and each fault in it is one sentence.

import {describe, expect, test} from 'vitest'
import {type Message, translate} from '../../../src/model/text/messages.ts'
import {parseSetting, parseSettings} from '../../../src/program/settings.ts'

const faultOf = (read: object) => ('fault' in read ? translate('en', read.fault as Message) : undefined)

test.each([
  ['{}', {}],
  ['{"language": "zh", "nodeTimeout": 200}', {language: 'zh', nodeTimeout: 200}],
  ['{"signs": "ascii", "colors": false, "hints": true}', {signs: 'ascii', colors: false, hints: true}],
  // As some editors begin a file.
  ['\uFEFF{"language": "zh"}', {language: 'zh'}],
])('%s is read', (text, settings) => {
  expect(parseSettings(text)).toEqual({settings})
})

test.each([
  ['', 'This is not JSON: Unexpected end of JSON input.'],
  ['[]', 'Expected an object such as {"language": "zh"}.'],
  ['null', 'Expected an object such as {"language": "zh"}.'],
  ['{"langauge": "zh"}', 'There is no setting "langauge". Did you mean language?'],
  ['{"Language": "zh"}', 'There is no setting "Language". Did you mean language?'],
  [
    '{"color scheme": 1}',
    'There is no setting "color scheme". The settings are: language, signs, colors, hints, mouse, nodeTimeout.',
  ],
  ['{"language": "fr"}', '"language" expects one of en, zh, got "fr".'],
  ['{"language": null}', '"language" expects one of en, zh, got null.'],
  ['{"colors": "off"}', '"colors" expects true or false, got "off".'],
  ['{"nodeTimeout": 199}', '"nodeTimeout" expects a whole number from 200 to 60000, got 199.'],
  ['{"nodeTimeout": 500.5}', '"nodeTimeout" expects a whole number from 200 to 60000, got 500.5.'],
  ['{"nodeTimeout": "500"}', '"nodeTimeout" expects a whole number from 200 to 60000, got "500".'],
])('%s: %s', (text, sentence) => {
  expect(faultOf(parseSettings(text))).toBe(sentence)
})

describe('As it is typed', () => {
  test.each([
    ['language', 'zh', {name: 'language', value: 'zh'}],
    ['NODETIMEOUT', '5000', {name: 'nodeTimeout', value: 5000}],
    ['colors', 'off', {name: 'colors', value: false}],
    ['hints', 'true', {name: 'hints', value: true}],
    ['hints', 'default', {name: 'hints', value: undefined}],
  ])('%s %s', (name, word, setting) => {
    expect(parseSetting(name, word)).toEqual(setting)
  })

  test.each([
    ['hint', 'off', 'There is no setting "hint". Did you mean hints?'],
    ['hints', 'maybe', '"hints" expects true or false, got "maybe".'],
    ['language', 'on', '"language" expects one of en, zh, got "on".'],
  ])('%s %s: %s', (name, word, sentence) => {
    expect(faultOf(parseSetting(name, word))).toBe(sentence)
  })
})
