import {expect, test} from 'vitest'
import {bytesOf, fromBuffer, losslessText, textOf, toBuffer} from '../../../../src/model/protocol/bytes.ts'

test.each([
  ['', ''],
  ['PING', 'PING'],
  ['é', '\xc3\xa9'],
  ['你', '\xe4\xbd\xa0'],
  ['👍', '\xf0\x9f\x91\x8d'],
  ['\ufeffa', '\xef\xbb\xbfa'],
])('%j is the bytes %j, and comes back from them', (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes)
  expect(textOf(bytes)).toBe(text)
})

test('what is no UTF-8 is shown by the sign for it, and no byte is lost on the way', () => {
  const every = String.fromCharCode(...Array.from({length: 256}, (_, i) => i))
  expect(textOf('a\xffb\xe4\xbd')).toBe('a\ufffdb\ufffd')
  expect(fromBuffer(toBuffer(every))).toBe(every)
})

test('a megabyte is not too much for an argument list', () => {
  const long = 'x'.repeat(1_000_003)
  expect(fromBuffer(toBuffer(long)) === long).toBe(true)
})

test('Bytes that are not UTF-8 survive as text', () => {
  const all = Array.from({length: 256}, (_, code) => String.fromCharCode(code)).join('')
  for (const bytes of [
    all,
    'caf\xe9',
    '\xe4\xb9',
    '\xed\xa0\x80',
    bytesOf('书\u{1F600}'),
    `${bytesOf('书')}\xff`,
  ]) {
    expect(bytesOf(losslessText(bytes))).toBe(bytes)
  }
  expect(losslessText(`${bytesOf('书')}\xff`)).toBe('书\udcff')
})
