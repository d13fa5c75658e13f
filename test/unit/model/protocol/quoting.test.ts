// How a typed line falls into words, as the rows say; that redis-cli does the same is held by test/redis/client/redis-cli.test.ts.

import {describe, expect, test} from 'vitest'
import {type Bytes, bytesOf} from '../../../../src/model/protocol/bytes.ts'
import {quoteWord, splitWords} from '../../../../src/model/protocol/quoting.ts'
import {randomFrom} from '../../../../tools/random.ts'

describe('A line', () => {
  test.each<[line: string, ...words: Bytes[]]>([
    [''],
    [' \t\r\n\v\f '],
    ['PING', 'PING'],
    ['  GET \t k  ', 'GET', 'k'],
    ['"PING"', 'PING'],
    ["'PING'", 'PING'],
    ['GET ""', 'GET', ''],
    ["GET ''", 'GET', ''],
    ['GET k""', 'GET', 'k'],
    ['SET fo"o b" x', 'SET', 'foo b', 'x'],
    [String.raw`SET k2 "a\"b\\c\n\t\x01\xff"`, 'SET', 'k2', 'a"b\\c\n\t\x01\xff'],
    [String.raw`SET k3 'single \n it\'s'`, 'SET', 'k3', "single \\n it's"],
    ['SET uni 你好é', 'SET', 'uni', '\xe4\xbd\xa0\xe5\xa5\xbd\xc3\xa9'],
    ['"你"', '\xe4\xbd\xa0'],
    [String.raw`"\你"`, '\xe4\xbd\xa0'],
    ['👍', '\xf0\x9f\x91\x8d'],
    ['a\u00a0b\u3000c', '\x61\xc2\xa0b\xe3\x80\x80c'],
    [String.raw`SET k \x41`, 'SET', 'k', '\\x41'],
    [String.raw`"\x41\q\x4g\X41\xAf"`, 'Aqx4gX41\xaf'],
    [String.raw`"\r\n\t\b\a\0"`, '\r\n\t\b\x070'],
    [String.raw`a\"b"`, 'a\\b'],
    [String.raw`a\ b`, 'a\\', 'b'],
    ["it's'", 'its'],
    [String.raw`'\a"' '\ '`, '\\a"', '\\ '],
    ['a\vb\fc \vd', 'a\vb\fc', 'd'],
    ['"a"\v"b"\n\'c\'', 'a', 'b', 'c'],
    ['"a\nb"', 'a\nb'],
    ['GET k\0 never seen', 'GET', 'k'],
    ['2 INCR rep', '2', 'INCR', 'rep'],
  ])('%j has the words %j %j %j', (line, ...words) => {
    expect(splitWords(line)).toEqual(words)
  })

  test.each([
    'GET "unbalanced',
    "GET 'k",
    'GET "k"x',
    `"a"'b'`,
    '""key',
    "''key",
    '"a""b"',
    '"\\"',
    '"\\',
    "'\\'",
    String.raw`'a\\'`,
    'a\vb"c',
    '"k\0"',
  ])('%j has invalid arguments', line => {
    expect(splitWords(line)).toBeUndefined()
  })

  test('may be a pasted megabyte', () => {
    const value = '\\"a\\\\'.repeat(200_000)
    expect(splitWords(`SET k "${value}"`)?.[2] === '"a\\'.repeat(200_000)).toBe(true)
    expect(splitWords(`SET k "${value}`) === undefined).toBe(true)
  })
})

describe('A word', () => {
  test.each([
    ['k', 'k'],
    ['user:{1001}.cart', 'user:{1001}.cart'],
    ['a\\b', 'a\\b'],
    ['', '""'],
    ['foo bar', '"foo bar"'],
    ['say "hi" \\o/', String.raw`"say \"hi\" \\o/"`],
    ["it's", `"it's"`],
    [bytesOf('购物车'), '购物车'],
    [bytesOf('购物 车'), '"购物 车"'],
    [bytesOf('a\u00a0b'), '"a\u00a0b"'],
    [bytesOf('a\u200bb'), String.raw`"a\xe2\x80\x8bb"`],
    [bytesOf('\ufeffa'), String.raw`"\xef\xbb\xbfa"`],
    ['\xff', String.raw`"\xff"`],
    ['a\tb\x1b[m\0', String.raw`"a\tb\x1b[m\x00"`],
  ])('%j is shown as %s', (word, shown) => {
    expect(quoteWord(word)).toBe(shown)
    expect(splitWords(shown)).toEqual([word])
  })

  test('comes back from splitting what it is shown as, whatever its bytes', () => {
    const random = randomFrom(7)
    const likely = [...`"'\\x41nrtba `, ...['你', 'é', '\u200b', '👍', '\u3000'].map(bytesOf)]
    const part = () => (random(2) ? String.fromCharCode(random(256)) : (likely[random(likely.length)] ?? ''))
    for (let round = 0; round < 20_000; round++) {
      const word = Array.from({length: random(9)}, part).join('')
      const shown = quoteWord(word)
      expect(splitWords(shown), `${JSON.stringify(word)} shown as ${shown}`).toEqual([word])
      expect(splitWords(`SET ${shown} ${shown}`)).toEqual(['SET', word, word])
    }
  })
})
